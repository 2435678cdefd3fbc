package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.report.Folders;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Both builds in turn, round after round, on fresh data each time. */
final class IngestComparison {
    private final IngestOptions options;
    private final Path scratch;
    private final PrintStream out;

    /** @param scratch folder for everything that is written */
    IngestComparison(IngestOptions options, Path scratch, PrintStream out) {
        this.options = options;
        this.scratch = scratch;
        this.out = out;
    }

    void run(Build baseline, Build today, Report report) throws IOException, InterruptedException {
        Figures figures = new Figures(options, baseline, today);
        for (Build build : List.of(baseline, today)) {
            out.println("Building and starting " + build.name() + " (" + build.commit() + ") …");
            Path data = scratch.resolve(build.name() + "-first");
            Server.start(build, data).close();
            Folders.delete(data);
        }
        for (int round = 1; round <= options.rounds(); round++) {
            for (Build build : List.of(baseline, today)) {
                Round measured = measure(build, scratch.resolve(build.name() + "-" + round));
                figures.add(build, measured);
                out.printf(
                        "  round %d  %-8s  %6.0f ms/document, then %6.0f  %6.0f MB, at the end %6.0f  ready after %.1f s%n",
                        round,
                        build.name(),
                        measured.firstMillis(),
                        measured.secondMillis(),
                        measured.residentMegabytes(),
                        measured.residentAtEnd(),
                        measured.startSeconds());
            }
        }
        figures.print(out);
        report.add("comparison", figures.json(), figures.goals());
    }

    private Round measure(Build build, Path data) throws IOException, InterruptedException {
        Server.start(build, data).close();
        try (Server server = Server.start(build, data)) {
            Load load = new Load(server.ingest(), data);
            GeneratedDocuments documents = new GeneratedDocuments(options.kilobytes());
            load.publish(0, options.warm(), documents::upload);
            double before = server.settledProcessorSeconds();
            int half = options.documentsOf(build) / 2;
            int middle = options.warm() + half;
            // memory is compared where both builds hold as much
            int same = Math.min(options.warm() + options.baselineDocuments(), middle + half);
            load.publish(options.warm(), Math.min(same, middle), documents::upload);
            double resident = server.residentMegabytes();
            load.publish(Math.min(same, middle), middle, documents::upload);
            double between = server.settledProcessorSeconds();
            load.publish(middle, Math.max(same, middle), documents::upload);
            if (same > middle) {
                resident = server.residentMegabytes();
            }
            load.publish(Math.max(same, middle), middle + half, documents::upload);
            double after = server.settledProcessorSeconds();
            return new Round(
                    server.secondsToReady(),
                    (between - before) * 1000 / half,
                    (after - between) * 1000 / half,
                    resident,
                    server.residentMegabytes());
        } finally {
            Folders.delete(data);
        }
    }
}
