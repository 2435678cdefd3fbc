package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.report.Figure;
import io.casewire.benchmarks.report.Median;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events to many open live streams until the last reader has the last one, beside a bare loop that writes the same bytes as often. */
final class StreamComparison {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double MICROS = 1e6;

    private final NotifyOptions options;
    private final Path scratch;
    private final PrintStream out;

    /** @param scratch folder for everything that is written */
    StreamComparison(NotifyOptions options, Path scratch, PrintStream out) {
        this.options = options;
        this.scratch = scratch;
        this.out = out;
    }

    void run(Report report) throws IOException, InterruptedException {
        out.printf("%d events to %d live streams:%n", options.streamed(), options.listeners());
        try (NotifyWorld world = NotifyWorld.in(
                        scratch.resolve("streams"), "--casewire.notify.stream.readers=" + options.listeners());
                Program bare = Program.start(BareStream.class, scratch.resolve("bare-stream.log"));
                HttpClient http = HttpClient.newHttpClient();
                Listeners ours = new Listeners(world.port(), "/api/notify/v1/events", options.listeners());
                Listeners beside = new Listeners(Integer.parseInt(bare.told()), "/", options.listeners())) {
            List<Run> told = new ArrayList<>();
            List<Run> written = new ArrayList<>();
            for (int round = 0; round <= options.rounds(); round++) {
                ours.settle();
                Run one = run(ours, world::processorSeconds, () -> publish(world));
                Run other = run(beside, bare::processorSeconds, () -> write(http, bare, ours.lastEvent()));
                boolean warm = round > 0;
                if (warm) {
                    told.add(one);
                    written.add(other);
                }
                out.printf("  %s  ours %s, bare loop %s%n", warm ? "round " + round : "warming", one, other);
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("ours", told);
            figures.put("bareLoop", written);
            double ratio = median(told) / median(written);
            report.add("streams", figures, Map.ofEntries(Figure.C11.reached(ratio)));
        }
    }

    /**
     * Of one round.
     *
     * @param aSecond events written to a stream
     * @param micros of the server's processor time for each
     */
    private record Run(double aSecond, double micros) {
        @Override
        public String toString() {
            return "%8.0f a second (%.1f µs of processor time each)".formatted(aSecond, micros);
        }
    }

    /** What has the events written. */
    @FunctionalInterface
    private interface Begin {
        void run() throws IOException, InterruptedException;
    }

    private Run run(Listeners listeners, java.util.function.DoubleSupplier processor, Begin begin)
            throws IOException, InterruptedException {
        long number = (long) options.streamed() * options.listeners();
        long wanted = listeners.events() + number;
        double cpu = processor.getAsDouble();
        long begun = System.nanoTime();
        begin.run();
        listeners.await(wanted, PATIENCE);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Run(number / seconds, (processor.getAsDouble() - cpu) * MICROS / number);
    }

    private void publish(NotifyWorld world) throws InterruptedException {
        for (int i = 0; i < options.streamed(); i++) {
            world.publish();
        }
    }

    private void write(HttpClient http, Program bare, String event) throws IOException, InterruptedException {
        HttpResponse<Void> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bare.told() + "/"))
                        .header(BareStream.TIMES, String.valueOf(options.streamed()))
                        .POST(HttpRequest.BodyPublishers.ofString(event))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 204) {
            throw new NotMeasured("the bare loop answers " + answer.statusCode());
        }
    }

    private static double median(List<Run> runs) {
        return Median.of(runs.stream().map(Run::aSecond).toList());
    }
}
