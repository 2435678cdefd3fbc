package io.casewire.gazetteer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of an operator's table, read strictly: what is wrong is refused naming file and line.
 *
 * @param table the file's name
 * @param line from 1
 */
record OperatorRow(String table, int line, Map<String, String> fields) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,60}");

    /** Two characters at least: a single one is found in every text. */
    private static final int SHORTEST_NAME = 2;

    BadGazetteer bad(String reason) {
        return new BadGazetteer(table + ", line " + line + ": " + reason);
    }

    /** The text, empty where the row leaves it empty. */
    String get(String column) {
        String value = fields.get(column);
        if (value == null) {
            throw new IllegalStateException("no column " + column + " in " + fields.keySet());
        }
        return value;
    }

    String required(String column) {
        String value = get(column);
        if (value.isEmpty()) {
            throw bad("'" + column + "' is empty");
        }
        return value;
    }

    String id(String column) {
        String id = required(column);
        if (!ID.matcher(id).matches()) {
            throw bad("'" + column + "' is small letters, digits and hyphens such as ftz-shanxi, not " + id);
        }
        return id;
    }

    /** The names between bars, none where the field is empty. */
    List<String> names(String column) {
        String text = get(column);
        List<String> names = text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
        names.forEach(name -> {
            if (name.strip().length() < SHORTEST_NAME) {
                throw bad("a name in '" + column + "' has two characters at least, not '" + name + "'");
            }
        });
        return names;
    }

    PartialDate date(String column) {
        String text = required(column);
        try {
            return PartialDate.parse(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw bad("'" + column + "' is written 2026-04-09, 2026-04 or 2026, not " + text);
        }
    }

    @Nullable
    LocalDate day(String column) {
        String text = get(column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw bad("'" + column + "' is written 2026-04-09, not " + text);
        }
    }

    Validity validity() {
        LocalDate from = day("from");
        LocalDate until = day("until");
        if (from != null && until != null && until.isBefore(from)) {
            throw bad("'until' is before 'from'");
        }
        return new Validity(from, until);
    }

    LocalDate recorded() {
        required("recorded");
        LocalDate recorded = day("recorded");
        LocalDate withdrawn = day("withdrawn");
        if (recorded == null || (withdrawn != null && withdrawn.isBefore(recorded))) {
            throw bad("'withdrawn' is before 'recorded'");
        }
        return recorded;
    }

    boolean stands() {
        return get("withdrawn").isEmpty();
    }

    Amendment amendment(Amendment.Kind kind, String of, @Nullable String member, Validity validity) {
        return new Amendment(
                kind, of, member, validity, recorded(), required("source"), required("reason"), day("withdrawn"));
    }
}
