package io.casewire.parsing.casefile;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Ordinals;
import org.jspecify.annotations.Nullable;

/** Counts a document states of itself: （共5项）, 共23项, 7个典型案例. */
public final class Declared {
    private static final String[] KINDS = {
        "典型案例",
        "制度创新最佳案例",
        "制度创新案例",
        "最佳案例",
        "最佳实践案例",
        "实践案例",
        "案例",
        "制度创新成果",
        "创新成果",
        "成果",
        "改革试点经验",
        "试点经验",
        "经验",
        "改革举措",
        "举措",
        "改革事项",
        "事项"
    };

    private static final String[] ZONES = {"自贸试验区", "自由贸易试验区"};

    private Declared() {}

    /** A category name without its number and its count. */
    static String bare(String name) {
        Marker marker = Marker.read(name);
        return withoutCount(marker == null ? name : name.substring(marker.end()));
    }

    /** The count in brackets at the end of a heading; null where there is none. */
    public static @Nullable Integer trailingCount(String heading) {
        int open = heading.lastIndexOf('（');
        if (open < 0 || !heading.endsWith("）")) {
            return null;
        }
        return count(heading.substring(open + 1, heading.length() - 1));
    }

    /** A heading without the count in brackets at its end. */
    public static String withoutCount(String heading) {
        return trailingCount(heading) == null
                ? heading.strip()
                : heading.substring(0, heading.lastIndexOf('（')).strip();
    }

    private static @Nullable Integer count(String text) {
        String inner = text.startsWith("共") ? text.substring(1) : text;
        inner = inner.strip();
        if (inner.isEmpty() || "项条个例".indexOf(inner.charAt(inner.length() - 1)) < 0) {
            return null;
        }
        int value = Ordinals.ofCell(inner.substring(0, inner.length() - 1));
        return value > 0 ? value : null;
    }

    /** The number of cases running text declares ({@code 7个典型案例}, {@code 共23项}); null where it declares none. */
    public static @Nullable Integer inText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit != '个' && unit != '项' && unit != '条') {
                continue;
            }
            int numeralEnd = i > 0 && text.charAt(i - 1) == ' ' ? i - 1 : i;
            int start = numeralEnd;
            while (start > 0 && numeralEnd - start < 4 && isNumeral(text.charAt(start - 1))) {
                start--;
            }
            boolean longer = start > 0 && isNumeral(text.charAt(start - 1));
            int value = longer ? -1 : Ordinals.ofCell(text.substring(start, numeralEnd));
            boolean trails = start > 0 && text.charAt(start - 1) == '等';
            if (value > 0 && !trails && (startsWithKind(text, i + 1) || (start > 0 && text.charAt(start - 1) == '共'))) {
                return value;
            }
        }
        return null;
    }

    private static boolean startsWithKind(String text, int at) {
        int from = at;
        for (String zone : ZONES) {
            from = text.startsWith(zone, at) ? at + zone.length() : from;
        }
        from += from < text.length() && "“ ".indexOf(text.charAt(from)) >= 0 ? 1 : 0;
        for (String kind : KINDS) {
            if (text.startsWith(kind, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumeral(char c) {
        return (c >= '0' && c <= '9') || "一二三四五六七八九十百".indexOf(c) >= 0;
    }

    /** The same where the numbering leaves out some that the document does not print. */
    public static DiagnosticRecord check(int declared, int found, int withheld) {
        return withheld == 0 || found + withheld != declared
                ? check(declared, found)
                : new DiagnosticRecord(
                        Severity.INFO,
                        "DECLARED_COUNT_MISMATCH",
                        "The document declares " + declared + " cases, " + found + " were found, " + withheld
                                + " are not printed",
                        null);
    }

    /** Says whether as many were found as declared. */
    public static DiagnosticRecord check(int declared, int found) {
        if (declared == found) {
            return new DiagnosticRecord(
                    Severity.INFO,
                    "DECLARED_COUNT_MET",
                    "The document declares " + declared + " cases; all were found",
                    null);
        }
        return new DiagnosticRecord(
                Severity.WARNING,
                "DECLARED_COUNT_MISMATCH",
                "The document declares " + declared + " cases, " + found + " were found",
                null);
    }
}
