package io.casewire.benchmarks.catalogue;

import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.report.Goal;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What linking costs a case, and how that grows with the cases that are there: nothing else of the catalogue runs. */
final class LinkingCost {
    private static final String LISTENER = "caseTellings";
    private static final String GROUP = "casewire-catalog-lineage-cases-";
    private static final Pattern COMPARISONS =
            Pattern.compile("(?m)^casewire_catalog_lineage_comparisons_total\\{.*} ([0-9.E+]+)$");
    private static final double MOST_GROWTH = 1.1;
    private static final double MOST_COMPARED = 16;
    private static final double MILLIS = 1_000;

    private final CatalogueOptions options;
    private final Path scratch;
    private final PrintStream out;
    private final InventedCases cases;

    /** @param scratch folder for everything that is written */
    LinkingCost(CatalogueOptions options, Path scratch, PrintStream out) {
        this.options = options;
        this.scratch = scratch;
        this.out = out;
        this.cases = new InventedCases(options.seed());
    }

    /**
     * What a half of the cases needed, in milliseconds of processor time a case.
     *
     * @param catalogue of the catalogue
     * @param servers of broker and store
     * @param comparisons with how many others a case was compared
     */
    private record Half(double catalogue, double servers, double comparisons) {
        double millis() {
            return catalogue + servers;
        }
    }

    void run(Report report) throws IOException, InterruptedException {
        out.printf("Linking %d cases, half and half:%n", options.linked());
        int half = options.linked() / 2;
        try (World world = World.in(scratch.resolve("linking"))) {
            world.publish(cases, 0, options.warm());
            try (Program catalogue = Program.start(
                    CatalogueProgram.class,
                    world.folder().resolve("catalogue.log"),
                    world.broker(),
                    world.store(),
                    world.folder().toString(),
                    "1h",
                    LISTENER)) {
                world.awaitRead(group(), catalogue);
                Half first = measured(world, catalogue, options.warm(), options.warm() + half);
                Half second = measured(world, catalogue, options.warm() + half, options.warm() + 2 * half);
                report.add(
                        "linking",
                        Map.of("firstHalf", first, "secondHalf", second),
                        Map.of(
                                "linking growth", Goal.atMost(second.millis() / first.millis(), MOST_GROWTH),
                                "linking comparisons", Goal.atMost(second.comparisons(), MOST_COMPARED)));
            }
        }
    }

    private Half measured(World world, Program catalogue, int from, int to) throws IOException, InterruptedException {
        settle(world, catalogue);
        double before = catalogue.processorSeconds();
        double servers = world.processorSeconds();
        double compared = comparisons(catalogue);
        world.publish(cases, from, to);
        world.awaitRead(group(), catalogue);
        settle(world, catalogue);
        int number = to - from;
        Half half = new Half(
                (catalogue.processorSeconds() - before) * MILLIS / number,
                (world.processorSeconds() - servers) * MILLIS / number,
                (comparisons(catalogue) - compared) / number);
        out.printf(
                "  %7d more: %6.3f ms of processor time a case, and %6.3f of broker and store; compared with %4.1f others%n",
                number, half.catalogue(), half.servers(), half.comparisons());
        return half;
    }

    private static void settle(World world, Program catalogue) throws InterruptedException {
        // links go out once the cases are read
        catalogue.settle();
        world.settle();
    }

    private static double comparisons(Program catalogue) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI metrics = URI.create("http://127.0.0.1:" + catalogue.told() + "/actuator/prometheus");
            String told = client.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return COMPARISONS
                    .matcher(told)
                    .results()
                    .map(MatchResult::group)
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst()
                    .orElseThrow(() -> new NotMeasured("the catalogue does not tell its comparisons at " + metrics));
        }
    }

    private static String group() {
        return GROUP + "1";
    }
}
