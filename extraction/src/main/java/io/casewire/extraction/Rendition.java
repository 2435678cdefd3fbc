package io.casewire.extraction;

import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.PageBreak;
import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Block.PrintedLines;
import io.casewire.extraction.Block.Row;
import io.casewire.extraction.Block.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks as the page that parsing reads, in HTML without a style: a paragraph, a printed line or a row of a table on each line, so that the
 * line numbers of records lead back to places in the file.
 *
 * @param html lines ended by {@code \n}
 * @param places of its lines: that of line {@code n} is at {@code n - 1}
 */
public record Rendition(String html, List<Place> places) {
    private static final Place NOWHERE = new Place("");

    public Rendition {
        places = List.copyOf(places);
    }

    /** Renders what was taken out of a file. */
    public static Rendition of(Extraction extraction) {
        Writer writer = new Writer();
        writer.line("<!DOCTYPE html><html><body>", NOWHERE);
        for (Block block : extraction.blocks()) {
            writer.write(block);
        }
        writer.endPrinting();
        writer.line("</body></html>", NOWHERE);
        return new Rendition(writer.html.toString(), writer.places);
    }

    /** Where a line of it stands in the file; empty for lines of markup alone. */
    public String placeOf(int line) {
        return line >= 1 && line <= places.size() ? places.get(line - 1).text() : "";
    }

    private static final class Writer {
        private final StringBuilder html = new StringBuilder();
        private final List<Place> places = new ArrayList<>();
        private boolean printing;

        void line(String text, Place place) {
            html.append(text).append('\n');
            places.add(place);
        }

        void write(Block block) {
            boolean prints = block instanceof PrintedLines || (printing && block instanceof PageBreak);
            if (prints && !printing) {
                line("<pre>", block.place());
            } else if (!prints) {
                endPrinting();
            }
            printing = prints;
            switch (block) {
                case Paragraph(String text, int level, Place place) -> {
                    String tag = level == 0 ? "p" : "h" + level;
                    line("<" + tag + ">" + escaped(text, "<br>") + "</" + tag + ">", place);
                }
                case PrintedLines(List<String> lines, Place place) ->
                    lines.forEach(text -> line(escaped(text, " "), place));
                case PageBreak(Place place) -> {
                    // only text whose lines are kept may hold a form feed
                    if (printing) {
                        line("\f", place);
                    }
                }
                case Table table -> write(table);
            }
        }

        void endPrinting() {
            if (printing) {
                line("</pre>", NOWHERE);
                printing = false;
            }
        }

        private void write(Table table) {
            String caption = table.caption();
            line(
                    "<table>" + (caption == null ? "" : "<caption>" + escaped(caption, " ") + "</caption>"),
                    table.place());
            for (Row row : table.rows()) {
                StringBuilder cells = new StringBuilder("<tr>");
                for (Cell cell : row.cells()) {
                    cells.append("<td")
                            .append(cell.columns() == 1 ? "" : " colspan=\"" + cell.columns() + '"')
                            .append(cell.rows() == 1 ? "" : " rowspan=\"" + cell.rows() + '"')
                            .append('>')
                            .append(escaped(cell.text(), "<br>"))
                            .append("</td>");
                }
                line(cells.append("</tr>").toString(), row.place());
            }
            line("</table>", table.place());
        }

        private static String escaped(String text, String lineBreak) {
            StringBuilder escaped = new StringBuilder(text.length() + 16);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '&' -> escaped.append("&amp;");
                    case '<' -> escaped.append("&lt;");
                    case '>' -> escaped.append("&gt;");
                    // every line of the page is counted, so none may come in by a text
                    case '\n', '\u000b', '\f', '\u0085', '\u2028', '\u2029' -> escaped.append(lineBreak);
                    case '\r', '\0' -> {
                        // with a line feed or nothing
                    }
                    default -> escaped.append(c);
                }
            }
            return escaped.toString();
        }
    }
}
