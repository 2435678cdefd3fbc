package io.casewire.parsing.field.metric;

import io.casewire.contracts.parsed.Bound;
import io.casewire.parsing.field.calendar.PrintedDate;
import io.casewire.parsing.field.calendar.PrintedDates;
import io.casewire.parsing.field.numeral.Fraction;
import io.casewire.parsing.field.numeral.Numeral;
import io.casewire.parsing.field.numeral.Numerals;
import io.casewire.text.CharacterSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the amounts of a text: numbers with a unit. Dates, ordinals, document numbers, names with digits (5G, H2018) and
 * whatever stands inside quotation marks or book titles are none.
 */
final class Amounts {
    private static final String RANGE = "—–-－~～〜至到";
    /** A number, or a word that says one. */
    private static final CharacterSet BEGINNINGS = CharacterSet.of(Numerals.CHARACTERS + "半番倍");

    private static final int MAX_TIME_LENGTH = 6;
    private static final String HALF_OF = "年小天个";

    private final String text;
    /** Null until the first number. */
    private boolean @Nullable [] quoted;

    private final List<Amount> found = new ArrayList<>();

    private Amounts(String text) {
        this.text = text;
    }

    static List<Amount> in(String text) {
        Amounts amounts = new Amounts(text);
        amounts.scan();
        return List.copyOf(amounts.found);
    }

    private void scan() {
        int at = next(0);
        while (at < text.length()) {
            at = next(isQuoted(at) ? at + 1 : afterNumber(at));
        }
    }

    private int next(int from) {
        return BEGINNINGS.indexIn(text, from, text.length());
    }

    private boolean isQuoted(int index) {
        if (quoted == null) {
            quoted = Quotations.in(text);
        }
        return quoted[index];
    }

    private int afterNumber(int at) {
        PrintedDate date = PrintedDates.at(text, at);
        if (date != null) {
            return date.end();
        }
        Numeral numeral = Numerals.at(text, at);
        if (isPartOfName(at, numeral)) {
            return skipNumber(at, numeral);
        }
        Amount inVerb = inVerbAt(at);
        if (inVerb != null) {
            found.add(inVerb);
            return inVerb.end();
        }
        Amount amount = amountAt(at, numeral);
        if (amount == null) {
            return skipNumber(at, numeral);
        }
        found.add(amount);
        return amount.end();
    }

    private int skipNumber(int at, @Nullable Numeral numeral) {
        int end = numeral == null ? at + 1 : numeral.end();
        while (end < text.length() && Numerals.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** H2018, 第3, 7×24, 2022-2024年: a number that names or orders something; 10^4: two that are one which nobody reads here. */
    private boolean isPartOfName(int at, @Nullable Numeral numeral) {
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        if (before == '第'
                || text.startsWith("二次", at)
                || text.startsWith("零下", at - 2)
                || before == '×'
                || before == '+'
                || before == '^'
                || before == '.'
                || isLetter(before)) {
            return true;
        }
        if (numeral == null || numeral.chinese()) {
            return false;
        }
        char after = numeral.end() < text.length() ? text.charAt(numeral.end()) : ' ';
        boolean year = numeral.end() - at == 4 && "-—–~至、，".indexOf(after) >= 0;
        return after == '×' || after == '^' || (year && PrintedDates.at(text, numeral.end() + 1) != null);
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** 减半, 翻番, 翻倍: the verb says by how much. 减半征收 is the name of a rule. */
    private @Nullable Amount inVerbAt(int at) {
        char c = text.charAt(at);
        boolean half = c == '半' && ChangeVerbs.isHalving(text, at - 1);
        boolean twice = (c == '番' || c == '倍') && text.startsWith("翻", at - 1);
        if (!half && !twice) {
            return null;
        }
        return half
                ? amount(BigDecimal.valueOf(50), null, "%", false, true, at, at + 1)
                : amount(BigDecimal.ONE, null, String.valueOf(c), false, true, at, at + 1);
    }

    /** 减为0, 降至零: nought needs no unit where a value turns into it. */
    private @Nullable Amount noughtAt(Numeral number) {
        if (number.value().signum() != 0 || number.end() - number.start() != 1) {
            return null;
        }
        char before = number.start() > 0 ? text.charAt(number.start() - 1) : ' ';
        boolean ends = number.end() >= text.length()
                || Clauses.endsClause(text.charAt(number.end()))
                || "、”".indexOf(text.charAt(number.end())) >= 0;
        return ends && "至到为成→".indexOf(before) >= 0
                ? amount(number.mantissa(), null, "", false, number.chinese(), number.start(), number.end())
                : null;
    }

    private @Nullable Amount amountAt(int at, @Nullable Numeral first) {
        Amount half = halfAt(at);
        if (half != null) {
            return half;
        }
        Fraction fraction = Fraction.at(text, at, first);
        if (fraction != null) {
            return amount(fraction.percent(), null, "%", false, false, at, fraction.end());
        }
        if (first == null) {
            return twoDigitsAt(at);
        }
        Amount andHalf = andHalfAt(first);
        if (andHalf != null) {
            return andHalf;
        }
        int unitAt = skipSpaces(first.end());
        int unitEnd = Units.endOf(text, unitAt);
        Amount range = rangeAt(first, unitAt, unitEnd);
        if (range != null) {
            return range;
        }
        if (unitEnd == unitAt && first.scale().isEmpty()) {
            return noughtAt(first);
        }
        int end = unitEnd == unitAt ? first.end() : unitEnd;
        String unit = first.scale() + text.substring(unitAt, unitEnd);
        return amount(first.mantissa(), null, unit, first.more(), first.chinese(), at, end);
    }

    /** 三天半, 1个半小时: half of the unit more. */
    private @Nullable Amount andHalfAt(Numeral first) {
        if (!first.scale().isEmpty() || first.more()) {
            return null;
        }
        boolean within = text.startsWith("个半", first.end());
        String behind = within
                ? "个" + text.substring(first.end() + 2, Math.min(text.length(), first.end() + 2 + MAX_TIME_LENGTH))
                : text.substring(first.end(), Math.min(text.length(), first.end() + MAX_TIME_LENGTH));
        String unit = behind.substring(0, Units.endOf(behind, 0));
        boolean half = within || behind.startsWith("半", unit.length());
        if (!half || !Units.isTime(unit)) {
            return null;
        }
        BigDecimal value = first.mantissa().add(new BigDecimal("0.5"));
        return amount(value, null, unit, false, first.chinese(), first.start(), first.end() + unit.length() + 1);
    }

    /** 半年, 半个月, 半小时. */
    private @Nullable Amount halfAt(int at) {
        if (text.charAt(at) != '半' || at + 1 >= text.length() || HALF_OF.indexOf(text.charAt(at + 1)) < 0) {
            return null;
        }
        int end = Units.endOf(text, at + 1);
        boolean part = at > 0 && "上下前后一过大个".indexOf(text.charAt(at - 1)) >= 0;
        String unit = text.substring(at + 1, end);
        return part || !Units.isTime(unit) ? null : amount(new BigDecimal("0.5"), null, unit, false, false, at, end);
    }

    /** 两三天: two digits that follow each other are a range. */
    private @Nullable Amount twoDigitsAt(int at) {
        Numeral low = at + 1 < text.length() ? Numerals.at(text.substring(at, at + 1), 0) : null;
        Numeral high = low == null ? null : Numerals.at(text, at + 1);
        if (low == null || high == null || !high.chinese() || high.end() != at + 2) {
            return null;
        }
        int end = Units.endOf(text, at + 2);
        boolean follow = high.value().subtract(low.value()).compareTo(BigDecimal.ONE) == 0;
        return follow && end > at + 2
                ? amount(low.value(), high.value(), text.substring(at + 2, end), false, true, at, end)
                : null;
    }

    private @Nullable Amount rangeAt(Numeral first, int unitAt, int unitEnd) {
        int at = skipSpaces(unitEnd > unitAt ? unitEnd : first.end());
        if (at >= text.length() || RANGE.indexOf(text.charAt(at)) < 0) {
            return null;
        }
        boolean word = text.charAt(at) == '至' || text.charAt(at) == '到';
        boolean fromTo = word && ChangeVerbs.isFromMarkerBefore(text, first.start());
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == text.charAt(at)) {
            next++;
        }
        Numeral second = Numerals.at(text, skipSpaces(next));
        if (second == null || second.value().compareTo(first.mantissa()) <= 0) {
            return null;
        }
        int secondUnitAt = skipSpaces(second.end());
        int end = Units.endOf(text, secondUnitAt);
        String unit = second.scale() + text.substring(secondUnitAt, end);
        String firstUnit = first.scale() + text.substring(unitAt, unitEnd);
        if (unit.isEmpty() || !(firstUnit.isEmpty() || unit.startsWith(firstUnit) || unit.equals(firstUnit))) {
            return null;
        }
        if (fromTo && !(firstUnit.isEmpty() && ChangeVerbs.turnsBehind(text, end))) {
            return null;
        }
        boolean chinese = first.chinese() && second.chinese();
        return amount(
                first.mantissa(),
                second.mantissa(),
                unit,
                second.more(),
                chinese,
                first.start(),
                Math.max(end, second.end()));
    }

    private Amount amount(
            BigDecimal value,
            @Nullable BigDecimal max,
            String unit,
            boolean more,
            boolean chinese,
            int at,
            int unitEnd) {
        String printed = unit.replace('％', '%');
        Bounds.Found before = Bounds.before(text, at);
        Bounds.Found behind = Bounds.behind(text, unitEnd, Units.isTime(printed));
        Bound bound;
        if (max != null) {
            bound = Bound.RANGE;
        } else if (before != null && behind == null) {
            bound = before.bound();
        } else if (behind != null) {
            bound = behind.bound();
        } else {
            bound = more ? Bound.MORE_THAN : Bound.EXACT;
        }
        int start = before == null ? at : before.edge();
        int end = behind == null ? unitEnd : behind.edge();
        return new Amount(value, max, printed, bound, chinese, start, at, end);
    }

    private int skipSpaces(int index) {
        int at = index;
        while (at < text.length() && at - index < 3 && (text.charAt(at) == ' ' || text.charAt(at) == '　')) {
            at++;
        }
        return at;
    }
}
