package io.casewire.benchmarks.catalogue;

import io.casewire.benchmarks.report.BenchOptions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is measured of the catalogue, as asked for on the command line. */
@Command(
        name = "casewire bench catalogue",
        sortOptions = false,
        optionListHeading = "%n",
        footerHeading = "%n",
        description = {
            "Loads invented cases, below the temporary folder and on loopback, and prints:",
            "",
            "replay   events a second of processor time of the catalogue's consumer, beside a hand-written poll and bulk write on the same"
                    + " kind of store; fails unless what is read from the log again is byte for byte what was there",
            "search   how long searches take, beside bare Lucene with the same query on the same index, also while the index is written"
                    + " anew; memory for 100,000 cases",
            "linking  processor time a case, of the first half and of the second, and with how many others a case is compared",
        },
        footer = "On a machine that does other work it says so: do not trust its times.")
final class CatalogueOptions extends BenchOptions {
    private static final int MOST = 10_000_000;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "some of ${COMPLETION-CANDIDATES}; else all of them")
    private Set<Part> only = EnumSet.allOf(Part.class);

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "the same gives the same cases (${DEFAULT-VALUE})")
    private long seed;

    private int events;
    private int cases;
    private int linked;
    private int warm;
    private int rounds;

    /** What can be measured apart. */
    enum Part {
        replay,
        search,
        linking
    }

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "100000",
            description = "events that are replayed, one in ten a second revision (${DEFAULT-VALUE})")
    void setEvents(int number) {
        events = checked("--events", number, 10, MOST);
    }

    @Option(
            names = "--cases",
            paramLabel = "N",
            defaultValue = "100000",
            description = "cases that are searched (${DEFAULT-VALUE})")
    void setCases(int number) {
        cases = checked("--cases", number, 100, MOST);
    }

    @Option(
            names = "--linked",
            paramLabel = "N",
            defaultValue = "100000",
            description = "cases that are linked (${DEFAULT-VALUE})")
    void setLinked(int number) {
        linked = checked("--linked", number, 20, MOST);
    }

    @Option(
            names = "--warm",
            paramLabel = "N",
            defaultValue = "5000",
            description = "events before the measuring (${DEFAULT-VALUE})")
    void setWarm(int number) {
        warm = checked("--warm", number, 10, MOST);
    }

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "how often events are replayed and queries asked (${DEFAULT-VALUE}); medians are taken")
    void setRounds(int number) {
        rounds = checked("--rounds", number, 1, MOST);
    }

    boolean wants(Part part) {
        return only.contains(part);
    }

    long seed() {
        return seed;
    }

    int events() {
        return events;
    }

    int cases() {
        return cases;
    }

    int linked() {
        return linked;
    }

    int warm() {
        return warm;
    }

    int rounds() {
        return rounds;
    }

    /** What was asked for, for the report. */
    Map<String, Object> settings() {
        return Map.of("seed", seed, "events", events, "cases", cases, "linked", linked, "warm", warm, "rounds", rounds);
    }
}
