package io.casewire.parsing;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parse report for people: what was found against what the document declares, and what needs a look. */
public final class ParseReport {
    /** More lines of one kind are a wall nobody reads; all of them are in the records. */
    private static final int MAX_OF_ONE_KIND = 12;

    private ParseReport() {}

    /** The report as text, several lines, the last one ended. */
    public static String render(ParsedDocument parsed) {
        StringBuilder out = new StringBuilder();
        DocumentRecord document = parsed.document();
        line(out, parsed.text().name());
        line(out, "  title      " + orNone(document.title()));
        line(out, "  issuer     " + orNone(document.issuer()));
        line(out, "  number     " + orNone(document.documentNumber()));
        line(out, "  issued on  " + orNone(document.issuedOn()));
        line(out, "  genre      " + document.genre());
        line(out, "  encoding   " + (parsed.charset().isEmpty() ? "none that fits" : parsed.charset()));
        counts(out, document);
        categories(out, parsed);
        line(
                out,
                String.format(
                        Locale.ROOT,
                        "  coverage   %.1f %% of the text reached a record or is known boilerplate (%d lines, %d left out)",
                        parsed.coverage() * 100,
                        parsed.text().lineCount(),
                        parsed.text().omissions().size()));
        diagnostics(out, parsed);
        return out.toString();
    }

    private static void counts(StringBuilder out, DocumentRecord document) {
        DeclaredCounts declared = document.declared();
        count(out, "cases", document.counts().cases(), declared == null ? null : declared.cases());
        count(out, "tasks", document.counts().tasks(), declared == null ? null : declared.tasks());
        count(out, "adoptions", document.counts().adoptions(), null);
        count(out, "milestones", document.counts().milestones(), null);
        count(out, "indicators", document.counts().indicators(), null);
        count(out, "metrics", document.counts().metrics(), null);
        if (document.counts().chapters() != null) {
            count(out, "chapters", document.counts().chapters(), null);
        }
    }

    private static void count(StringBuilder out, String name, int found, @Nullable Integer declared) {
        if (found == 0 && declared == null) {
            return;
        }
        if (declared == null) {
            line(out, String.format(Locale.ROOT, "  %-10s %d", name, found));
        } else {
            String mark = found == declared ? "" : "  <-- differs";
            line(out, String.format(Locale.ROOT, "  %-10s %d of %d declared%s", name, found, declared, mark));
        }
    }

    private static void categories(StringBuilder out, ParsedDocument parsed) {
        Map<String, Integer> categories = new LinkedHashMap<>();
        for (ParsedRecord record : parsed.records()) {
            if (record instanceof CaseRecord found && found.category() != null) {
                categories.merge(found.category(), 1, Integer::sum);
            }
        }
        categories.forEach((name, found) -> line(out, String.format(Locale.ROOT, "             %3d  %s", found, name)));
    }

    private static void diagnostics(StringBuilder out, ParsedDocument parsed) {
        List<DiagnosticRecord> unparsed = new ArrayList<>();
        List<DiagnosticRecord> doubtful = new ArrayList<>();
        List<DiagnosticRecord> noticed = new ArrayList<>();
        for (DiagnosticRecord diagnostic : parsed.diagnostics()) {
            boolean stretch = diagnostic.code().equals(Unparsed.CODE);
            (stretch ? unparsed : diagnostic.severity() == Severity.INFO ? noticed : doubtful).add(diagnostic);
        }
        group(out, "needs a look", byLine(doubtful));
        group(out, "noticed", byLine(noticed));
        group(out, "gave no record, longest first", unparsed);
    }

    private static List<DiagnosticRecord> byLine(List<DiagnosticRecord> diagnostics) {
        return diagnostics.stream()
                .sorted(Comparator.comparingInt(diagnostic ->
                        diagnostic.lines() == null ? 0 : diagnostic.lines().first()))
                .toList();
    }

    private static void group(StringBuilder out, String title, List<DiagnosticRecord> diagnostics) {
        if (diagnostics.isEmpty()) {
            return;
        }
        line(out, "  " + title);
        Map<String, Integer> printed = new HashMap<>();
        Map<String, Integer> left = new LinkedHashMap<>();
        for (DiagnosticRecord diagnostic : diagnostics) {
            String code = diagnostic.code();
            boolean stretch = code.equals(Unparsed.CODE);
            if (!stretch && printed.merge(code, 1, Integer::sum) > MAX_OF_ONE_KIND) {
                left.merge(code, 1, Integer::sum);
                continue;
            }
            line(
                    out,
                    String.format(
                            Locale.ROOT,
                            "    %-17s %s%s",
                            place(diagnostic.lines()),
                            diagnostic.message(),
                            stretch ? "" : " (" + code + ")"));
        }
        left.forEach((code, more) -> line(out, String.format(Locale.ROOT, "    %-17s %d more (%s)", "", more, code)));
    }

    private static String place(@Nullable LineRange lines) {
        if (lines == null) {
            return "";
        }
        return lines.first() == lines.last() ? "line " + lines.first() : "lines " + lines.first() + "-" + lines.last();
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }
}
