package io.casewire.extraction.docx;

import io.casewire.extraction.word.WordBlocks;
import java.util.ArrayList;
import java.util.List;

/** What can be read in a drawing: boxes of text and letters made into shapes. */
final class Drawings {
    private static final String PICTURE = "PICTURE_NOT_READ";

    private final WordBlocks blocks;
    private final List<Element> found = new ArrayList<>();

    private Drawings(WordBlocks blocks) {
        this.blocks = blocks;
    }

    /**
     * In their order: elements {@code w:txbxContent}, which hold paragraphs and tables; {@code a:txBody}, which holds paragraphs of
     * drawings; and {@code v:textpath}, whose attribute {@code string} is its text.
     */
    static List<Element> textsIn(Element drawing, WordBlocks blocks) {
        Drawings drawings = new Drawings(blocks);
        drawings.search(drawing.children());
        return drawings.found;
    }

    private void search(Iterable<Element> elements) {
        for (Element element : elements) {
            switch (element.name()) {
                case "w:txbxContent", "a:txBody" -> found.add(element);
                case "v:textpath" -> {
                    if (element.attribute("string") != null) {
                        found.add(element);
                    }
                }
                case "mc:AlternateContent" -> search(Alternatives.of(element));
                case "pic:pic", "v:imagedata" -> blocks.note(PICTURE, "Pictures, in which no text is looked for");
                case "c:chart" -> blocks.note("CHART_NOT_READ", "Charts, whose numbers are not read");
                case "dgm:relIds" -> blocks.note("DIAGRAM_NOT_READ", "Diagrams, whose text is not read");
                case "o:OLEObject" -> blocks.note("EMBEDDED_FILE_NOT_READ", "Files inside the document");
                default -> search(element.children());
            }
        }
    }

    /** The paragraphs of a text of a drawing, a line each. */
    static List<String> lines(Element body) {
        List<String> lines = new ArrayList<>();
        for (Element paragraph : body.children()) {
            if (paragraph.name().equals("a:p")) {
                StringBuilder line = new StringBuilder();
                append(paragraph, line);
                lines.add(line.toString());
            }
        }
        return lines;
    }

    private static void append(Element element, StringBuilder line) {
        for (Element child : element.children()) {
            switch (child.name()) {
                case "a:t" -> line.append(child.text());
                case "a:br" -> line.append('\n');
                default -> append(child, line);
            }
        }
    }

    /** Whether the document holds pictures. */
    static boolean pictured(WordBlocks blocks) {
        return blocks.noted(PICTURE);
    }
}
