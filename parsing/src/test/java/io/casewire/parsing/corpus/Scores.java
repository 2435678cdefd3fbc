package io.casewire.parsing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the facts read from documents agree with those a reader finds, field by field. */
public final class Scores {
    /** Lines that begin so are gathered by {@code ./casewire test}. */
    private static final String MARK = "parsing score: ";

    private static final String NOT_JUDGED = "*";

    private final String subject;
    private final Map<String, Tally> fields = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();

    private Scores(String subject) {
        this.subject = subject;
    }

    /** Compares rows that agree in the columns of the key; an expected {@code *} stands for anything. */
    static Scores compare(
            String subject, List<String> key, List<Map<String, String>> expected, List<Map<String, String>> found) {
        Scores scores = new Scores(subject);
        Map<List<String>, Map<String, String>> unmatched = new LinkedHashMap<>();
        for (Map<String, String> row : found) {
            if (unmatched.put(values(row, key), row) != null) {
                scores.differences.add("found twice: " + row);
            }
        }
        for (Map<String, String> wanted : expected) {
            Map<String, String> row = unmatched.remove(values(wanted, key));
            for (Map.Entry<String, String> field : wanted.entrySet()) {
                if (!key.contains(field.getKey()) && !field.getValue().equals(NOT_JUDGED)) {
                    scores.judge(values(wanted, key), field.getKey(), field.getValue(), row);
                }
            }
        }
        for (Map<String, String> row : unmatched.values()) {
            scores.differences.add("nobody expects " + row);
            scores.fields.values().forEach(tally -> tally.found++);
        }
        return scores;
    }

    private void judge(List<String> key, String field, String wanted, @Nullable Map<String, String> row) {
        Tally tally = fields.computeIfAbsent(field, _ -> new Tally());
        tally.expected++;
        if (row == null) {
            differences.add(key + " " + field + ": nothing found");
            return;
        }
        tally.found++;
        String value = row.getOrDefault(field, "");
        if (wanted.equals(value)) {
            tally.right++;
        } else {
            differences.add(key + " " + field + ": expected '" + wanted + "', found '" + value + "'");
        }
    }

    private static List<String> values(Map<String, String> row, List<String> columns) {
        return columns.stream().map(column -> row.getOrDefault(column, "")).toList();
    }

    /** Prints a line a field. */
    Scores print() {
        fields.forEach((field, tally) -> print(subject, field, tally.right, tally.found, tally.expected));
        return this;
    }

    /** Prints a line for a field counted elsewhere. */
    static void print(String subject, String field, int right, int found, int expected) {
        double precision = found == 0 ? 1 : (double) right / found;
        double recall = expected == 0 ? 1 : (double) right / expected;
        System.out.printf(
                Locale.ROOT,
                MARK + "%-12s %-12s precision %.3f   recall %.3f   %5d right of %d expected%n",
                subject,
                field,
                precision,
                recall,
                right,
                expected);
    }

    /** Fails, naming every difference, where a field has less precision or recall than that. */
    void assertAtLeast(double goal) {
        boolean reached = fields.values().stream()
                .allMatch(tally -> tally.right >= goal * tally.found && tally.right >= goal * tally.expected);
        if (!reached) {
            assertThat(differences).as("%s: fields below %s", subject, goal).isEmpty();
        }
        differences.forEach(difference -> System.out.println("differs: " + subject + " " + difference));
    }

    private static final class Tally {
        private int right;
        private int found;
        private int expected;
    }
}
