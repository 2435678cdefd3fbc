package io.casewire.extraction.docx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formulas on one line: fractions with a stroke, powers with {@code ^}. ISO/IEC 29500-1 section 22.1. */
final class MathText {
    private MathText() {}

    static String of(Element formula) {
        return switch (formula.name()) {
            case "m:t", "w:t" -> formula.text();
            case "m:f" -> fraction(formula);
            case "m:sSup" -> of(formula, "m:e") + "^" + grouped(of(formula, "m:sup"));
            case "m:rad" -> of(formula, "m:deg") + "√" + grouped(of(formula, "m:e"));
            case "m:d" -> delimited(formula);
            case "w:del", "w:moveFrom", "w:delText" -> "";
            default -> inside(formula);
        };
    }

    private static String inside(Element formula) {
        StringBuilder text = new StringBuilder();
        formula.children().forEach(child -> text.append(of(child)));
        return text.toString();
    }

    private static String of(Element formula, String part) {
        Element found = formula.child(part);
        return found == null ? "" : inside(found);
    }

    private static String fraction(Element formula) {
        Element properties = formula.child("m:fPr");
        String numerator = of(formula, "m:num");
        String denominator = of(formula, "m:den");
        boolean stroke = properties == null || !"noBar".equals(mathValue(properties, "m:type"));
        return stroke ? grouped(numerator) + "/" + grouped(denominator) : numerator + denominator;
    }

    private static String delimited(Element formula) {
        Element properties = formula.child("m:dPr");
        String open = properties == null ? null : mathValue(properties, "m:begChr");
        String close = properties == null ? null : mathValue(properties, "m:endChr");
        String separator = properties == null ? null : mathValue(properties, "m:sepChr");
        List<String> parts = new ArrayList<>();
        for (Element child : formula.children()) {
            if (child.name().equals("m:e")) {
                parts.add(inside(child));
            }
        }
        return (open == null ? "(" : open)
                + String.join(separator == null ? "|" : separator, parts)
                + (close == null ? ")" : close);
    }

    private static @Nullable String mathValue(Element properties, String name) {
        Element property = properties.child(name);
        return property == null ? null : property.attribute("m:val");
    }

    /** In brackets where a stroke or a power would otherwise bind only its last part. */
    private static String grouped(String part) {
        boolean compound = part.length() > 1 && part.chars().anyMatch(c -> "+-−×÷·/=".indexOf(c) >= 0);
        return compound ? "(" + part + ")" : part;
    }
}
