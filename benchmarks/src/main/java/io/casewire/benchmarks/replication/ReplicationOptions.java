package io.casewire.benchmarks.replication;

import io.casewire.benchmarks.report.BenchOptions;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is measured of replication, as asked for on the command line. */
@Command(
        name = "casewire bench replication",
        sortOptions = false,
        optionListHeading = "%n",
        footerHeading = "%n",
        description = {
            "Publishes invented cases, each addressed to the same prefectures, below the temporary folder and on loopback, and prints:",
            "",
            "derive  processor time an obligation, beside a hand-written poll and insert of the same documents, which derives nothing and"
                    + " publishes nothing",
            "steps   how long a step in the ledger takes at a fixed rate, from the moment it was due",
            "reads   commands to the store and documents it gives for an answer, with half of the cases and with all",
        },
        footer = {
            "The full size is --obligations 200000 --seconds 60: 500 cases for 400 regions.",
            "On a machine that does other work it says so: do not trust its times."
        })
final class ReplicationOptions extends BenchOptions {
    private static final int FULL_REGIONS = 400;

    private int cases;
    private int obligations;
    private int minutes;
    private int regions;
    private int seconds;
    private int rate;

    @Option(
            names = "--cases",
            paramLabel = "N",
            defaultValue = "20",
            description = "cases that are published (${DEFAULT-VALUE})")
    void setCases(int number) {
        cases = checked("--cases", number, 4, 10_000);
    }

    @Option(
            names = "--obligations",
            paramLabel = "N",
            description =
                    "as many cases as make that many obligations, 400 regions each, instead of --cases and --regions")
    void setObligations(int number) {
        obligations = checked("--obligations", number, 4 * FULL_REGIONS, 10_000 * FULL_REGIONS);
    }

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "120",
            description = "it ends without figures where it is not done by then (${DEFAULT-VALUE})")
    void setMinutes(int number) {
        minutes = checked("--minutes", number, 1, 1_440);
    }

    @Option(
            names = "--regions",
            paramLabel = "N",
            defaultValue = "50",
            description = "regions that each of them obliges: prefectures, then counties (${DEFAULT-VALUE})")
    void setRegions(int number) {
        regions = checked("--regions", number, 1, 3_000);
    }

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "5",
            description = "how long steps are taken (${DEFAULT-VALUE})")
    void setSeconds(int number) {
        seconds = checked("--seconds", number, 1, 3_600);
    }

    @Option(names = "--rate", paramLabel = "N", defaultValue = "100", description = "steps a second (${DEFAULT-VALUE})")
    void setRate(int number) {
        rate = checked("--rate", number, 1, 10_000);
    }

    /** How long all of it may take. */
    Duration limit() {
        return Duration.ofMinutes(minutes);
    }

    int cases() {
        return obligations == 0 ? cases : Math.ceilDiv(obligations, FULL_REGIONS);
    }

    int regions() {
        return obligations == 0 ? regions : FULL_REGIONS;
    }

    int seconds() {
        return seconds;
    }

    int rate() {
        return rate;
    }

    /** What was asked for, for the report. */
    Map<String, Object> settings() {
        return Map.of("cases", cases(), "regions", regions(), "seconds", seconds, "rate", rate);
    }
}
