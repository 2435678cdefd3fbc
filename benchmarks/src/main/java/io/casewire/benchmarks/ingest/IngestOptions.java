package io.casewire.benchmarks.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What is measured.
 *
 * @param repository with both builds
 * @param json where the figures go; empty for nowhere
 * @param baseline commit to compare with
 * @param warm documents loaded before the measuring
 * @param documents of today's build measured, in two halves
 * @param baselineDocuments of the baseline measured, in two halves: it needs so much more for each that as many would take hours
 * @param kilobytes about so much each
 * @param rounds how often each build is measured
 */
record IngestOptions(
        Path repository,
        Optional<Path> json,
        String baseline,
        int warm,
        int documents,
        int baselineDocuments,
        int kilobytes,
        int rounds) {
    static final int CONNECTIONS = 4;
    static final String USAGE = """
            Usage: casewire bench ingest [options]

            Builds a commit from git, starts it and today's build in turn, each on fresh data below the temporary folder and on
            loopback, loads the same documents over four connections, and prints processor time a document (first and second
            half), resident memory at the end, and the time from the start of the process to ready (of a second start).

              --json FILE               write the figures, medians and ratios there
              --baseline REF            the commit to compare with (e92a86a)
              --warm N                  documents before the measuring (60)
              --documents N             documents measured of today's build, half and half (600)
              --baseline-documents N    of the baseline (60): with more stored it only gets slower
              --kb N                    size of a document in kilobytes (100)
              --rounds N                rounds of both builds; medians are taken (5)

            It builds both first. On a machine that does other work it says so: do not trust its times.
            """;

    private static final int MOST = 100_000;
    private static final Map<String, BiFunction<IngestOptions, String, IngestOptions>> OPTIONS = new TreeMap<>(Map.of(
            "--json", (options, value) -> options.withJson(Path.of(value)),
            "--baseline", IngestOptions::withBaseline,
            "--warm", (options, value) -> options.withWarm(number("--warm", value, 0)),
            "--documents", (options, value) -> options.withDocuments(number("--documents", value, 2)),
            "--baseline-documents",
                    (options, value) -> options.withBaselineDocuments(number("--baseline-documents", value, 2)),
            "--kb", (options, value) -> options.withKilobytes(number("--kb", value, 1)),
            "--rounds", (options, value) -> options.withRounds(number("--rounds", value, 1))));

    /** @throws IllegalArgumentException with a sentence that names what is not understood */
    static IngestOptions parse(Path repository, List<String> arguments) {
        IngestOptions options = new IngestOptions(repository, Optional.empty(), "e92a86a", 60, 600, 60, 100, 5);
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            BiFunction<IngestOptions, String, IngestOptions> option = OPTIONS.get(name);
            if (option == null) {
                throw new IllegalArgumentException(
                        "unknown option " + name + "; there are " + String.join(", ", OPTIONS.keySet()));
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            options = option.apply(options, arguments.get(i + 1));
        }
        return options;
    }

    private static int number(String option, String value, int least) {
        if (value.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= MOST) {
                return number;
            }
        }
        throw new IllegalArgumentException(
                "%s needs a number from %d to %d, not %s".formatted(option, least, MOST, value));
    }

    /** Of a build. */
    int documentsOf(Build build) {
        return build.name().equals(Build.BASELINE) ? baselineDocuments : documents;
    }

    private IngestOptions withJson(Path file) {
        return new IngestOptions(
                repository, Optional.of(file), baseline, warm, documents, baselineDocuments, kilobytes, rounds);
    }

    private IngestOptions withBaseline(String commit) {
        return new IngestOptions(repository, json, commit, warm, documents, baselineDocuments, kilobytes, rounds);
    }

    private IngestOptions withWarm(int number) {
        return new IngestOptions(repository, json, baseline, number, documents, baselineDocuments, kilobytes, rounds);
    }

    private IngestOptions withDocuments(int number) {
        return new IngestOptions(repository, json, baseline, warm, number, baselineDocuments, kilobytes, rounds);
    }

    private IngestOptions withBaselineDocuments(int number) {
        return new IngestOptions(repository, json, baseline, warm, documents, number, kilobytes, rounds);
    }

    private IngestOptions withKilobytes(int number) {
        return new IngestOptions(repository, json, baseline, warm, documents, baselineDocuments, number, rounds);
    }

    private IngestOptions withRounds(int number) {
        return new IngestOptions(repository, json, baseline, warm, documents, baselineDocuments, kilobytes, number);
    }
}
