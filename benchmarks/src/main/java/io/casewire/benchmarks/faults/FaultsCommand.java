package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.report.BenchCommand;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code casewire faults}. */
public final class FaultsCommand {
    private static final int BROKER_TIMES = 5;
    private static final int ROUNDS = 3;

    private FaultsCommand() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        System.setProperty("logback.configurationFile", "io/casewire/benchmarks/catalogue/quiet-log.xml");
        FaultsOptions options = new FaultsOptions();
        BenchCommand.main(options, (scratch, out) -> run(options, scratch, out), arguments);
    }

    private static void run(FaultsOptions options, Path scratch, PrintStream out)
            throws IOException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        out.printf("%-7s %-8s %7s %7s %8s %8s  %s%n", "fault", "", "sent", "ack.", "observed", "seconds", "");
        for (Fault fault : options.faults()) {
            Path folder = Files.createDirectories(scratch.resolve(fault.name()));
            Outcome outcome = run(fault, options, folder, new Phases(out));
            outcomes.add(outcome);
            out.printf(
                    "%-7s %-8s %7d %7d %8d %8.1f  %s%n",
                    fault.shown(),
                    outcome.held() ? "held" : "BROKEN",
                    outcome.sent(),
                    outcome.acknowledged(),
                    outcome.observed(),
                    outcome.seconds(),
                    fault.what());
            outcome.measured().forEach((what, value) -> out.printf("        %s: %.1f%n", what, value));
            outcome.violations().stream().limit(5).forEach(violation -> out.println("        " + violation));
        }
        if (options.json().isPresent()) {
            write(options.json().get(), outcomes);
        }
        String broken = outcomes.stream()
                .filter(outcome -> !outcome.held())
                .map(outcome -> outcome.fault().shown())
                .collect(Collectors.joining(", "));
        if (!broken.isEmpty()) {
            throw new NotMeasured("a promise was broken: " + broken);
        }
    }

    private static Outcome run(Fault fault, FaultsOptions options, Path folder, Phases phases)
            throws IOException, InterruptedException {
        int events = options.events();
        return switch (fault) {
            case F1 -> new BrokerKilled(folder, events * BROKER_TIMES).run();
            case F3 -> new KilledConsumer(folder, events, options.kills(), phases).run();
            case F5 -> new CatalogueFaults(folder, events).duplicates();
            case F6 -> new CatalogueFaults(folder, events).outOfOrder();
            case F7 -> new StoreAway(folder, events, options.away()).run();
            case F23 -> new CatalogueFaults(folder, events).replay();
            case F27 -> new Terminated(folder, events, ROUNDS).run();
            case CLUSTER -> new ClusterKilled(folder, events, options.away()).run();
            case F30 -> new Soaked(folder, options.lasts(), phases).run();
            case F10_14, F15, F16, F17, F18, F19, F20_21, F28, F29 ->
                throw new IllegalArgumentException(fault + " is not run here");
        };
    }

    /** Beside what the file has of faults that were not run now. */
    private static void write(Path file, List<Outcome> outcomes) throws IOException {
        Map<String, Object> all = new TreeMap<>();
        if (Files.exists(file)) {
            WireJson.mapper()
                    .readTree(Files.readString(file))
                    .path("faults")
                    .forEach(each -> all.put(each.path("fault").asString(), each));
        }
        outcomes.forEach(outcome -> all.put(outcome.fault().shown(), outcome.figures()));
        Files.writeString(
                file,
                WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("faults", all.values()))
                        + "\n");
    }
}
