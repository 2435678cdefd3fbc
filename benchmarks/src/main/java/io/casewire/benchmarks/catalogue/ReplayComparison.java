package io.casewire.benchmarks.catalogue;

import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.report.Figure;
import io.casewire.benchmarks.report.Median;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Events a second of processor time of the catalogue's consumer beside a hand-written one, each on a broker and a store of its own; then the store is
 * dropped, and what is read from the log again has to be what was there.
 */
final class ReplayComparison {
    private static final String LISTENER = "caseEvents";
    private static final String GROUP = "casewire-catalog-cases";

    private final CatalogueOptions options;
    private final Path scratch;
    private final PrintStream out;
    private final InventedCases cases;

    /** @param scratch folder for everything that is written */
    ReplayComparison(CatalogueOptions options, Path scratch, PrintStream out) {
        this.options = options;
        this.scratch = scratch;
        this.out = out;
        this.cases = new InventedCases(options.seed());
    }

    /**
     * What one consumer needed.
     *
     * @param seconds of its own processor time
     * @param withServers the same with that of broker and store, which did the same work for both
     */
    private record Cost(double seconds, double withServers) {}

    void run(Report report) throws IOException, InterruptedException {
        out.printf("Replaying %d events, beside a hand-written consumer:%n", options.events());
        List<Cost> ours = new ArrayList<>();
        List<Cost> byHand = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            byHand.add(measured(scratch.resolve("by-hand-" + round), false, false));
            ours.add(measured(scratch.resolve("catalogue-" + round), true, round == options.rounds()));
            out.printf(
                    "  round %d  catalogue %7.0f events/CPU s (with broker and store %6.0f)  by hand %7.0f (%6.0f)%n",
                    round,
                    rate(ours.getLast().seconds()),
                    rate(ours.getLast().withServers()),
                    rate(byHand.getLast().seconds()),
                    rate(byHand.getLast().withServers()));
        }
        double own = ratio(
                ours.stream().map(Cost::seconds).toList(),
                byHand.stream().map(Cost::seconds).toList());
        double all = ratio(
                ours.stream().map(Cost::withServers).toList(),
                byHand.stream().map(Cost::withServers).toList());
        report.add(
                "replay",
                Map.of("catalogue", ours, "byHand", byHand, "rebuildIsByteEqual", true),
                Map.ofEntries(Figure.C5.reached(own), Figure.C5_WITH_STORE.reached(all)));
    }

    private Cost measured(Path folder, boolean ours, boolean rebuild) throws IOException, InterruptedException {
        try (World world = World.in(folder)) {
            cases(world, 0, options.warm());
            String group = ours ? GROUP : HandWritten.GROUP;
            Cost cost;
            try (Program reader = ours ? catalogue(world) : byHand(world)) {
                world.awaitRead(group, reader);
                reader.settle();
                world.settle();
                double before = reader.processorSeconds();
                double servers = world.processorSeconds();
                cases(world, options.warm(), options.warm() + options.events());
                world.awaitRead(group, reader);
                double seconds = reader.processorSeconds() - before;
                cost = new Cost(seconds, seconds + world.processorSeconds() - servers);
            }
            if (rebuild) {
                requireEqualRebuild(world);
            }
            return cost;
        }
    }

    private void requireEqualRebuild(World world) throws IOException, InterruptedException {
        StoredContent before = world.content();
        world.dropStore();
        try (Program reader = catalogue(world)) {
            world.awaitRead(GROUP, reader);
        }
        StoredContent after = world.content();
        if (!after.equals(before)) {
            throw new NotMeasured(
                    "what was read from the log again is not what was there: " + before + ", then " + after);
        }
        out.printf(
                "  rebuilt from the log: %d cases and %d revisions, byte for byte as before (SHA-256 %s…)%n",
                after.cases(), after.revisions(), after.digest().substring(0, 16));
    }

    private void cases(World world, int from, int to) throws InterruptedException {
        world.publish(cases, from, to);
    }

    // nothing is to be found meanwhile: the index looks for what is new once an hour
    private static Program catalogue(World world) throws IOException {
        return Program.start(
                CatalogueProgram.class,
                world.folder().resolve("catalogue.log"),
                world.broker(),
                world.store(),
                world.folder().toString(),
                "1h",
                LISTENER);
    }

    private static Program byHand(World world) throws IOException {
        return Program.start(HandWritten.class, world.folder().resolve("by-hand.log"), world.broker(), world.store());
    }

    private double rate(double seconds) {
        return options.events() / seconds;
    }

    private static double ratio(List<Double> ours, List<Double> theirs) {
        return Median.of(theirs) / Median.of(ours);
    }
}
