package io.casewire.benchmarks.parsing;

import io.casewire.parsing.DocumentParser;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** What doubling a text costs, genre by genre: the processor time of this thread, the shortest of a few runs. */
final class Linearity {
    private static final int SMALLEST = 1 << 20;
    private static final int DOUBLINGS = 3;
    private static final int RUNS = 3;

    /** More than this for twice the text is worth looking into. */
    private static final double MOST = 2.2;

    private final DocumentParser parser = new DocumentParser();

    /** Prints a line a document; false where twice the text cost too much on the whole way from the smallest to the largest. */
    boolean run(Documents documents) {
        boolean linear = true;
        for (int i = 0; i < documents.files().size(); i++) {
            linear &= run(documents.files().get(i), documents.contents().get(i));
        }
        return linear;
    }

    private boolean run(Path file, byte[] content) {
        StringBuilder line = new StringBuilder();
        parser.parse(Documents.repeated(content, SMALLEST), "warm-up");
        double first = 0;
        double last = 0;
        for (int doubling = 0; doubling <= DOUBLINGS; doubling++) {
            byte[] text = Documents.repeated(content, SMALLEST << doubling);
            double perByte = shortest(text) / text.length;
            first = doubling == 0 ? perByte : first;
            String ratio = doubling == 0 ? "" : " (x%.2f)".formatted(2 * perByte / last);
            line.append("  %d MB %.0f ms%s".formatted(1 << doubling, perByte * text.length / 1e6, ratio));
            last = perByte;
        }
        double onAverage = 2 * Math.pow(last / first, 1.0 / DOUBLINGS);
        boolean linear = onAverage <= MOST;
        System.out.printf("%s:%s; twice the text costs x%.2f%n", file.getFileName(), line, onAverage);
        return linear;
    }

    private double shortest(byte[] text) {
        double shortest = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            parser.parse(text, "long");
            shortest =
                    Math.min(shortest, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - (double) start);
        }
        return shortest;
    }
}
