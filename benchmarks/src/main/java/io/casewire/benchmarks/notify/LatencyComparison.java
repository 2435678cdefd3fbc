package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.ingest.GeneratedDocuments;
import io.casewire.benchmarks.ingest.IngestProgram;
import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.report.Figure;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.benchmarks.report.Report;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From an upload until the first webhook comes, where nothing else is done; beside one record of the same size through the same broker. */
final class LatencyComparison {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Until whatever a document has caused is done. */
    private static final Duration IDLE = Duration.ofMillis(400);

    private static final int WARM = 20;
    private static final double MILLIS = 1e6;

    private final NotifyOptions options;
    private final Path scratch;
    private final PrintStream out;
    private final GeneratedDocuments documents = new GeneratedDocuments(1);
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param scratch folder for everything that is written */
    LatencyComparison(NotifyOptions options, Path scratch, PrintStream out) {
        this.options = options;
        this.scratch = scratch;
        this.out = out;
    }

    void run(Report report) throws IOException, InterruptedException {
        out.printf("From upload to webhook, %d documents one by one:%n", options.documents());
        try (Receiver receiver = new Receiver();
                NotifyWorld world = NotifyWorld.in(scratch.resolve("latency"));
                Program ingest = Program.start(
                        IngestProgram.class,
                        scratch.resolve("ingest.log"),
                        world.backbone().broker(),
                        world.backbone().store(),
                        world.backbone().folder().toString());
                RoundTrip trip = new RoundTrip(world.backbone().broker())) {
            world.subscribe(receiver.address(), 1);
            URI uploads = URI.create("http://127.0.0.1:" + ingest.told() + "/api/ingest/v1/documents");
            String token = TokenIssuer.in(world.backbone().folder().resolve("identity"))
                    .mint(new Caller("bench", Set.of(Role.PUBLISHER), null, null), Duration.ofHours(12));
            LatencyStages stages = new LatencyStages(world.database("ingest"), world.database(NotifyWorld.DATABASE));
            List<Double> ours = new ArrayList<>();
            List<Double> beside = new ArrayList<>();
            for (int number = -WARM; number < options.documents(); number++) {
                byte[] document = documents.document(number + WARM);
                receiver.expect(1);
                Instant begunAt = Instant.now();
                long begun = System.nanoTime();
                upload(uploads, token, number + WARM, document);
                receiver.await(PATIENCE);
                double told = (System.nanoTime() - begun) / MILLIS;
                Instant arrivedAt = Instant.now();
                Thread.sleep(IDLE);
                double through = trip.nanos(document) / MILLIS;
                if (number >= 0) {
                    ours.add(told);
                    beside.add(through);
                    stages.add(name(number + WARM), begunAt, arrivedAt);
                }
            }
            report(report, ours, beside, stages);
        }
    }

    private void report(Report report, List<Double> ours, List<Double> beside, LatencyStages stages) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("millis", ours);
        figures.put("roundTripMillis", beside);
        double p50 = percentile(ours, 0.5);
        double p99 = percentile(ours, 0.99);
        out.printf(
                "  upload to webhook p50 %.1f ms, p99 %.1f ms; one record through the broker p50 %.1f ms, p99 %.1f ms%n",
                p50, p99, percentile(beside, 0.5), percentile(beside, 0.99));
        Map<String, Double> medians = new LinkedHashMap<>();
        stages.millis().forEach((stage, all) -> medians.put(stage.name(), percentile(all, 0.5)));
        out.println("  medians of its stages in ms: " + medians);
        figures.put("stageMillis", medians);
        report.add(
                "latency",
                figures,
                Map.ofEntries(Figure.C14_P50.reached(p50 / percentile(beside, 0.5)), Figure.C14_P99.reached(p99)));
    }

    private void upload(URI uploads, String token, int number, byte[] document)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(uploads + "?name=" + name(number)))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new NotMeasured("an upload is answered with " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static String name(int number) {
        return "latency-" + number + ".txt";
    }

    static double percentile(List<Double> values, double share) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, (long) Math.ceil(share * sorted.length) - 1)];
    }
}
