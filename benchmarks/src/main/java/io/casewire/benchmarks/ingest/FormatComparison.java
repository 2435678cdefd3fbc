package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.ingest.Load.Document;
import io.casewire.benchmarks.report.Folders;
import io.casewire.benchmarks.report.Goal;
import io.casewire.benchmarks.report.Median;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Each format beside the text of the same documents, in turn, on one server of today's build. */
final class FormatComparison {
    private static final double MOST_LATENCY = 2;

    private final IngestOptions options;
    private final Path scratch;
    private final PrintStream out;
    private final GeneratedDocuments collections;
    private final GeneratedTables tables;
    private int next;

    /** @param scratch folder for everything that is written */
    FormatComparison(IngestOptions options, Path scratch, PrintStream out) {
        this.options = options;
        this.scratch = scratch;
        this.out = out;
        this.collections = new GeneratedDocuments(options.kilobytes());
        this.tables = new GeneratedTables(options.kilobytes());
    }

    /**
     * A format.
     *
     * @param text name of the one that it is compared with; its own where it is text
     * @param most processor time, as a multiple of the text's
     */
    private record Format(String name, String text, double most, IntFunction<Document> documents) {
        boolean isText() {
            return name.equals(text);
        }
    }

    /** What was measured of a format, a round each. */
    private record Measured(List<Double> millis, List<Double> seconds) {
        Measured() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    void run(Build today, Report report) throws IOException, InterruptedException {
        out.println("Formats, beside the text of the same documents:");
        Path data = scratch.resolve("formats");
        Map<Format, Measured> measured = new LinkedHashMap<>();
        formats().forEach(format -> measured.put(format, new Measured()));
        try (Server server = Server.start(today, data)) {
            Load load = new Load(server.ingest(), data);
            for (Format format : measured.keySet()) {
                load(load, format);
                server.settledProcessorSeconds();
            }
            for (int round = 1; round <= options.rounds(); round++) {
                for (Map.Entry<Format, Measured> each : measured.entrySet()) {
                    measure(server, load, each.getKey(), each.getValue());
                }
            }
        } finally {
            Folders.delete(data);
        }
        tell(measured, report);
    }

    private List<Format> formats() {
        return List.of(
                new Format("text", "text", 1, collections::upload),
                new Format(
                        "docx",
                        "text",
                        4,
                        number -> new Document("bench-" + number + ".docx", Form.docx(text(number)))),
                new Format(
                        "pdf",
                        "text",
                        8,
                        number -> new Document(
                                "bench-" + number + ".pdf", Form.pdf(text(number), scratch.resolve("print")))),
                new Format("table", "table", 1, tables::upload),
                new Format(
                        "xlsx",
                        "table",
                        4,
                        number -> new Document(
                                "table-" + number + ".xlsx", Form.xlsx(tables.heading(number), tables.rows(number)))));
    }

    private String text(int number) {
        return new String(collections.document(number), StandardCharsets.UTF_8);
    }

    // no document is another form of one that was loaded: that would change nothing and cost less
    private List<Document> made(Format format, int count) {
        List<Document> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(format.documents().apply(next++));
        }
        return made;
    }

    private void load(Load load, Format format) throws InterruptedException {
        List<Document> documents = made(format, options.formatDocuments());
        load.publish(0, documents.size(), documents::get);
    }

    private void measure(Server server, Load load, Format format, Measured measured)
            throws IOException, InterruptedException {
        List<Document> documents = made(format, options.formatDocuments());
        double before = server.settledProcessorSeconds();
        load.publish(0, documents.size(), documents::get);
        measured.millis().add((server.settledProcessorSeconds() - before) * 1000 / documents.size());
        List<Double> seconds = new ArrayList<>();
        for (Document document : made(format, options.formatDocuments())) {
            seconds.add(load.secondsToPublish(document));
        }
        measured.seconds().add(Median.of(seconds));
    }

    private void tell(Map<Format, Measured> measured, Report report) {
        Map<String, Measured> byName = new LinkedHashMap<>();
        measured.forEach((format, figures) -> byName.put(format.name(), figures));
        Map<String, Goal> goals = new LinkedHashMap<>();
        Map<String, Object> json = new LinkedHashMap<>();
        out.printf("%-8s %24s %28s%n", "", "processor time, ms", "median until published, ms");
        measured.forEach((format, figures) -> {
            double millis = Median.of(figures.millis());
            double seconds = Median.of(figures.seconds());
            out.printf("%-8s %24.1f %28.1f%n", format.name(), millis, seconds * 1000);
            json.put(format.name(), Map.of("millis", figures.millis(), "medianSecondsToPublish", figures.seconds()));
            Measured text = byName.get(format.text());
            if (!format.isText() && text != null) {
                goals.put(
                        format.name() + "ProcessorTime", Goal.atMost(millis / Median.of(text.millis()), format.most()));
                goals.put(
                        format.name() + "UntilPublished",
                        Goal.atMost(seconds / Median.of(text.seconds()), MOST_LATENCY));
            }
        });
        report.add("formats", json, goals);
    }
}
