package io.casewire.parsing.field.numeral;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the number that begins at a place of a text. Every method looks at each character a bounded number of times. */
public final class Numerals {
    /** Longer runs of digits are identifiers, not amounts. */
    private static final int MAX_LENGTH = 30;

    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);
    /** What may follow a number with decimals; 八点三十分 and 三点一刻 are times. */
    private static final String AFTER_DECIMALS = "万亿倍元个成%％‰天年米吨";

    /** Every character a number may be written with. */
    public static final String CHARACTERS = "0123456789０１２３４５６７８９" + ChineseDigits.CHARACTERS;

    private Numerals() {}

    /** The number beginning at {@code index}, as long as it goes; null where none begins. */
    public static @Nullable Numeral at(String text, int index) {
        if (index >= text.length()) {
            return null;
        }
        char first = text.charAt(index);
        if (ChineseDigits.arabic(first) >= 0) {
            return arabicAt(text, index);
        }
        return first != '亿' && first != '万' && ChineseDigits.belongsToNumber(first) ? chineseAt(text, index) : null;
    }

    /** The whole text as a whole number that fits an {@code int}, in any script ({@code 十二}, {@code 12}, {@code １２}). */
    public static OptionalInt parseInt(String text) {
        String number = text.strip();
        Numeral numeral = at(number, 0);
        if (numeral == null || numeral.end() != number.length() || numeral.more()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(numeral.value().intValueExact());
        } catch (ArithmeticException _) {
            return OptionalInt.empty();
        }
    }

    /** Whether the character is a half- or full-width digit. */
    public static boolean isDigit(char c) {
        return ChineseDigits.arabic(c) >= 0;
    }

    /** What a single digit in any script is worth; -1 for what is none. */
    public static int digit(char c) {
        int arabic = ChineseDigits.arabic(c);
        return arabic >= 0 ? arabic : ChineseDigits.digit(c);
    }

    /** Whether the character may stand in a Chinese numeral. */
    public static boolean isChinese(char c) {
        return ChineseDigits.belongsToNumber(c);
    }

    private static @Nullable Numeral arabicAt(String text, int start) {
        StringBuilder digits = new StringBuilder();
        int at = start;
        while (at < text.length() && digits.length() <= MAX_LENGTH) {
            char c = text.charAt(at);
            if (ChineseDigits.arabic(c) >= 0) {
                digits.append((char) ('0' + ChineseDigits.arabic(c)));
            } else if ((c == ',' || c == '，') && separatesThousands(text, start, at)) {
                at++;
                continue;
            } else if ((c == '.' || c == '．') && digits.indexOf(".") < 0 && digitAt(text, at + 1)) {
                digits.append('.');
            } else {
                break;
            }
            at++;
        }
        if (digits.length() > MAX_LENGTH) {
            return null;
        }
        return withLesser(text, withScale(text, new BigDecimal(digits.toString()), false, start, at));
    }

    /** 3亿5000万 is one number. */
    private static Numeral withLesser(String text, Numeral greater) {
        if (!greater.scale().equals("亿") || greater.more() || !digitAt(text, greater.end())) {
            return greater;
        }
        Numeral lesser = arabicAt(text, greater.end());
        if (lesser == null || !lesser.scale().equals("万") || lesser.value().compareTo(HUNDRED_MILLION) >= 0) {
            return greater;
        }
        BigDecimal sum = greater.value().add(lesser.value());
        return new Numeral(sum, "", lesser.more(), false, greater.start(), lesser.end());
    }

    /** A comma after one to three digits, or after another group, with exactly three digits behind it. */
    private static boolean separatesThousands(String text, int start, int comma) {
        int before = 0;
        while (comma - 1 - before >= start && digitAt(text, comma - 1 - before)) {
            before++;
        }
        boolean first = comma - before == start;
        return (first ? before >= 1 && before <= 3 : before == 3)
                && digitAt(text, comma + 1)
                && digitAt(text, comma + 2)
                && digitAt(text, comma + 3)
                && !digitAt(text, comma + 4);
    }

    private static boolean digitAt(String text, int index) {
        return index >= 0 && index < text.length() && ChineseDigits.arabic(text.charAt(index)) >= 0;
    }

    private static @Nullable Numeral chineseAt(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start <= MAX_LENGTH
                && ChineseDigits.belongsToNumber(text.charAt(end))
                && !beginsUnit(text, end)) {
            end++;
        }
        if (end == start || end - start > MAX_LENGTH) {
            return null;
        }
        BigDecimal decimals = decimalsAt(text, end);
        if (decimals != null) {
            BigDecimal whole = chineseValue(text.substring(start, end));
            return whole == null ? null : withScale(text, whole.add(decimals), true, start, end + 1 + decimals.scale());
        }
        int scaleFrom = end;
        while (scaleFrom > start + 1 && isGreat(text.charAt(scaleFrom - 1))) {
            scaleFrom--;
        }
        // 三亿五千万: the last multiplier is not that of all before it
        if (text.substring(start, scaleFrom).indexOf('亿') >= 0) {
            scaleFrom = end;
        }
        BigDecimal mantissa = chineseValue(text.substring(start, scaleFrom));
        return mantissa == null ? null : withScale(text, mantissa, true, start, scaleFrom);
    }

    /** What 点 and the digits after it are worth, with as many decimals as there are digits; null where none are meant. */
    private static @Nullable BigDecimal decimalsAt(String text, int point) {
        if (point >= text.length() || text.charAt(point) != '点') {
            return null;
        }
        StringBuilder digits = new StringBuilder("0.");
        int at = point + 1;
        while (at < text.length() && digits.length() <= MAX_LENGTH && ChineseDigits.digit(text.charAt(at)) >= 0) {
            digits.append(ChineseDigits.digit(text.charAt(at)));
            at++;
        }
        boolean some = at > point + 1 && at < text.length() && AFTER_DECIMALS.indexOf(text.charAt(at)) >= 0;
        return some ? new BigDecimal(digits.toString()) : null;
    }

    private static boolean isGreat(char c) {
        return c == '万' || c == '亿';
    }

    /** The value of a Chinese numeral without a trailing 万 or 亿; null for what is none (一二 written one after the other). */
    private static @Nullable BigDecimal chineseValue(String numeral) {
        boolean positional = numeral.chars().noneMatch(c -> ChineseDigits.multiplier((char) c) > 0);
        if (positional) {
            StringBuilder digits = new StringBuilder();
            numeral.chars().forEach(c -> digits.append(ChineseDigits.digit((char) c)));
            return numeral.length() == 2 && !numeral.contains("〇") && !numeral.contains("零")
                    ? null
                    : new BigDecimal(digits.toString());
        }
        long total = 0;
        long section = 0;
        long digit = -1;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            long multiplier = ChineseDigits.multiplier(c);
            if (multiplier == 0) {
                if (digit > 0) {
                    return null;
                }
                digit = ChineseDigits.digit(c);
            } else if (multiplier >= 10_000) {
                section += Math.max(digit, 0);
                total = multiplier > 10_000 ? (total + section) * multiplier : total + section * multiplier;
                section = 0;
                digit = -1;
            } else {
                section += (digit < 0 ? 1 : digit) * multiplier;
                digit = -1;
            }
        }
        return BigDecimal.valueOf(total + section + last(numeral, Math.max(digit, 0)));
    }

    /** What the last digit is worth: 一百二 is 120, 一百零二 and 十二 have ones. */
    private static long last(String numeral, long digit) {
        long before = numeral.length() < 2 ? 0 : ChineseDigits.multiplier(numeral.charAt(numeral.length() - 2));
        return before >= 100 ? digit * (before / 10) : digit;
    }

    private static Numeral withScale(String text, BigDecimal mantissa, boolean chinese, int start, int numberEnd) {
        int at = numberEnd;
        int moreAt = skipSpaces(text, at);
        boolean more = saysMore(text, moreAt);
        if (more) {
            at = moreAt + 1;
        }
        int scaleStart = skipSpaces(text, at);
        int scaleEnd = scaleStart;
        while (scaleEnd < text.length() && scaleEnd - scaleStart < 2 && isScale(text, scaleEnd, chinese)) {
            scaleEnd++;
        }
        String scale = text.substring(scaleStart, scaleEnd);
        if (!scale.isEmpty()) {
            at = scaleEnd;
            if (!more && saysMore(text, at)) {
                more = true;
                at++;
            }
        }
        return new Numeral(mantissa, scale, more, chinese, start, at);
    }

    private static boolean isScale(String text, int index, boolean chinese) {
        char c = text.charAt(index);
        return isGreat(c) || (!chinese && (c == '百' || c == '千') && !beginsUnit(text, index));
    }

    /** 千米, 千克 and 千瓦 are units, not thousands. */
    private static boolean beginsUnit(String text, int index) {
        return text.charAt(index) == '千' && index + 1 < text.length() && "米克瓦伏".indexOf(text.charAt(index + 1)) >= 0;
    }

    private static boolean saysMore(String text, int index) {
        if (index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        // 多式联运, 多元: words that begin with 多 and follow a number only by accident
        boolean word = c == '多' && index + 1 < text.length() && "式元方边部层维次".indexOf(text.charAt(index + 1)) >= 0;
        return (c == '余' || c == '多' || c == '几') && !word;
    }

    private static int skipSpaces(String text, int index) {
        int at = index;
        while (at < text.length() && at - index < 3 && (text.charAt(at) == ' ' || text.charAt(at) == '　')) {
            at++;
        }
        return at;
    }
}
