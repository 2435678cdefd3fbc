package io.casewire.benchmarks.parsing;

import io.casewire.benchmarks.report.Figure;
import io.casewire.benchmarks.report.Goal;
import io.casewire.benchmarks.report.Median;
import io.casewire.benchmarks.report.Report;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Parsing beside regular expressions for the same fields: in turn, in the same run, all of them warm, medians of the
 * rounds. Megabytes are divided by the processor time of the whole process (collector and compiler included), so that other
 * programs on the machine count for nothing.
 */
final class ParseComparison {
    private static final int MEGABYTE = 1 << 20;
    private static final int MAX_WARM_UPS = 12;

    /** A run is warm when the compiler worked for no more than this part of it. */
    private static final double LEAST_COMPILED = 0.03;

    private final Documents documents;
    private final int bytes;
    private final int rounds;
    private final DocumentParser parser = new DocumentParser();
    private final RegexExtraction regex = new RegexExtraction();
    private final PrintStream out;

    ParseComparison(Documents documents, int megabytes, int rounds, PrintStream out) {
        this.documents = documents;
        this.bytes = megabytes * MEGABYTE;
        this.rounds = rounds;
        this.out = out;
    }

    void run(Report report) throws IOException {
        int repetitions = documents.repetitionsFor(bytes);
        double megabytes = (double) documents.bytes() * repetitions / MEGABYTE;
        out.printf(
                "%d documents, %.1f MB a run, %d rounds; load average %.1f on %d processors%n",
                documents.files().size(),
                megabytes,
                rounds,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        List<Double> ours = new ArrayList<>();
        List<Double> regexes = new ArrayList<>();
        List<Double> pythons = new ArrayList<>();
        try (@Nullable PythonExtraction python = PythonExtraction.start(documents)) {
            int ourWarmUps = warmUp(() -> parse(repetitions));
            int otherWarmUps = warmUp(() -> extract(repetitions));
            out.printf("warm after %d runs of ours, %d of java.util.regex%n", ourWarmUps, otherWarmUps);
            if (python != null) {
                python.run(1);
            } else {
                out.println("No python3: only java.util.regex is compared");
            }
            for (int round = 1; round <= rounds; round++) {
                Measured our = parse(repetitions);
                Measured other = extract(repetitions);
                ours.add(megabytes / our.seconds());
                regexes.add(megabytes / other.seconds());
                String line = "round %d: parse %.2f MB/s (%d records), java.util.regex %.2f MB/s (%d fields)"
                        .formatted(round, ours.getLast(), our.found(), regexes.getLast(), other.found());
                if (python != null) {
                    // a tenth is enough to time it by
                    int fewer = Math.max(1, repetitions / 10);
                    Measured third = python.run(fewer);
                    pythons.add((double) documents.bytes() * fewer / MEGABYTE / third.seconds());
                    line += ", Python re %.2f MB/s".formatted(pythons.getLast());
                }
                out.println(line);
            }
        }
        report(report, ours, regexes, pythons);
    }

    private void report(Report report, List<Double> ours, List<Double> regexes, List<Double> pythons) {
        double our = Median.of(ours);
        out.printf("median parse:           %7.2f MB/s%n", our);
        Map<String, Goal> goals = new LinkedHashMap<>(Map.ofEntries(Figure.C3_REGEX.reached(our / Median.of(regexes))));
        out.printf("median java.util.regex: %7.2f MB/s, ratio %.2f%n", Median.of(regexes), our / Median.of(regexes));
        if (!pythons.isEmpty()) {
            goals.putAll(Map.ofEntries(Figure.C3_PYTHON.reached(our / Median.of(pythons))));
            out.printf(
                    "median Python re:       %7.2f MB/s, ratio %.2f%n", Median.of(pythons), our / Median.of(pythons));
        }
        report.add(
                "speed",
                Map.of("megabytesASecond", ours, "regexMegabytesASecond", regexes, "pythonMegabytesASecond", pythons),
                goals);
    }

    /** Runs until the compiler has next to nothing left to do, which takes longer on a busy machine; says how often. */
    private static int warmUp(Supplier<Measured> run) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        for (int i = 1; i <= MAX_WARM_UPS; i++) {
            long before = compiler.getTotalCompilationTime();
            double seconds = run.get().seconds();
            if (compiler.getTotalCompilationTime() - before < LEAST_COMPILED * 1000 * seconds) {
                return i;
            }
        }
        return MAX_WARM_UPS;
    }

    /** One text made of all documents, read as one. */
    void runConcatenation() {
        byte[] text = documents.concatenated(bytes);
        List<Double> speeds = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            double start = ProcessorTime.seconds();
            ParsedDocument parsed = parser.parse(text, "concatenation");
            speeds.add(text.length / (double) MEGABYTE / (ProcessorTime.seconds() - start));
            out.printf(
                    "one text of %.1f MB: %.2f MB/s (%s, %d records)%n",
                    text.length / (double) MEGABYTE,
                    speeds.getLast(),
                    parsed.document().genre(),
                    parsed.records().size());
        }
        out.printf("median of one text:     %7.2f MB/s%n", Median.of(speeds));
    }

    private Measured parse(int repetitions) {
        double start = ProcessorTime.seconds();
        long found = 0;
        for (int i = 0; i < repetitions; i++) {
            for (byte[] content : documents.contents()) {
                found += parser.parse(content, "document").records().size();
            }
        }
        return new Measured(ProcessorTime.seconds() - start, found);
    }

    private Measured extract(int repetitions) {
        double start = ProcessorTime.seconds();
        long found = 0;
        for (int i = 0; i < repetitions; i++) {
            for (byte[] content : documents.contents()) {
                found += regex.extract(content).size();
            }
        }
        return new Measured(ProcessorTime.seconds() - start, found);
    }
}
