package io.casewire.extraction.xlsx;

/** Numbers in the numerals that {@code [DBNum1]} to {@code [DBNum3]} of a format ask for. */
enum HanNumerals {
    /** 一百二十三 */
    LOWER("〇一二三四五六七八九", "零", "十百千"),
    /** 壹佰贰拾叁 */
    UPPER("零壹贰叁肆伍陆柒捌玖", "零", "拾佰仟"),
    /** １２３, digits only. */
    WIDE("０１２３４５６７８９", "", "");

    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final int GROUP = 4;

    private final String digits;
    private final String zero;
    private final String ranks;

    HanNumerals(String digits, String zero, String ranks) {
        this.digits = digits;
        this.zero = zero;
        this.ranks = ranks;
    }

    static HanNumerals of(int kind) {
        return values()[kind - 1];
    }

    /** Each digit for itself: 二〇二三. What is no digit stays. */
    String digitwise(String number) {
        StringBuilder written = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            written.append(c >= '0' && c <= '9' ? digits.charAt(c - '0') : c);
        }
        return written.toString();
    }

    /**
     * As it is read out: 二千零二十三; decimals digit by digit.
     *
     * @param number plain, without a sign
     */
    String read(String number) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        if (ranks.isEmpty() || whole.length() > GROUP * GROUPS.length) {
            return digitwise(number);
        }
        String read = whole(whole);
        return point < 0 ? read : read + digitwise(number.substring(point));
    }

    /** A day or a month: 十一, not 一十一. */
    String readShort(String number) {
        String read = read(number);
        return this == LOWER && read.startsWith("一十") ? read.substring(1) : read;
    }

    private String whole(String digitsOfIt) {
        StringBuilder read = new StringBuilder();
        boolean skipped = false;
        boolean inGroup = false;
        for (int i = 0; i < digitsOfIt.length(); i++) {
            int rank = digitsOfIt.length() - 1 - i;
            int digit = digitsOfIt.charAt(i) - '0';
            if (digit == 0) {
                skipped = true;
            } else {
                if (skipped && !read.isEmpty()) {
                    read.append(zero);
                }
                skipped = false;
                inGroup = true;
                read.append(digits.charAt(digit));
                if (rank % GROUP > 0) {
                    read.append(ranks.charAt(rank % GROUP - 1));
                }
            }
            if (rank % GROUP == 0) {
                read.append(inGroup ? GROUPS[rank / GROUP] : "");
                inGroup = false;
            }
        }
        return read.isEmpty() ? zero : read.toString();
    }
}
