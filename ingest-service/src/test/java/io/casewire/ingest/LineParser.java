package io.casewire.ingest;

import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.DocumentRecord.Counts;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.ingest.blob.Sha256;
import io.casewire.ingest.pipeline.Parsing;
import io.casewire.parsing.ParsedDocument;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A parser for tests of the service, which makes its records from lines such as {@code case|key|trade|title|summary}, {@code
 * task|key|title}, {@code title|…}, {@code warning|CODE|message}, {@code error|CODE|message}; {@code overflow}, {@code outofmemory}, {@code halt} and {@code sleep} do what
 * they say.
 */
public final class LineParser implements Parsing {
    @Override
    public ParsedDocument parse(byte[] bytes, String name) {
        String title = name;
        List<ParsedRecord> records = new ArrayList<>();
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        List<Paragraph> text = new ArrayList<>();
        int number = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            String[] parts = line.split("\\|", -1);
            LineRange lines = new LineRange(number, number);
            switch (parts[0]) {
                case "title" -> title = parts[1];
                case "case" -> records.add(caseOf(title, parts, lines));
                case "task" -> records.add(taskOf(title, parts, lines));
                case "warning" -> diagnostics.add(new DiagnosticRecord(Severity.WARNING, parts[1], parts[2], lines));
                case "error" -> diagnostics.add(new DiagnosticRecord(Severity.ERROR, parts[1], parts[2], lines));
                case "overflow" -> deep(0);
                case "outofmemory" -> throw new OutOfMemoryError("as the test asked");
                case "halt" -> halt();
                case "sleep" -> sleep();
                default -> {
                    // any other text
                }
            }
            if (!line.isBlank()) {
                text.add(Paragraph.of(line, number));
            }
        }
        int cases = (int) records.stream().filter(CaseRecord.class::isInstance).count();
        DocumentRecord document = new DocumentRecord(
                documentId(title),
                Sha256.of(bytes),
                title,
                null,
                null,
                null,
                records.isEmpty() ? Genre.UNRECOGNISED : Genre.BEST_PRACTICES,
                new Counts(cases, records.size() - cases, 0, 0, 0, 0),
                null);
        return new ParsedDocument(
                document,
                records,
                diagnostics,
                new DocumentText(name, List.copyOf(text), List.of(), number),
                "UTF-8",
                1);
    }

    public static DocumentId documentId(String title) {
        return DocumentId.derive("test", title);
    }

    public static CaseId caseId(String title, String key) {
        return CaseId.derive("test", title, key);
    }

    public static TaskId taskId(String title, String key) {
        return TaskId.derive("test", title, key);
    }

    private static CaseRecord caseOf(String title, String[] parts, LineRange lines) {
        return new CaseRecord(
                caseId(title, parts[1]),
                null,
                parts[3],
                parts[3],
                null,
                List.of(Domain.ofSlug(parts[2]).orElseThrow()),
                DomainSource.PRINTED,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                parts[4],
                null,
                null,
                List.of(),
                null,
                List.of(),
                lines);
    }

    private static TaskRecord taskOf(String title, String[] parts, LineRange lines) {
        return new TaskRecord(
                taskId(title, parts[1]),
                null,
                parts[2],
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                lines);
    }

    /** After the answer to the upload has gone out. */
    private static void halt() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Runtime.getRuntime().halt(1);
    }

    private static int deep(int depth) {
        return depth == Integer.MAX_VALUE ? depth : deep(depth + 1) + 1;
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException("stopped at the time limit", e);
        }
    }
}
