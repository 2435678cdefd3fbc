package io.casewire.benchmarks.ingest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Both builds in turn, round after round, on fresh data each time. */
final class IngestComparison {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(60);
    private static final int QUIET_SECONDS = 2;

    /** Less processor time than this in a second, and nothing of the load is under way any more. */
    private static final double QUIET = 0.15;

    private final IngestOptions options;
    private final Path scratch;
    private final PrintStream out;

    /** @param scratch folder for everything that is written */
    IngestComparison(IngestOptions options, Path scratch, PrintStream out) {
        this.options = options;
        this.scratch = scratch;
        this.out = out;
    }

    Figures run(Build baseline, Build today) throws IOException, InterruptedException {
        Figures figures = new Figures(options, baseline, today);
        for (Build build : List.of(baseline, today)) {
            out.println("Building and starting " + build.name() + " (" + build.commit() + ") …");
            Path data = scratch.resolve(build.name() + "-first");
            Server.start(build, data).close();
            delete(data);
        }
        for (int round = 1; round <= options.rounds(); round++) {
            for (Build build : List.of(baseline, today)) {
                Round measured = measure(build, scratch.resolve(build.name() + "-" + round));
                figures.add(build, measured);
                out.printf(
                        "  round %d  %-8s  %6.0f ms/document, then %6.0f  %6.0f MB  ready after %.1f s%n",
                        round,
                        build.name(),
                        measured.firstMillis(),
                        measured.secondMillis(),
                        measured.residentMegabytes(),
                        measured.startSeconds());
            }
        }
        return figures;
    }

    private Round measure(Build build, Path data) throws IOException, InterruptedException {
        Server.start(build, data).close();
        try (Server server = Server.start(build, data)) {
            Load load = new Load(server.ingest(), data, new GeneratedDocuments(options.kilobytes()));
            load.run(0, options.warm());
            List<Double> seconds = new ArrayList<>(List.of(settled(server)));
            int half = options.documentsOf(build) / 2;
            for (int i = 0; i < 2; i++) {
                int from = options.warm() + i * half;
                load.run(from, from + half);
                seconds.add(settled(server));
            }
            return new Round(
                    server.secondsToReady(),
                    (seconds.get(1) - seconds.get(0)) * 1000 / half,
                    (seconds.get(2) - seconds.get(1)) * 1000 / half,
                    server.residentMegabytes());
        } finally {
            delete(data);
        }
    }

    /** Processor time once the listeners have read everything too. */
    private static double settled(Server server) throws InterruptedException {
        long end = System.nanoTime() + SETTLES_WITHIN.toNanos();
        double before = server.processorSeconds();
        for (int quiet = 0; quiet < QUIET_SECONDS && System.nanoTime() < end; ) {
            Thread.sleep(LOOKS_EVERY);
            if (!server.isAlive()) {
                throw new NotMeasured("the server ended during the load");
            }
            double now = server.processorSeconds();
            quiet = now - before < QUIET ? quiet + 1 : 0;
            before = now;
        }
        return before;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
