package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.program.ProcessorTime;
import io.casewire.benchmarks.report.Figure;
import io.casewire.benchmarks.report.Goal;
import io.casewire.benchmarks.report.Median;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One event to many webhooks, signed and logged, until the last has come; beside a bare loop of the same posts to the same receiver. */
final class FanOutComparison {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final double MILLIS = 1_000;

    private final NotifyOptions options;
    private final Path scratch;
    private final PrintStream out;

    /** @param scratch folder for everything that is written */
    FanOutComparison(NotifyOptions options, Path scratch, PrintStream out) {
        this.options = options;
        this.scratch = scratch;
        this.out = out;
    }

    void run(Report report) throws IOException, InterruptedException {
        int webhooks = options.webhooks();
        out.printf("One event to %d webhooks over %d connections:%n", webhooks, options.connections());
        try (Receiver receiver = new Receiver();
                NotifyWorld world = NotifyWorld.in(
                        scratch.resolve("fanout"), "--casewire.notify.delivery.per-endpoint=" + options.connections());
                BareLoop bare = new BareLoop(receiver.address(), options.connections())) {
            world.subscribe(receiver.address(), webhooks);
            List<Double> ours = new ArrayList<>();
            List<Double> beside = new ArrayList<>();
            List<Double> wrk = new ArrayList<>();
            List<Double> service = new ArrayList<>();
            List<Double> servers = new ArrayList<>();
            for (int round = 0; round <= options.rounds(); round++) {
                double cpu = world.processorSeconds();
                double cpuServers = world.backbone().processorSeconds();
                receiver.expect(webhooks);
                long begun = System.nanoTime();
                world.publish();
                receiver.await(PATIENCE);
                double told = rate(begun, webhooks);
                world.awaitDelivered((long) (round + 1) * webhooks, PATIENCE);
                double each = (world.processorSeconds() - cpu) * MILLIS / webhooks;
                double eachServers = (world.backbone().processorSeconds() - cpuServers) * MILLIS / webhooks;
                String body = world.lastMessage();
                world.settle();
                receiver.expect(webhooks);
                begun = System.nanoTime();
                bare.post(body, webhooks);
                receiver.await(PATIENCE);
                double posted = rate(begun, webhooks);
                boolean warm = round > 0;
                if (warm) {
                    ours.add(told);
                    beside.add(posted);
                    service.add(each);
                    servers.add(eachServers);
                    if (Wrk.isInstalled()) {
                        receiver.expect(0);
                        wrk.add(Wrk.rate(receiver.address(), body, options.connections(), scratch));
                    }
                }
                out.printf(
                        "  %s  ours %8.0f a second (%.3f ms of processor time each, and %.3f of broker and store), bare loop %8.0f%n",
                        warm ? "round " + round : "warming", told, each, eachServers, posted);
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("aSecond", ours);
            figures.put("bareLoopASecond", beside);
            figures.put("wrkASecond", wrk);
            figures.put("processorMillisEach", service);
            figures.put("serversProcessorMillisEach", servers);
            figures.put("benchProcessorSeconds", ProcessorTime.of(ProcessHandle.current()));
            Map<String, Goal> reached =
                    new LinkedHashMap<>(Map.ofEntries(Figure.C10_LOOP.reached(Median.of(ours) / Median.of(beside))));
            if (wrk.isEmpty()) {
                out.println("  wrk is not installed here: left out");
            } else {
                reached.putAll(Map.ofEntries(Figure.C10_WRK.reached(Median.of(ours) / Median.of(wrk))));
            }
            report.add("fanout", figures, reached);
        }
    }

    private static double rate(long begun, int number) {
        return number * 1e9 / (System.nanoTime() - begun);
    }
}
