package io.casewire.extraction.numbering;

/** Numbers in Han characters, the ways word processors write them. */
final class HanNumerals {
    private static final String PLAIN = "零一二三四五六七八九";
    private static final String LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖";
    private static final String LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final int MYRIAD = 10_000;

    private HanNumerals() {}

    /** Digit by digit: 一〇 for ten. */
    static String digits(int number, char zero) {
        StringBuilder written = new StringBuilder();
        Integer.toString(number)
                .chars()
                .forEach(digit -> written.append(digit == '0' ? zero : PLAIN.charAt(digit - '0')));
        return written.toString();
    }

    /** Spoken up to 九十九, digit by digit with a circle for naught above. */
    static String counting(int number) {
        return number < 100 ? thousands(number) : digits(number, '○');
    }

    /** Spoken: 十一, 一百零一. */
    static String thousands(int number) {
        String spoken = spoken(number, PLAIN, "十百千", "万");
        return spoken.startsWith("一十") ? spoken.substring(1) : spoken;
    }

    /** Spoken as in Japan: 百, 千一, no naught between. */
    static String japanese(int number) {
        return spoken(number, PLAIN, "十百千", "万")
                .replace("零", "")
                .replaceAll("一(?=[十百千])", "")
                .transform(written -> written.isEmpty() ? "〇" : written);
    }

    static String legalSimplified(int number) {
        return spoken(number, LEGAL_SIMPLIFIED, "拾佰仟", "万");
    }

    static String legalTraditional(int number) {
        return spoken(number, LEGAL_TRADITIONAL, "拾佰仟", "萬");
    }

    /** 甲 to 癸; Arabic beyond. */
    static String stem(int number) {
        return number >= 1 && number <= STEMS.length() ? STEMS.substring(number - 1, number) : Integer.toString(number);
    }

    /** 子 to 亥; Arabic beyond. */
    static String branch(int number) {
        return number >= 1 && number <= BRANCHES.length()
                ? BRANCHES.substring(number - 1, number)
                : Integer.toString(number);
    }

    /** 甲子 to 癸亥; Arabic beyond. */
    static String stemAndBranch(int number) {
        return number >= 1 && number <= 60
                ? "" + STEMS.charAt((number - 1) % 10) + BRANCHES.charAt((number - 1) % 12)
                : Integer.toString(number);
    }

    private static String spoken(int number, String digits, String units, String myriad) {
        if (number == 0) {
            return digits.substring(0, 1);
        }
        int high = number / MYRIAD;
        int low = number % MYRIAD;
        if (high == 0) {
            return below(low, digits, units, false);
        }
        return below(high, digits, units, false) + myriad + (low == 0 ? "" : below(low, digits, units, low < 1000));
    }

    private static String below(int number, String digits, String units, boolean skipped) {
        StringBuilder written = new StringBuilder();
        boolean gap = skipped;
        int unit = 1000;
        for (int place = 3; place >= 0; place--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit == 0) {
                gap |= !written.isEmpty();
                continue;
            }
            written.append(gap ? digits.substring(0, 1) : "").append(digits.charAt(digit));
            written.append(place == 0 ? "" : units.substring(place - 1, place));
            gap = false;
        }
        return written.toString();
    }
}
