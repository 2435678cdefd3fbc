package io.casewire.extraction.doc;

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
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads doc: paragraphs with the labels of their lists, headings, tables, boxes of text. Of tracked changes the outcome is read. */
public final class DocReader implements FormatReader {
    static final String PICTURE = "PICTURE_NOT_READ";

    @Override
    public Format format() {
        return Format.DOC;
    }

    @Override
    public Extraction read(Path file, ExtractionLimits limits) throws Unextractable, IOException {
        Container.refuseUnlessCompound(file);
        if (Files.size(file) > limits.unpackedBytes()) {
            throw Refused.unpacksTooLarge(limits).refusal();
        }
        WordBlocks blocks = new WordBlocks(limits);
        try (POIFSFileSystem compound = new POIFSFileSystem(file.toFile(), true)) {
            if (!compound.getRoot().hasEntryCaseInsensitive("WordDocument")) {
                throw new Unextractable(
                        Reason.UNSUPPORTED_FORMAT,
                        "The file is of an old Office format, but no text document",
                        "该文件是旧版Office文件，但不是文字文档");
            }
            read(compound, blocks);
            if (blocks.isEmpty()) {
                refuseWithoutText(blocks, compound.getRoot().hasEntryCaseInsensitive("Macros"));
            }
        } catch (Refused e) {
            throw e.refusal();
        }
        return blocks.extraction(Format.DOC);
    }

    /** POI says by many exceptions, unchecked ones mostly, that it cannot make sense of a file. */
    private static void read(POIFSFileSystem compound, WordBlocks blocks) throws Unextractable, IOException {
        try (HWPFDocument document = new HWPFDocument(compound)) {
            Flow flow = new Flow.IntoDocument(blocks);
            DocStory story = new DocStory(document, blocks);
            story.walk(document.getRange(), 0, flow);
            flow.end();
            story.leftBoxes(flow);
        } catch (Refused e) {
            throw e;
        } catch (EncryptedDocumentException e) {
            throw Container.locked();
        } catch (OldWordFileFormatException e) {
            throw new Unextractable(
                    Reason.UNSUPPORTED_FORMAT,
                    "The file is of Word 95 or older. Save it as docx with a word processor",
                    "该文件是Word 95或更早的格式，请用文字处理软件另存为docx后再提交");
        } catch (RuntimeException e) {
            throw Container.damagedDoc();
        }
    }

    private static void refuseWithoutText(WordBlocks blocks, boolean macros) throws Unextractable {
        if (blocks.noted(PICTURE)) {
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
