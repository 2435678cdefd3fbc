package io.casewire.parsing;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.Coverage.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says which stretches gave no record: a cover letter may, a chapter should not. */
final class Unparsed {
    static final String CODE = "UNPARSED_TEXT";
    private static final int MAX_COUNT = 20;

    private Unparsed() {}

    /** One for each of the longest stretches, the longest first, and one for all the others. */
    static List<DiagnosticRecord> diagnostics(List<Stretch> stretches) {
        List<Stretch> longest = stretches.stream()
                .sorted(Comparator.comparingInt(Stretch::characters).reversed())
                .toList();
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        for (Stretch stretch : longest.subList(0, Math.min(MAX_COUNT, longest.size()))) {
            diagnostics.add(new DiagnosticRecord(Severity.INFO, CODE, message(stretch), stretch.lines()));
        }
        if (longest.size() > MAX_COUNT) {
            List<Stretch> others = longest.subList(MAX_COUNT, longest.size());
            int characters = others.stream().mapToInt(Stretch::characters).sum();
            diagnostics.add(new DiagnosticRecord(
                    Severity.INFO,
                    CODE,
                    String.format(
                            Locale.ROOT,
                            "%,d characters in %d shorter stretches gave no record either",
                            characters,
                            others.size()),
                    null));
        }
        return diagnostics;
    }

    private static String message(Stretch stretch) {
        return grouped(stretch.characters()) + " characters gave no record: '" + stretch.excerpt() + "'";
    }

    /** 12,345 */
    private static String grouped(int number) {
        return number < 1000 ? String.valueOf(number) : String.format(Locale.ROOT, "%,d", number);
    }
}
