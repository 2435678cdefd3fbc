package io.casewire.extraction.doc;

import io.casewire.extraction.word.Flow;
import io.casewire.extraction.word.RunningText;
import io.casewire.extraction.word.WordBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.model.StyleSheet;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;

/** Paragraphs and tables in reading order, as they stand when all changes that were tracked are accepted. */
final class DocStory {
    private static final Pattern HEADING = Pattern.compile("(?:heading|标题) ?([1-9])");
    private static final int MAX_CHAIN = 64;
    /** The level of outlines that stands for text. */
    private static final int TEXT_LEVEL = 9;

    private final HWPFDocument document;
    private final WordBlocks blocks;
    private final DocLabels labels;
    private final TextBoxes boxes;
    private final RunningText text;

    DocStory(HWPFDocument document, WordBlocks blocks) {
        this(document, blocks, new DocLabels(document, blocks), new TextBoxes(document));
    }

    private DocStory(HWPFDocument document, WordBlocks blocks, DocLabels labels, TextBoxes boxes) {
        this.document = document;
        this.blocks = blocks;
        this.labels = labels;
        this.boxes = boxes;
        this.text = new RunningText(blocks);
    }

    /**
     * Hands on what a piece of the text holds.
     *
     * @param level how many tables are around it
     */
    void walk(Range range, int level, Flow flow) {
        int count = range.numParagraphs();
        for (int i = 0; i < count; i++) {
            Paragraph paragraph = range.getParagraph(i);
            // files of Word 97 say of no paragraph how deep in tables it stands
            boolean deeper = paragraph.isInTable() && (level == 0 || paragraph.getTableLevel() > level);
            if (deeper) {
                Table table = range.getTable(paragraph);
                flow.end();
                new DocTable(this, blocks).handOn(table, level + 1, flow);
                i += table.numParagraphs() - 1;
            } else {
                paragraph(paragraph, flow);
            }
        }
    }

    /** Hands on the boxes whose place in the text was not found. */
    void leftBoxes(Flow flow) {
        for (Range box : boxes.left()) {
            box(box, flow);
        }
    }

    private void paragraph(Paragraph paragraph, Flow flow) {
        List<Range> before = new ArrayList<>();
        List<Range> behind = new ArrayList<>();
        DocRuns runs = new DocRuns(document, blocks, text);
        int count = paragraph.numCharacterRuns();
        boolean endDeleted = false;
        boolean endHidden = false;
        for (int i = 0; i < count; i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            for (int anchor : runs.read(run)) {
                (text.isEmpty() ? before : behind).addAll(boxes.at(anchor));
            }
            endDeleted = run.isMarkedDeleted();
            endHidden = run.isVanished();
        }
        String printed = text.take();
        before.forEach(box -> box(box, flow));
        if (endDeleted) {
            flow.carry(printed);
        } else if (endHidden) {
            flow.carry(printed.isEmpty() ? "" : labels.next(paragraph).before(printed));
        } else {
            flow.paragraph(labels.next(paragraph).before(flow.takeCarried() + printed), headingLevel(paragraph));
        }
        behind.forEach(box -> box(box, flow));
    }

    private void box(Range box, Flow around) {
        Flow flow = around.beside();
        new DocStory(document, blocks, labels, boxes).walk(box, 0, flow);
        flow.end();
    }

    private int headingLevel(Paragraph paragraph) {
        int outline = paragraph.getLvl();
        if (outline >= 0 && outline < TEXT_LEVEL) {
            return outline + 1;
        }
        StyleSheet styles = document.getStyleSheet();
        int style = paragraph.getStyleIndex();
        for (int i = 0; i < MAX_CHAIN && style >= 0 && style < styles.numStyles(); i++) {
            StyleDescription description = styles.getStyleDescription(style);
            if (description == null) {
                return 0;
            }
            Matcher heading = HEADING.matcher(name(description));
            if (heading.matches()) {
                return Integer.parseInt(heading.group(1));
            }
            style = description.getBaseStyle();
        }
        return 0;
    }

    private static String name(StyleDescription style) {
        String name = style.getName();
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }
}
