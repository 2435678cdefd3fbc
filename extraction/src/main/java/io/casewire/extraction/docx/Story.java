package io.casewire.extraction.docx;

import io.casewire.extraction.numbering.Label;
import io.casewire.extraction.word.Flow;
import io.casewire.extraction.word.RunningText;
import io.casewire.extraction.word.WordBlocks;
import org.jspecify.annotations.Nullable;

/** Paragraphs and tables in reading order, as they stand when all changes that were tracked are accepted. */
final class Story {
    private final Styles styles;
    private final Labels labels;
    private final WordBlocks blocks;
    private final RunningText text;

    Story(Styles styles, Labels labels, WordBlocks blocks) {
        this.styles = styles;
        this.labels = labels;
        this.blocks = blocks;
        this.text = new RunningText(blocks);
    }

    /** Hands on what a body, a cell or a box holds. */
    void walk(Iterable<Element> content, Flow flow) {
        for (Element element : content) {
            switch (element.name()) {
                case "w:p" -> paragraph(element, flow);
                case "w:tbl" -> table(element, flow);
                case "w:body", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo" ->
                    walk(element.children(), flow);
                case "w:sdt" -> control(element, flow);
                case "mc:AlternateContent" -> walk(Alternatives.of(element), flow);
                case "m:oMath", "m:oMathPara" -> flow.paragraph(MathText.of(element), 0);
                case "w:altChunk" -> blocks.note("EMBEDDED_FILE_NOT_READ", "Files inside the document");
                default -> {
                    // what was deleted or moved away, properties of sections, marks of bookmarks and comments
                }
            }
        }
    }

    /** A content control, unless it shows what its author asks for. */
    private void control(Element control, Flow flow) {
        for (Element child : control.children()) {
            if (child.name().equals("w:sdtPr") && child.isOn("w:showingPlcHdr")) {
                return;
            }
            if (child.name().equals("w:sdtContent")) {
                walk(child.children(), flow);
            }
        }
    }

    private void paragraph(Element paragraph, Flow flow) {
        Element properties = paragraph.child("w:pPr");
        String style = properties == null ? null : properties.value("w:pStyle");
        Runs runs = new Runs(styles, blocks, text, style);
        runs.read(paragraph.children());
        String printed = text.take();
        for (Element box : runs.boxesBefore()) {
            box(box, flow);
        }
        Element mark = properties == null ? null : properties.child("w:rPr");
        boolean deleted = mark != null && (mark.child("w:del") != null || mark.child("w:moveFrom") != null);
        boolean hidden = mark != null && mark.isOn("w:vanish");
        if (deleted) {
            // what is left of it goes on in the next one, under the properties of that
            flow.carry(printed);
        } else if (hidden) {
            flow.carry(printed.isEmpty() ? "" : labels.next(properties, style).before(printed));
        } else {
            Label label = labels.next(properties, style);
            flow.paragraph(label.before(flow.takeCarried() + printed), headingLevel(properties, style));
        }
        for (Element box : runs.boxesBehind()) {
            box(box, flow);
        }
    }

    private int headingLevel(@Nullable Element properties, @Nullable String style) {
        Integer own = Styles.outlineLevel(properties);
        return own == null ? styles.headingLevel(style) : own;
    }

    private void box(Element box, Flow around) {
        Flow flow = around.beside();
        switch (box.name()) {
            case "w:txbxContent" -> new Story(styles, labels, blocks).walk(box.children(), flow);
            case "a:txBody" -> Drawings.lines(box).forEach(line -> flow.paragraph(line, 0));
            default -> {
                String letters = box.attribute("string");
                flow.paragraph(letters == null ? "" : letters, 0);
            }
        }
        flow.end();
    }

    private void table(Element table, Flow flow) {
        flow.end();
        TableReader reader = new TableReader(this, blocks);
        reader.read(table);
        reader.handOn(flow);
    }
}
