package io.casewire.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A sample as its author would have typed it: paragraphs, headings, and tables whose rows stand on lines with tabs. */
public final class SamplePage {
    private static final Path FOLDER = Path.of("..", "samples");

    private final List<Part> parts = new ArrayList<>();

    /** What stands below one another. */
    public sealed interface Part {}

    /** @param level of a heading, 0 for text */
    public record Words(String text, int level) implements Part {}

    /** @param rows the header first, all of one width; a row with one cell runs through the whole width */
    public record Rows(List<List<String>> rows) implements Part {}

    public record Rule() implements Part {}

    private SamplePage(String text) {
        for (String line : text.lines().toList()) {
            if (line.contains("\t") && isRow(line)) {
                addRow(line);
            } else if (!line.isBlank()) {
                addWords(line.strip());
            }
        }
    }

    public static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    public static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name));
    }

    public static SamplePage read(String name) throws IOException {
        return new SamplePage(Files.readString(FOLDER.resolve(name)));
    }

    public List<Part> parts() {
        return parts;
    }

    /** A table of contents has tabs as well, and only one on a line. */
    private static boolean isRow(String line) {
        return line.split("\t", -1).length > 2;
    }

    private void addWords(String line) {
        if (line.startsWith("---")) {
            parts.add(new Rule());
            return;
        }
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        String text = line.substring(level).replace("**", "").replace('\t', ' ').strip();
        parts.add(new Words(text, level));
    }

    /** The header that a page repeats goes on with the table before. */
    private void addRow(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
            cells.add(cell.replaceAll("</p>\\s*<p>", "\n")
                    .replaceAll("<[^>]+>", "")
                    .strip());
        }
        boolean spanning = cells.stream().skip(1).allMatch(String::isEmpty);
        List<String> row = spanning ? List.of(cells.getFirst()) : cells;
        if (!parts.isEmpty() && parts.getLast() instanceof Rows(List<List<String>> rows)) {
            if (row.equals(rows.getFirst())) {
                return;
            }
            if (spanning || row.size() == rows.getFirst().size()) {
                rows.add(row);
                return;
            }
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(row);
        parts.add(new Rows(rows));
    }

    /** As a web page to be printed. */
    public String html(String style) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"utf-8\"><style>")
                .append(style)
                .append("</style></head><body>\n");
        for (Part part : parts) {
            switch (part) {
                case Rule() -> html.append("<hr>\n");
                case Words(String text, int level) -> {
                    String tag = level == 0 ? "p" : "h" + level;
                    html.append('<').append(tag).append('>').append(escaped(text));
                    html.append("</").append(tag).append(">\n");
                }
                case Rows(List<List<String>> rows) -> append(rows, html);
            }
        }
        return html.append("</body></html>\n").toString();
    }

    private static void append(List<List<String>> rows, StringBuilder html) {
        int width = rows.getFirst().size();
        html.append("<table>\n");
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            boolean header = i == 0;
            html.append(header ? "<thead>" : "").append("<tr>");
            for (String cell : row) {
                html.append(row.size() == 1 ? "<td colspan=\"" + width + "\">" : "<td>");
                for (String paragraph : cell.split("\n", -1)) {
                    html.append("<p>").append(escaped(paragraph)).append("</p>");
                }
                html.append("</td>");
            }
            html.append("</tr>").append(header ? "</thead><tbody>" : "").append('\n');
        }
        html.append("</tbody></table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
