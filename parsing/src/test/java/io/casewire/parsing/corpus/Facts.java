package io.casewire.parsing.corpus;

import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.Effects;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.NumberedText;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Practice;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records as rows of the gold tables: the same columns, the same wording. */
final class Facts {
    private static final int EDGE = 5;

    private Facts() {}

    static Map<String, String> of(String document, CaseRecord found) {
        // who recommends a case, or is responsible where nobody recommends it
        List<String> units = found.originUnits().isEmpty() ? found.leadUnits() : found.originUnits();
        boolean table = found.originality() != null;
        Map<String, String> row = row(document, found.lines());
        row.put("number", text(found.number()));
        row.put("title", found.title());
        row.put("category", text(found.category()));
        row.put("zones", String.join(";", found.zones()));
        row.put("units", String.join(";", units));
        // whom the covering letter addresses is judged among the promotions
        row.put(
                "scope",
                found.promotion() == null || table
                        ? ""
                        : found.promotion().scope().name());
        row.put("originality", text(found.originality()));
        return row;
    }

    static @Nullable Map<String, String> promotion(String document, CaseRecord found) {
        Promotion promotion = found.promotion();
        if (promotion == null) {
            return null;
        }
        PolicyDocument instrument = promotion.instrument();
        Map<String, String> row = row(document, found.lines());
        row.put("scope", promotion.scope().name());
        row.put("scopeText", text(promotion.scopeText()));
        row.put("regions", String.join(";", promotion.regions()));
        row.put("strength", text(promotion.strength()));
        row.put("since", text(promotion.since()));
        row.put("instrument", instrument == null ? "" : text(instrument.title()));
        row.put("number", instrument == null ? "" : text(instrument.number()));
        row.put("url", instrument == null ? "" : text(instrument.url()));
        return row;
    }

    /** A row for each text of the case and for each of its items. */
    static List<Map<String, String>> bodies(String document, CaseRecord found) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (found.background() != null) {
            rows.add(body(document, found, "background", null, found.background()));
        }
        if (found.summary() != null) {
            rows.add(body(document, found, "summary", null, found.summary()));
        }
        Practice practice = found.practice();
        if (practice != null) {
            rows.add(body(document, found, "practice", null, practice.text()));
            practice.measures().forEach(item -> rows.add(body(document, found, "practice", item, item.text())));
        }
        Effects effects = found.effects();
        if (effects != null) {
            rows.add(body(document, found, "effects", null, effects.text()));
            effects.items().forEach(item -> rows.add(body(document, found, "effects", item, item.text())));
        }
        return rows;
    }

    private static Map<String, String> body(
            String document, CaseRecord found, String section, @Nullable NumberedText item, String text) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("document", document);
        row.put("caseLine", String.valueOf(found.lines().first()));
        row.put("section", section);
        row.put("item", item == null ? "" : text(item.number()));
        row.put("heading", item == null ? "" : text(item.heading()));
        row.put("body", print(text));
        return row;
    }

    static Map<String, String> of(String document, TaskRecord found) {
        Deadline deadline = found.deadline();
        Map<String, String> row = row(document, found.lines());
        row.put("number", text(found.number()));
        row.put("title", found.title());
        row.put("path", String.join(";", found.path()));
        row.put("lead", String.join(";", found.leadUnits()));
        row.put("supporting", String.join(";", found.supportingUnits()));
        row.put("deadline", deadline == null ? "" : deadline.text());
        row.put("date", deadline == null ? "" : text(deadline.date()));
        row.put("ongoing", deadline == null ? "" : String.valueOf(deadline.ongoing()));
        row.put("measures", String.valueOf(found.measures().size()));
        row.put("target", print(text(found.target())));
        return row;
    }

    static Map<String, String> of(String document, TaskRecord task, TaskMeasure found) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("document", document);
        row.put("task", text(task.number()));
        row.put("measure", text(found.number()));
        row.put("lead", String.join(";", found.leadUnits()));
        row.put("supporting", String.join(";", found.supportingUnits()));
        row.put("deadlines", found.deadlines().stream().map(Deadline::text).collect(Collectors.joining(";")));
        row.put("body", print(found.text()));
        return row;
    }

    static Map<String, String> of(String document, AdoptionRecord found) {
        Map<String, String> row = row(document, found.lines());
        String quote = folded(found.quote());
        row.put("region", found.region());
        row.put("code", text(found.regionCode()));
        row.put("province", text(found.province()));
        row.put("result", found.resultName());
        row.put("quoteBegins", quote.substring(0, Math.min(EDGE, quote.length())));
        row.put("quoteEnds", quote.substring(Math.max(0, quote.length() - EDGE)));
        return row;
    }

    static Map<String, String> of(String document, MilestoneRecord found) {
        Map<String, String> row = row(document, found.lines());
        row.put("date", found.date());
        row.put("dateEnd", text(found.dateEnd()));
        row.put("body", print(found.text()));
        return row;
    }

    static Map<String, String> of(String document, IndicatorRecord found) {
        Map<String, String> row = row(document, found.lines());
        row.put("group", text(found.group()));
        row.put("name", found.name());
        row.put("unit", text(found.unit()));
        row.put(
                "targets",
                found.targets().stream()
                        .map(target -> String.join(
                                "|",
                                text(target.column()),
                                target.text(),
                                text(target.year()),
                                target.value() == null ? "" : target.value().toPlainString(),
                                text(target.bound())))
                        .collect(Collectors.joining(";")));
        return row;
    }

    private static Map<String, String> row(String document, LineRange lines) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("document", document);
        row.put("first", String.valueOf(lines.first()));
        row.put("last", String.valueOf(lines.last()));
        return row;
    }

    /** Length, beginning, end and digest of a text, blanks and widths of characters aside: nothing lost, nothing doubled. */
    static String print(String text) {
        String folded = folded(text);
        return folded.isEmpty()
                ? "0"
                : folded.length() + " " + folded.substring(0, Math.min(EDGE, folded.length())) + "…"
                        + folded.substring(Math.max(0, folded.length() - EDGE)) + " " + digest(folded);
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
