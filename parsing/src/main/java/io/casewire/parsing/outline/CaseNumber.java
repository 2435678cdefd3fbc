package io.casewire.parsing.outline;

import org.jspecify.annotations.Nullable;

/**
 * The number of a case that is spelled out in words before its title: 案例一：, 经验3.
 *
 * @param end where the title begins
 */
public record CaseNumber(int number, int end) {
    private static final String[] NOUNS = {"典型案例", "创新案例", "优秀案例", "案例", "典型经验", "经验", "做法", "成果"};
    private static final int MAX_DIGITS = 4;

    /** The number a title begins with; null where it begins with none. */
    public static @Nullable CaseNumber read(String text) {
        int from = text.startsWith("【") ? 1 : 0;
        for (String noun : NOUNS) {
            if (text.startsWith(noun, from)) {
                return after(text, from + noun.length());
            }
        }
        return null;
    }

    /** The number on a line that holds nothing else (02, NO.2, 案例二); -1 where there is none. */
    public static int alone(String text) {
        int from = 0;
        while (from < text.length() && !Character.isLetterOrDigit(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        String bare = text.substring(from);
        if (bare.regionMatches(true, 0, "NO.", 0, 3) || bare.regionMatches(true, 0, "CASE", 0, 4)) {
            bare = bare.substring(bare.charAt(2) == '.' ? 3 : 4);
        }
        CaseNumber spelled = read(bare);
        return spelled != null && spelled.end() == bare.length() ? spelled.number() : Ordinals.ofCell(bare);
    }

    private static @Nullable CaseNumber after(String text, int from) {
        int start = from;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < text.length() && end - start < MAX_DIGITS && isNumeral(text.charAt(end))) {
            end++;
        }
        int number = end == start ? -1 : Ordinals.ofCell(text.substring(start, end));
        int title = end;
        while (title < text.length() && "：、.． 】".indexOf(text.charAt(title)) >= 0) {
            title++;
        }
        // 案例3个 counts, it does not number; no blank is left between 案例一 and a title in Chinese
        boolean counts = title == end && end < text.length() && "个项条篇类则年月".indexOf(text.charAt(end)) >= 0;
        return number <= 0 || counts ? null : new CaseNumber(number, title);
    }

    private static boolean isNumeral(char c) {
        return (c >= '0' && c <= '9') || "一二三四五六七八九十".indexOf(c) >= 0;
    }
}
