package io.casewire.parsing.head;

import io.casewire.text.Glyphs;
import org.jspecify.annotations.Nullable;

/** Document numbers (文号) such as {@code 国函〔2023〕56号}, whichever brackets they are printed with. */
public final class DocumentNumbers {
    private static final String OPENING = "〔[【（(﹝";
    private static final String CLOSING = "〕]】）)﹞";
    private static final int MAX_PREFIX_LENGTH = 16;
    private static final String ANNOUNCEMENT = "公告";
    private static final String ABOUT = "关于";

    private static final String[] TITLE_ENDS = {
        "通知", "意见", "方案", "决定", "通报", "公告", "批复", "办法", "规定", "措施", "清单", "规划", "计划", "要点", "的函"
    };

    private DocumentNumbers() {}

    /** The first number in the text, in the form {@code 国函〔2023〕56号}; null if there is none. */
    public static @Nullable String find(CharSequence text) {
        Found found = findAt(text, 0);
        return found == null ? null : found.number();
    }

    /**
     * A number and where it stands.
     *
     * @param end exclusive
     */
    public record Found(String number, int start, int end) {}

    /** The first number at or after {@code from}; null if there is none. */
    public static @Nullable Found findAt(CharSequence text, int from) {
        for (int i = Math.max(from, 1); i < text.length(); i++) {
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                Found found = readAround(text, i);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Found readAround(CharSequence text, int open) {
        int at = skipBlanks(text, open + 1);
        int year = at;
        while (at < text.length() && Character.isDigit(text.charAt(at)) && at - year < 5) {
            at++;
        }
        if (at - year != 4) {
            return null;
        }
        String yearText = text.subSequence(year, at).toString();
        at = skipBlanks(text, at);
        if (at >= text.length() || CLOSING.indexOf(text.charAt(at)) < 0) {
            return null;
        }
        at = skipBlanks(text, at + 1);
        if (at < text.length() && text.charAt(at) == '第') {
            at = skipBlanks(text, at + 1);
        }
        int serial = at;
        while (at < text.length() && Character.isDigit(text.charAt(at)) && at - serial < 6) {
            at++;
        }
        int end = skipBlanks(text, at);
        if (at == serial || end >= text.length() || text.charAt(end) != '号') {
            return null;
        }
        int start = skipBlanksBack(text, open);
        int prefixEnd = start;
        while (start > 0
                && prefixEnd - start < MAX_PREFIX_LENGTH
                && isPrefix(text.charAt(start - 1))
                && !endsTitle(text, start)) {
            start--;
        }
        if (start == prefixEnd) {
            return null;
        }
        String prefix = text.subSequence(start, prefixEnd).toString();
        String serialText = text.subSequence(serial, at).toString();
        return new Found(prefix + '〔' + yearText + '〕' + serialText + '号', start, end + 1);
    }

    private static boolean isPrefix(char c) {
        return Glyphs.isHan(c) && c != '号';
    }

    /** Where one line holds the whole document the number follows right behind the title. */
    private static boolean endsTitle(CharSequence text, int end) {
        for (String kind : TITLE_ENDS) {
            if (end > kind.length()
                    && text.subSequence(end - kind.length(), end).toString().equals(kind)) {
                // 样自贸办公告〔2025〕3号 is a number, …的公告样发〔2025〕3号 a title and one
                return !kind.equals(ANNOUNCEMENT) || isOfTitle(text, end - kind.length());
            }
        }
        return false;
    }

    private static boolean isOfTitle(CharSequence text, int end) {
        return text.charAt(end - 1) == '的' || text.toString().lastIndexOf(ABOUT, end) >= 0;
    }

    private static int skipBlanks(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int skipBlanksBack(CharSequence text, int from) {
        int at = from;
        while (at > 0 && text.charAt(at - 1) == ' ') {
            at--;
        }
        return at;
    }
}
