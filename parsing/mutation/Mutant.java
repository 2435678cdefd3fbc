import java.nio.file.Path;

/** A change of one place of a source. */
record Mutant(Path source, int from, int to, String before, String after, int line) {
    String name() {
        return source.getFileName() + ":" + line + " " + oneLine(before) + " -> " + oneLine(after);
    }

    private static String oneLine(String code) {
        String line = code.replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
}
