package io.casewire.ingest.parse;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Severity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parse report for people: what was found against what the document declares, and what needs a look. */
public final class ParseReport {
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
                        "  coverage   %.1f %% of the text reached a record or is known furniture (%d lines, %d left out)",
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
        for (Severity severity : new Severity[] {Severity.ERROR, Severity.WARNING, Severity.INFO}) {
            for (DiagnosticRecord diagnostic : parsed.diagnostics()) {
                if (diagnostic.severity() == severity) {
                    line(
                            out,
                            String.format(
                                    Locale.ROOT,
                                    "  %-8s %-22s %-12s %s",
                                    severity.name().toLowerCase(Locale.ROOT),
                                    diagnostic.code(),
                                    place(diagnostic.lines()),
                                    diagnostic.message()));
                }
            }
        }
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
