package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.program.Backbone;
import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.report.Figure;
import io.casewire.benchmarks.report.Median;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How fast documents that were parsed and held are published once a person decides, until the broker has acknowledged all of them and
 * the store has noted it, beside Kafka's own load tool sending the same records to the same broker. The ingest service runs alone.
 */
final class PublishingComparison {
    private final IngestOptions options;
    private final Path scratch;
    private final PrintStream out;

    /** @param scratch folder for everything that is written */
    PublishingComparison(IngestOptions options, Path scratch, PrintStream out) {
        this.options = options;
        this.scratch = scratch;
        this.out = out;
    }

    void run(Report report) throws IOException, InterruptedException {
        out.println("Publishing what is parsed, beside ProducerPerformance:");
        List<Double> ours = new ArrayList<>();
        List<Double> kafkas = new ArrayList<>();
        // nobody reads meanwhile: the other tool's records have no readers either
        try (Backbone backbone = Backbone.in(scratch.resolve("publishing"));
                Program ingest = Program.start(
                        IngestProgram.class,
                        backbone.folder().resolve("ingest.log"),
                        backbone.broker(),
                        backbone.store(),
                        backbone.folder().toString())) {
            Load load = new Load(URI.create("http://127.0.0.1:" + ingest.told()), backbone.folder());
            GeneratedDocuments documents = new GeneratedDocuments(options.kilobytes());
            BrokerLoad broker = new BrokerLoad(backbone.broker(), scratch.resolve("payload"));
            int next = 0;
            // the first is for warming up
            for (int round = 0; round <= options.rounds(); round++) {
                List<String> held = load.hold(next, next + options.formatDocuments(), documents::upload);
                next += options.formatDocuments();
                ingest.settle();
                long before = broker.records();
                double seconds = load.secondsToPublish(held);
                double rate = (broker.records() - before) / seconds;
                ingest.settle();
                double kafka = broker.perSecond();
                if (round > 0) {
                    ours.add(rate);
                    kafkas.add(kafka);
                    out.printf(
                            "  round %d  %8.0f records/s  ProducerPerformance %8.0f records/s%n", round, rate, kafka);
                }
            }
        }
        report.add(
                "publishing",
                Map.of("recordsPerSecond", ours, "producerPerformance", kafkas),
                Map.ofEntries(Figure.C1.reached(Median.of(ours) / Median.of(kafkas))));
    }
}
