package io.casewire.extraction.numbering;

import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a number of a list is written. The names are those of ISO/IEC 29500-1 section 17.18.59, the codes those of [MS-OSHARED]
 * section 2.2.1.3.
 */
public enum NumberStyle {
    DECIMAL("decimal", 0, Integer::toString),
    UPPER_ROMAN("upperRoman", 1, NumberStyle::roman),
    LOWER_ROMAN("lowerRoman", 2, number -> roman(number).toLowerCase(Locale.ROOT)),
    UPPER_LETTER("upperLetter", 3, number -> letters(number, 'A')),
    LOWER_LETTER("lowerLetter", 4, number -> letters(number, 'a')),
    ORDINAL("ordinal", 5, NumberStyle::ordinal),
    IDEOGRAPH_DIGITAL("ideographDigital", 10, number -> HanNumerals.digits(number, '〇')),
    JAPANESE_COUNTING("japaneseCounting", 11, HanNumerals::japanese),
    DECIMAL_FULL_WIDTH("decimalFullWidth", 14, NumberStyle::fullWidth),
    DECIMAL_HALF_WIDTH("decimalHalfWidth", 15, Integer::toString),
    JAPANESE_DIGITAL_TEN_THOUSAND("japaneseDigitalTenThousand", 17, number -> HanNumerals.digits(number, '〇')),
    DECIMAL_ENCLOSED_CIRCLE("decimalEnclosedCircle", 18, number -> from('①', 20, number)),
    DECIMAL_FULL_WIDTH_2("decimalFullWidth2", 19, NumberStyle::fullWidth),
    DECIMAL_ZERO("decimalZero", 22, number -> number < 10 ? "0" + number : Integer.toString(number)),
    /** A mark that is no number. */
    BULLET("bullet", 23, _ -> ""),
    DECIMAL_ENCLOSED_FULLSTOP("decimalEnclosedFullstop", 26, number -> from('⒈', 20, number)),
    DECIMAL_ENCLOSED_PAREN("decimalEnclosedParen", 27, number -> from('⑴', 20, number)),
    DECIMAL_ENCLOSED_CIRCLE_CHINESE("decimalEnclosedCircleChinese", 28, number -> from('①', 10, number)),
    IDEOGRAPH_ENCLOSED_CIRCLE("ideographEnclosedCircle", 29, number -> from('㈠', 10, number)),
    IDEOGRAPH_TRADITIONAL("ideographTraditional", 30, HanNumerals::stem),
    IDEOGRAPH_ZODIAC("ideographZodiac", 31, HanNumerals::branch),
    IDEOGRAPH_ZODIAC_TRADITIONAL("ideographZodiacTraditional", 32, HanNumerals::stemAndBranch),
    TAIWANESE_COUNTING("taiwaneseCounting", 33, HanNumerals::counting),
    IDEOGRAPH_LEGAL_TRADITIONAL("ideographLegalTraditional", 34, HanNumerals::legalTraditional),
    TAIWANESE_COUNTING_THOUSAND("taiwaneseCountingThousand", 35, HanNumerals::thousands),
    TAIWANESE_DIGITAL("taiwaneseDigital", 36, number -> HanNumerals.digits(number, '○')),
    CHINESE_COUNTING("chineseCounting", 37, HanNumerals::counting),
    CHINESE_LEGAL_SIMPLIFIED("chineseLegalSimplified", 38, HanNumerals::legalSimplified),
    CHINESE_COUNTING_THOUSAND("chineseCountingThousand", 39, HanNumerals::thousands),
    NUMBER_IN_DASH("numberInDash", 57, number -> "- " + number + " -"),
    /** Nothing. */
    NONE("none", 255, _ -> "");

    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int MAX_ROMAN = 32_767;
    private static final int MAX_LETTERS = 30;

    private final String markupName;
    private final int code;
    /** None of them keeps anything. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final IntFunction<String> written;

    NumberStyle(String markupName, int code, IntFunction<String> written) {
        this.markupName = markupName;
        this.code = code;
        this.written = written;
    }

    /** By its name in markup; null for one that is not known. */
    public static @Nullable NumberStyle named(String markupName) {
        for (NumberStyle style : values()) {
            if (style.markupName.equals(markupName)) {
                return style;
            }
        }
        return null;
    }

    /** By its code in a binary file, 0 to 255; null for one that is not known. */
    public static @Nullable NumberStyle coded(int code) {
        for (NumberStyle style : values()) {
            if (style.code == code) {
                return style;
            }
        }
        return null;
    }

    /** Whether paragraphs of the level are counted for all to see. */
    boolean counts() {
        return this != BULLET && this != NONE;
    }

    /** A number, 0 or more, as it is printed; empty where the style prints none. */
    public String write(int number) {
        return written.apply(number);
    }

    private static String from(char first, int count, int number) {
        return number >= 1 && number <= count ? Character.toString(first + number - 1) : Integer.toString(number);
    }

    private static String fullWidth(int number) {
        StringBuilder wide = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        return wide.toString();
    }

    /** A to Z, then AA to ZZ. */
    private static String letters(int number, char first) {
        if (number < 1 || number > 26 * MAX_LETTERS) {
            return Integer.toString(number);
        }
        return Character.toString(first + (number - 1) % 26).repeat((number - 1) / 26 + 1);
    }

    private static String roman(int number) {
        if (number < 1 || number > MAX_ROMAN) {
            return Integer.toString(number);
        }
        StringBuilder roman = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMAN.length; i++) {
            for (; left >= ROMAN_VALUES[i]; left -= ROMAN_VALUES[i]) {
                roman.append(ROMAN[i]);
            }
        }
        return roman.toString();
    }

    private static String ordinal(int number) {
        boolean teen = number / 10 % 10 == 1;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
