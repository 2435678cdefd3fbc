package io.casewire.ingest.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/** Layout tags, entities and Markdown marks inside a line of text. */
final class InlineMarkup {
    private static final int LONGEST_TAG = 4000;
    private static final Set<String> BREAKING = Set.of(
            "p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "hr");
    private static final Set<String> KNOWN = Set.of(
            "a",
            "b",
            "i",
            "u",
            "em",
            "strong",
            "span",
            "font",
            "sup",
            "sub",
            "td",
            "th",
            "tbody",
            "thead",
            "img",
            "small",
            "big",
            "center",
            "s",
            "del",
            "ins",
            "mark",
            "o:p",
            "st1",
            "html",
            "body",
            "head",
            "meta",
            "link",
            "blockquote",
            "pre",
            "code",
            "col",
            "colgroup",
            "caption",
            "article",
            "nav",
            "footer",
            "header",
            "main");

    private InlineMarkup() {}

    static String strip(String line) {
        String text = line;
        if (text.indexOf('<') >= 0) {
            text = withoutTags(text);
        }
        if (text.indexOf('&') >= 0) {
            text = Parser.unescapeEntities(text, false);
        }
        if (text.contains("**")) {
            text = text.replace("**", "");
        }
        if (text.contains("](")) {
            text = withoutLinks(text);
        }
        return text;
    }

    private static String withoutTags(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '<' ? endOfTag(text, at) : -1;
            if (end < 0) {
                out.append(c);
                at++;
                continue;
            }
            String name = tagName(text, at);
            if (name.equals("sup") && text.charAt(at + 1) != '/') {
                end = skipFootnoteMark(text, end);
            } else if (BREAKING.contains(name)) {
                breakLine(out);
            }
            at = end;
        }
        return out.toString();
    }

    private static void breakLine(StringBuilder out) {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        if (end > 0 && out.charAt(end - 1) != '\n') {
            out.append('\n');
        }
    }

    /** Offset after the tag that begins at {@code at}; -1 where no known tag begins. */
    private static int endOfTag(String text, int at) {
        if (at + 1 >= text.length()) {
            return -1;
        }
        String name = tagName(text, at);
        boolean comment = text.startsWith("<!--", at);
        if (!comment && !BREAKING.contains(name) && !KNOWN.contains(name)) {
            return -1;
        }
        int limit = Math.min(text.length(), at + LONGEST_TAG);
        for (int i = at + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '<') {
                return -1;
            }
            if (c == '>') {
                return i + 1;
            }
        }
        return -1;
    }

    private static String tagName(String text, int at) {
        int from = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int end = from;
        while (end < text.length() && end - from < 11 && isNamePart(text.charAt(end))) {
            end++;
        }
        return text.substring(Math.min(from, text.length()), end).toLowerCase(Locale.ROOT);
    }

    private static boolean isNamePart(char c) {
        return Glyphs.isLatinOrDigit(c) || c == ':';
    }

    private static int skipFootnoteMark(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 4 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.startsWith("</sup>", end) ? end : from;
    }

    /** Markdown links keep their text, images go. */
    private static String withoutLinks(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int middle = text.indexOf("](", at);
            int close = middle < 0 ? -1 : text.indexOf(')', middle);
            int open = middle < 0 ? -1 : text.lastIndexOf('[', middle);
            if (close < 0 || open < at) {
                if (middle < 0 || close < 0) {
                    break;
                }
                out.append(text, at, middle + 2);
                at = middle + 2;
                continue;
            }
            boolean image = open > at && text.charAt(open - 1) == '!';
            out.append(text, at, image ? open - 1 : open);
            if (!image) {
                out.append(text, open + 1, middle);
            }
            at = close + 1;
        }
        return out.append(text, at, text.length()).toString();
    }
}
