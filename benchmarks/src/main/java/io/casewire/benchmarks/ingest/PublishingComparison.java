package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.report.Folders;
import io.casewire.benchmarks.report.Goal;
import io.casewire.benchmarks.report.Median;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How fast the step is that publishes a parsed document, until the broker has acknowledged all of it and the store has noted it, beside Kafka's own load tool sending the same records to the same broker. A
 * record is whatever a topic of records got of these documents.
 */
final class PublishingComparison {
    private static final double LEAST = 0.35;
    private static final String SECONDS = "casewire_ingest_publish_seconds_sum";

    private final IngestOptions options;
    private final Path scratch;
    private final PrintStream out;

    /** @param scratch folder for everything that is written */
    PublishingComparison(IngestOptions options, Path scratch, PrintStream out) {
        this.options = options;
        this.scratch = scratch;
        this.out = out;
    }

    void run(Build today, Report report) throws IOException, InterruptedException {
        out.println("Publishing what is parsed, beside ProducerPerformance:");
        Path data = scratch.resolve("publishing");
        List<Double> ours = new ArrayList<>();
        List<Double> kafkas = new ArrayList<>();
        try (Server server = Server.start(today, data)) {
            Load load = new Load(server.ingest(), data);
            GeneratedDocuments documents = new GeneratedDocuments(options.kilobytes());
            BrokerLoad broker = new BrokerLoad(server.kafka(), data, scratch.resolve("payload"));
            int next = 0;
            // the first is for warming up
            for (int round = 0; round <= options.rounds(); round++) {
                List<String> held = load.hold(next, next + options.formatDocuments(), documents::upload);
                next += options.formatDocuments();
                server.settledProcessorSeconds();
                long before = broker.records();
                double secondsBefore = load.metric(SECONDS);
                load.decide(held);
                double rate = (broker.records() - before) / (load.metric(SECONDS) - secondsBefore);
                server.settledProcessorSeconds();
                double kafka = broker.perSecond();
                if (round > 0) {
                    ours.add(rate);
                    kafkas.add(kafka);
                    out.printf(
                            "  round %d  %8.0f records/s  ProducerPerformance %8.0f records/s%n", round, rate, kafka);
                }
            }
        } finally {
            Folders.delete(data);
        }
        report.add(
                "publishing",
                Map.of("recordsPerSecond", ours, "producerPerformance", kafkas),
                Map.of("publishing", Goal.atLeast(Median.of(ours) / Median.of(kafkas), LEAST)));
    }
}
