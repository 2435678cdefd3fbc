package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.catalogue.InventedCases;
import io.casewire.benchmarks.notify.InventedSubscriptions.Asked;
import io.casewire.benchmarks.program.Heap;
import io.casewire.benchmarks.report.Figure;
import io.casewire.benchmarks.report.Median;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.benchmarks.report.Report;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.wire.Envelope;
import io.casewire.notify.matching.MatchingTrial;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finding the subscriptions of an event, beside Lucene's Monitor with the same subscriptions; processor time of one thread. */
final class MatchingComparison {
    private static final long SEED = 20260101;
    private static final int MANY = 100_000;
    private static final double MICROS = 1e3;
    /** Before the measuring, at least. */
    private static final int WARM_EVENTS = 200;

    private final NotifyOptions options;
    private final PrintStream out;
    private final InventedCases cases = new InventedCases(SEED);

    MatchingComparison(NotifyOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run(Report report) throws IOException, InterruptedException {
        for (int number : options.subscriptions()) {
            compare(number, report);
        }
    }

    private void compare(int number, Report report) throws IOException, InterruptedException {
        out.printf("Matching with %d subscriptions, beside Lucene's Monitor:%n", number);
        List<Asked> asked =
                IntStream.range(0, number).mapToObj(InventedSubscriptions::of).toList();
        double empty = Heap.megabytes();
        MatchingTrial ours = new MatchingTrial();
        IntStream.range(0, number).forEach(at -> ours.add(at, asked.get(at).criteria()));
        double per = (double) MANY / number;
        double heapOurs = (Heap.megabytes() - empty) * per;
        empty = Heap.megabytes();
        try (MonitorTrial monitor = new MonitorTrial()) {
            monitor.add(asked);
            double heapMonitor = (Heap.megabytes() - empty) * per;
            out.printf("  heap for 100,000: %.0f MB with the criteria, Monitor %.0f MB%n", heapOurs, heapMonitor);
            List<Double> micros = new ArrayList<>();
            List<Double> beside = new ArrayList<>();
            long hits = 0;
            int warming = Math.ceilDiv(WARM_EVENTS, options.events());
            for (int round = -warming; round < options.rounds(); round++) {
                Round done = round(ours, monitor, (round + warming) * options.events());
                if (round >= 0) {
                    micros.add(done.ours());
                    beside.add(done.monitor());
                    hits += done.hits();
                    out.printf(
                            "  round %d  ours %9.1f µs an event, Monitor %9.1f µs, %d of the same subscriptions%n",
                            round + 1, done.ours(), done.monitor(), done.hits());
                }
            }
            double ratio = Median.of(beside) / Median.of(micros);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("microsAnEvent", micros);
            figures.put("monitorMicrosAnEvent", beside);
            figures.put("hits", hits);
            figures.put("heapMegabytesPer100000", heapOurs);
            figures.put("monitorHeapMegabytesPer100000", heapMonitor);
            report.add(
                    "matching" + number,
                    figures,
                    Map.ofEntries((number >= MANY ? Figure.C9 : Figure.C8).reached(ratio)));
        }
    }

    /** Microseconds an event, and how many subscriptions were found. */
    private record Round(double ours, double monitor, long hits) {}

    private Round round(MatchingTrial ours, MonitorTrial monitor, int from) throws IOException {
        List<Envelope<CaseEvent>> events = IntStream.range(from, from + options.events())
                .mapToObj(cases::event)
                .toList();
        List<List<Integer>> found = new ArrayList<>();
        long begun = cpu();
        for (Envelope<CaseEvent> event : events) {
            found.add(ours.matches(event));
        }
        long mine = cpu() - begun;
        List<List<Integer>> beside = new ArrayList<>();
        begun = cpu();
        for (Envelope<CaseEvent> event : events) {
            beside.add(monitor.matches(event.event()));
        }
        long theirs = cpu() - begun;
        long hits = 0;
        for (int at = 0; at < events.size(); at++) {
            hits += same(events.get(at), found.get(at), beside.get(at));
        }
        return new Round(mine / MICROS / events.size(), theirs / MICROS / events.size(), hits);
    }

    private static int same(Envelope<CaseEvent> event, List<Integer> found, List<Integer> beside) {
        List<Integer> ours = new ArrayList<>(found);
        List<Integer> theirs = new ArrayList<>(beside);
        Collections.sort(ours);
        Collections.sort(theirs);
        if (!ours.equals(theirs)) {
            ours.removeAll(beside);
            theirs.removeAll(found);
            throw new NotMeasured("for %s only ours finds the subscriptions %s, only Monitor %s"
                    .formatted(event.event().eventId(), first(ours), first(theirs)));
        }
        return ours.size();
    }

    private static List<InventedSubscriptions.Asked> first(List<Integer> numbers) {
        return numbers.stream().limit(3).map(InventedSubscriptions::of).toList();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
