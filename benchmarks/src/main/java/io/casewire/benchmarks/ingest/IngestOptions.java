package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.report.BenchOptions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is measured, as asked for on the command line. */
@Command(
        name = "casewire bench ingest",
        sortOptions = false,
        optionListHeading = "%n",
        footerHeading = "%n",
        description = {
            "Starts builds on fresh data below the temporary folder and on loopback, loads generated documents over"
                    + " four connections, and prints:",
            "",
            "comparison  processor time a document (first and second half), resident memory with the same documents, and the time from the"
                    + " start of the process to ready (of a second start), beside a commit that it builds from git",
            "formats     processor time and the median until published of docx, xlsx and pdf, beside their text",
            "publishing  records a second when documents that were parsed and held are decided upon, the service alone, beside Kafka's own"
                    + " ProducerPerformance with the same records on the same broker",
        },
        footer = "On a machine that does other work it says so: do not trust its times.")
final class IngestOptions extends BenchOptions {
    static final int CONNECTIONS = 4;

    private static final int MOST = 100_000;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "some of ${COMPLETION-CANDIDATES}; else all of them")
    private Set<Part> only = EnumSet.allOf(Part.class);

    @Option(
            names = "--baseline",
            paramLabel = "REF",
            defaultValue = "e92a86a",
            description = "the commit to compare with (${DEFAULT-VALUE})")
    private String baseline = "";

    private int warm;
    private int documents;
    private int baselineDocuments;
    private int formatDocuments;
    private int kilobytes;
    private int rounds;

    /** What can be measured apart. */
    enum Part {
        comparison,
        formats,
        publishing
    }

    @Option(
            names = "--warm",
            paramLabel = "N",
            defaultValue = "60",
            description = "documents before the measuring (${DEFAULT-VALUE})")
    void setWarm(int number) {
        warm = checked("--warm", number, 0, MOST);
    }

    @Option(
            names = "--documents",
            paramLabel = "N",
            defaultValue = "600",
            description = "documents measured of today's build, half and half (${DEFAULT-VALUE})")
    void setDocuments(int number) {
        documents = checked("--documents", number, 2, MOST);
    }

    @Option(
            names = "--baseline-documents",
            paramLabel = "N",
            defaultValue = "60",
            description = "of the baseline (${DEFAULT-VALUE}): with more stored it only gets slower")
    void setBaselineDocuments(int number) {
        baselineDocuments = checked("--baseline-documents", number, 2, MOST);
    }

    @Option(
            names = "--format-documents",
            paramLabel = "N",
            defaultValue = "24",
            description = "of each format, and of those to be published (${DEFAULT-VALUE})")
    void setFormatDocuments(int number) {
        formatDocuments = checked("--format-documents", number, 1, MOST);
    }

    @Option(
            names = "--kb",
            paramLabel = "N",
            defaultValue = "100",
            description = "size of a document's text in kilobytes (${DEFAULT-VALUE})")
    void setKilobytes(int number) {
        kilobytes = checked("--kb", number, 1, MOST);
    }

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "how often everything is measured (${DEFAULT-VALUE}); medians are taken")
    void setRounds(int number) {
        rounds = checked("--rounds", number, 1, MOST);
    }

    boolean wants(Part part) {
        return only.contains(part);
    }

    String baseline() {
        return baseline;
    }

    int warm() {
        return warm;
    }

    /** Measured of a build, in two halves. */
    int documentsOf(Build build) {
        return build.name().equals(Build.BASELINE) ? baselineDocuments : documents;
    }

    int documents() {
        return documents;
    }

    int baselineDocuments() {
        return baselineDocuments;
    }

    int formatDocuments() {
        return formatDocuments;
    }

    int kilobytes() {
        return kilobytes;
    }

    int rounds() {
        return rounds;
    }

    /** What was asked for, for the report. */
    Map<String, Object> settings() {
        return Map.of(
                "warm", warm,
                "documents", documents,
                "baselineDocuments", baselineDocuments,
                "formatDocuments", formatDocuments,
                "kilobytes", kilobytes,
                "connections", CONNECTIONS,
                "rounds", rounds);
    }
}
