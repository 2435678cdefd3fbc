package io.casewire.parsing.decode;

import io.casewire.text.Glyphs;
import io.casewire.text.PrivateUse;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/** Layout tags, entities and Markdown marks inside a line of text. */
final class InlineMarkup {
    private static final int MAX_TAG_LENGTH = 4000;
    private static final Set<String> BREAKING = Set.of(
            "p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "hr");
    // no farther is looked for an end that may be missing: a text may hold a million beginnings
    private static final int MAX_RAISED = 24;
    private static final int MAX_STRUCK_OUT = 1_000;
    private static final Set<String> STRUCK_OUT = Set.of("del", "s", "strike");
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
            text = PrivateUse.folded(Parser.unescapeEntities(text, false));
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
            boolean opens = text.charAt(at + 1) != '/';
            if (opens && name.equals("sup")) {
                end = raised(text, end, out);
            } else if (opens && STRUCK_OUT.contains(name)) {
                end = behindStruckOut(text, end, name);
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
        int limit = Math.min(text.length(), at + MAX_TAG_LENGTH);
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

    /** Takes a raised number for what it is; where its words begin otherwise. */
    private static int raised(String text, int from, StringBuilder out) {
        int close = text.indexOf("</sup>", from, Math.min(text.length(), from + MAX_RAISED));
        if (close < 0) {
            return from;
        }
        return switch (Raised.of(out, text.substring(from, close).strip())) {
            case MARK -> close;
            case POWER -> {
                out.append('^');
                yield from;
            }
            case PART, WORDS -> from;
        };
    }

    /** What was struck out is not said any more; all of it stays where its end is not marked, or so far off that it is no slip. */
    private static int behindStruckOut(String text, int from, String name) {
        int close = text.indexOf("</" + name + ">", from, Math.min(text.length(), from + MAX_STRUCK_OUT));
        return close < 0 ? from : close;
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
