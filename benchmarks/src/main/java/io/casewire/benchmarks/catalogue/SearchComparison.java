package io.casewire.benchmarks.catalogue;

import io.casewire.benchmarks.program.Heap;
import io.casewire.benchmarks.program.ProcessorTime;
import io.casewire.benchmarks.program.Waiting;
import io.casewire.benchmarks.report.Figure;
import io.casewire.benchmarks.report.Report;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.search.SearchTrial;
import io.casewire.catalog.search.SearchTrial.Timing;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** How long a page of a search takes, beside Lucene's first twenty of the same query on the same index; what the index costs. */
final class SearchComparison {
    private static final int QUERIES = 210;
    private static final double MILLIS = 1e6;
    private static final double MEGABYTE = 1024.0 * 1024;
    private static final double PER = 100_000;
    private static final double P50 = 0.5;
    private static final double P99 = 0.99;
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final CatalogueOptions options;
    private final Path scratch;
    private final PrintStream out;
    private final InventedCases cases;

    /** @param scratch folder for everything that is written */
    SearchComparison(CatalogueOptions options, Path scratch, PrintStream out) {
        this.options = options;
        this.scratch = scratch;
        this.out = out;
        this.cases = new InventedCases(options.seed());
    }

    void run(Report report) throws IOException, InterruptedException {
        out.printf("Searching %d cases, beside bare Lucene:%n", options.cases());
        Path directory = scratch.resolve("index");
        long begun = System.nanoTime();
        double cpu = processorSeconds();
        open(directory).close();
        double built = (System.nanoTime() - begun) / 1e9;
        double perCase = (processorSeconds() - cpu) * 1_000 / options.cases();
        out.printf("  built from nothing in %.1f s, %.2f ms of processor time a case%n", built, perCase);
        List<InventedQueries.Asked> queries = InventedQueries.of(QUERIES, cases, options.cases(), options.seed());
        begun = System.nanoTime();
        double held;
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Timing> timings;
        try (SearchTrial trial = open(directory)) {
            double opened = (System.nanoTime() - begun) / 1e9;
            ask(trial, queries, 1);
            timings = ask(trial, queries, options.rounds());
            held = Heap.megabytes();
            double disk = trial.bytes() / MEGABYTE * PER / options.cases();
            out.printf("  opened in %.1f s; %.0f MB on disk for 100,000 cases%n", opened, disk);
            row("a page of ours", timings, Timing::whole);
            row("bare Lucene, first 20", timings, Timing::bare);
            row("  of ours: the query", timings, Timing::understood);
            row("  of ours: facets", timings, Timing::counted);
            begun = System.nanoTime();
            trial.rewriteAll();
            List<Timing> meanwhile = new ArrayList<>();
            while (!trial.isCaughtUp()) {
                meanwhile.addAll(ask(trial, queries, 1));
            }
            double rewritten = (System.nanoTime() - begun) / 1e9;
            out.printf(
                    "  written anew in the background in %.1f s, %d searches answered meanwhile%n",
                    rewritten, meanwhile.size());
            row("  a page meanwhile", meanwhile, Timing::whole);
            figures.put("builtSeconds", built);
            figures.put("builtMillisPerCase", perCase);
            figures.put("openedSeconds", opened);
            figures.put("rewrittenSeconds", rewritten);
            figures.put("diskMegabytesPer100000", disk);
            figures.put("pageMillis", percentiles(timings, Timing::whole));
            figures.put("bareMillis", percentiles(timings, Timing::bare));
            figures.put("queryMillis", percentiles(timings, Timing::understood));
            figures.put("facetMillis", percentiles(timings, Timing::counted));
            figures.put("meanwhileMillis", percentiles(meanwhile, Timing::whole));
        }
        // what closing it sets free
        double heap = (held - Heap.megabytes()) * PER / options.cases();
        out.printf("  %.1f MB of heap for 100,000 cases%n", heap);
        figures.put("heapMegabytesPer100000", heap);
        report.add(
                "search",
                figures,
                Map.ofEntries(Figure.C7.reached(
                        percentile(timings, Timing::whole, P99) / percentile(timings, Timing::bare, P99))));
    }

    private SearchTrial open(Path directory) throws InterruptedException {
        SearchTrial trial = SearchTrial.open(
                directory, options.cases(), InventedCases::id, InventedCases::number, (number, writes) -> {
                    Instant time = InventedCases.time(number);
                    return new StoredCase(
                            cases.content(number), cases.document(number), 1, false, null, time, time, writes);
                });
        Waiting.until(trial::isReady, PATIENCE, "the index was not ready");
        return trial;
    }

    private static List<Timing> ask(SearchTrial trial, List<InventedQueries.Asked> queries, int times)
            throws IOException {
        List<Timing> timings = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (InventedQueries.Asked asked : queries) {
                timings.add(trial.time(asked.words(), asked.filters()));
            }
        }
        return timings;
    }

    private void row(String name, List<Timing> timings, ToLongFunction<Timing> part) {
        out.printf(
                "  %-24s p50 %8.2f ms  p99 %8.2f ms%n",
                name, percentile(timings, part, P50), percentile(timings, part, P99));
    }

    private static Map<String, Double> percentiles(List<Timing> timings, ToLongFunction<Timing> part) {
        return Map.of("p50", percentile(timings, part, P50), "p99", percentile(timings, part, P99));
    }

    private static double percentile(List<Timing> timings, ToLongFunction<Timing> part, double share) {
        long[] sorted = timings.stream().mapToLong(part).sorted().toArray();
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / MILLIS;
    }

    /** Of this process: whoever indexes in the background is part of it. */
    private static double processorSeconds() {
        return ProcessorTime.of(ProcessHandle.current());
    }
}
