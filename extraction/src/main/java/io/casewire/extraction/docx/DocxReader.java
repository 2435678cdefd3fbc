package io.casewire.extraction.docx;

import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Format;
import io.casewire.extraction.FormatReader;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import io.casewire.extraction.word.Container;
import io.casewire.extraction.word.Flow;
import io.casewire.extraction.word.Refused;
import io.casewire.extraction.word.WordBlocks;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads docx and its kin with macros or as templates: paragraphs with the labels of their lists, headings, tables, texts of drawings. Of tracked
 * changes the outcome is read. See decision 120.
 */
public final class DocxReader implements FormatReader {
    @Override
    public Format format() {
        return Format.DOCX;
    }

    @Override
    public Extraction read(Path file, ExtractionLimits limits) throws Unextractable, IOException {
        Container.refuseUnlessPacked(file);
        WordBlocks blocks = new WordBlocks(limits);
        try (Parts parts = Parts.open(file, limits)) {
            Styles styles = new Styles(parts.related("styles"));
            Numbering numbering = new Numbering(parts.related("numbering"), styles, blocks);
            Flow flow = new Flow.IntoDocument(blocks);
            Story story = new Story(styles, new Labels(styles, numbering), blocks);
            for (Element child : parts.document().children()) {
                if (child.name().equals("w:body")) {
                    story.walk(child.children(), flow);
                }
            }
            flow.end();
            refuseWithoutText(blocks, parts.has("vbaProject"));
        } catch (Refused e) {
            throw e.refusal();
        }
        return blocks.extraction(Format.DOCX);
    }

    private static void refuseWithoutText(WordBlocks blocks, boolean macros) throws Unextractable {
        if (!blocks.isEmpty()) {
            return;
        }
        if (Drawings.pictured(blocks)) {
            throw new Unextractable(
                    Reason.NO_TEXT_LAYER,
                    "The document holds nothing but pictures; text in pictures is not read",
                    "文档中只有图片，无法读取图片中的文字");
        }
        if (macros) {
            throw new Unextractable(Reason.NOTHING_BUT_MACROS, "The document holds macros and no text", "文档中只有宏，没有文字");
        }
    }
}
