package io.casewire.parsing;

import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.ChapterRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.parsing.decode.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what stands on a broken place from being published, and says so: a record that holds a lost character, or stands on a line
 * with one, is held back; the others are as good as ever. Where the head of the document is broken nothing is published, as its id
 * derives from there.
 */
final class FlawedText {
    private static final char LOST = '\ufffd';
    private static final int MAX_TITLE = 40;

    private final ParsedDocument parsed;
    private final List<Flaw> flaws;
    private final List<DiagnosticRecord> diagnostics;

    private FlawedText(ParsedDocument parsed, List<Flaw> flaws) {
        this.parsed = parsed;
        this.flaws = flaws;
        this.diagnostics = new ArrayList<>(parsed.diagnostics());
    }

    /** The document without what must not be published of it, with a diagnostic for each flaw and each record held back. */
    static ParsedDocument withheld(ParsedDocument parsed, List<Flaw> flaws) {
        return new FlawedText(parsed, flaws).withheld();
    }

    private ParsedDocument withheld() {
        flaws.forEach(flaw -> diagnostics.add(told(flaw)));
        if (holdsLost(parsed.document()) || isNameTouched()) {
            String message =
                    "A character is lost where the document says its title, number or issuer, so nobody can tell"
                            + " which document it is; send it whole";
            diagnostics.add(new DiagnosticRecord(Severity.ERROR, "BROKEN_HEAD", message, null));
            return with(List.of());
        }
        List<ParsedRecord> kept = new ArrayList<>(parsed.records().size());
        List<ParsedRecord> held = new ArrayList<>();
        for (ParsedRecord record : parsed.records()) {
            (isTouched(record) ? held : kept).add(record);
        }
        if (!held.isEmpty() && kept.stream().allMatch(ChapterRecord.class::isInstance)) {
            // running text alone is nothing to publish
            kept.clear();
            String message = "A character is lost in every record of the document, the first at "
                    + (flaws.isEmpty()
                            ? "a place that markup spells out"
                            : flaws.getFirst().place());
            diagnostics.add(new DiagnosticRecord(Severity.ERROR, "BROKEN_BYTES", message, null));
        }
        held.forEach(record -> diagnostics.add(new DiagnosticRecord(
                Severity.WARNING,
                "HELD_BACK",
                "Not published, as a character of it is lost: " + name(record),
                Coverage.linesOf(record))));
        return held.isEmpty() && flaws.isEmpty() ? parsed : with(kept);
    }

    private ParsedDocument with(List<ParsedRecord> records) {
        DocumentRecord document = parsed.document();
        return new ParsedDocument(
                new DocumentRecord(
                        document.id(),
                        document.sha256(),
                        document.title(),
                        document.issuer(),
                        document.documentNumber(),
                        document.issuedOn(),
                        document.genre(),
                        RecordCounts.of(records),
                        document.declared()),
                records,
                diagnostics,
                parsed.text(),
                parsed.charset(),
                parsed.coverage());
    }

    /** Above the first record stand title and number, below the last one the signature. */
    private boolean isNameTouched() {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (ParsedRecord record : parsed.records()) {
            LineRange lines = record instanceof ChapterRecord ? null : Coverage.linesOf(record);
            if (lines != null) {
                first = Math.min(first, lines.first());
                last = Math.max(last, lines.last());
            }
        }
        int top = first;
        int bottom = last;
        return last > 0
                && flaws.stream().anyMatch(flaw -> flaw.isLoss() && (flaw.line() < top || flaw.line() > bottom));
    }

    private boolean isTouched(ParsedRecord record) {
        LineRange lines = Coverage.linesOf(record);
        return holdsLost(record)
                || (lines != null && flaws.stream().anyMatch(flaw -> flaw.isLoss() && isOn(lines, flaw)));
    }

    private static boolean isOn(LineRange lines, Flaw flaw) {
        return flaw.line() >= lines.first() && flaw.line() <= lines.last();
    }

    private static boolean holdsLost(ParsedRecord record) {
        boolean[] lost = {false};
        Texts.of(record, text -> lost[0] |= text.indexOf(LOST) >= 0);
        return lost[0];
    }

    private static DiagnosticRecord told(Flaw flaw) {
        String message =
                switch (flaw.kind()) {
                    case BROKEN_BYTES -> flaw.what() + " fits no character, at " + flaw.place();
                    case LOST_CHARACTER -> "A character was lost before the document came here, at " + flaw.place();
                    case PRIVATE_USE_CHARACTER ->
                        flaw.what() + " means nothing that everybody agrees on; kept as it is, at " + flaw.place();
                };
        return new DiagnosticRecord(
                Severity.WARNING, flaw.kind().name(), message, new LineRange(flaw.line(), flaw.line()));
    }

    private static String name(ParsedRecord record) {
        return switch (record) {
            case CaseRecord found -> named("case", found.number(), found.title());
            case TaskRecord found -> named("task", found.number(), found.title());
            case AdoptionRecord found -> named("adoption", null, found.region() + ' ' + found.resultName());
            case MilestoneRecord found -> named("milestone", null, found.text());
            case IndicatorRecord found -> named("indicator", null, found.name());
            case ChapterRecord found -> named("chapter", null, found.title() == null ? found.text() : found.title());
            case DocumentRecord _, DiagnosticRecord _ -> throw new IllegalArgumentException("No record of its own");
        };
    }

    /** case 12 '…' */
    private static String named(String kind, @Nullable Integer number, String title) {
        String shown = title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) + "…" : title;
        return String.format(Locale.ROOT, "%s%s '%s'", kind, number == null ? "" : " " + number, shown);
    }
}
