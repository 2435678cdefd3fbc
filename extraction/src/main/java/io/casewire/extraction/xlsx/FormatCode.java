package io.casewire.extraction.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The code of a number format (ISO/IEC 29500-1, 18.8.31) as a Chinese Excel shows it. What it says of colours, widths and fill is passed
 * over; fractions are shown as decimals.
 */
final class FormatCode {
    /** More digits than that a double does not hold: 33.299999999999997 is 33.3. */
    private static final MathContext DIGITS = new MathContext(15);

    private final List<FormatSection> sections;

    private FormatCode(List<FormatSection> sections) {
        this.sections = sections;
    }

    static FormatCode of(String code) {
        List<FormatSection> sections = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= code.length(); at++) {
            if (at == code.length() || code.charAt(at) == ';') {
                sections.add(FormatScanner.scan(code.substring(from, at)));
                from = at + 1;
            } else {
                at = FormatScanner.endOfLiteral(code, at) - 1;
            }
        }
        return new FormatCode(sections);
    }

    boolean isDate() {
        return sections.getFirst().isDate();
    }

    /** A number as stored, without a format: no power of ten, no more digits than it has. */
    static String plain(double value) {
        BigDecimal digits = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return digits.signum() == 0 ? "0" : digits.toPlainString();
    }

    /** What a cell of this format shows for a number. */
    String print(double value, boolean from1904) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "";
        }
        FormatSection section = section(value);
        if (section.isDate()) {
            return DateText.print(section, value, from1904);
        }
        boolean signed = value < 0 && !hasNegatives();
        String printed = NumberText.print(section, new BigDecimal(Math.abs(value)).round(DIGITS));
        // what was rounded to nothing has no sign
        return signed && printed.chars().anyMatch(c -> (c >= '1' && c <= '9') || c > 0x7f) ? "-" + printed : printed;
    }

    /** What a cell of this format shows for a text. */
    String print(String text) {
        FormatSection section = sections.size() == 4 ? sections.get(3) : sections.getFirst();
        return section.hasText() || sections.size() == 4 ? section.printText(text) : text;
    }

    /** Whether the second section is the one for numbers below 0, which spell their sign themselves. */
    private boolean hasNegatives() {
        return sections.size() >= 2
                && sections.get(0).condition() == null
                && sections.get(1).condition() == null;
    }

    private FormatSection section(double value) {
        int numbers = Math.min(3, sections.size());
        for (int i = 0; i < numbers; i++) {
            FormatSection.Condition condition = sections.get(i).condition();
            if (condition != null && condition.holds(value)) {
                return sections.get(i);
            }
        }
        if (sections.getFirst().condition() != null) {
            // the first without a condition is for all the others
            return sections.subList(0, numbers).stream()
                    .filter(section -> section.condition() == null)
                    .findFirst()
                    .orElse(sections.get(numbers - 1));
        }
        if (value < 0 && hasNegatives()) {
            return sections.get(1);
        }
        return numbers == 3 && value == 0 ? sections.get(2) : sections.getFirst();
    }
}
