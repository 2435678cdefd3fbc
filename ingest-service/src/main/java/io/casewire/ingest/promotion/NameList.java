package io.casewire.ingest.promotion;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.outline.Marker;
import io.casewire.ingest.outline.Ordinals;
import io.casewire.ingest.responsibility.FirstUnit;
import io.casewire.ingest.responsibility.Responsibility;
import io.casewire.ingest.responsibility.ResponsibilityReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names in running text, each in quotes: a lead, the names, perhaps how many they are.
 *
 * @param lead what stands before the first name, its number and its colon removed
 * @param declared how many the text says there are; 0 where it does not say
 * @param who is responsible for all of them; null where the text names nobody
 */
record NameList(
        String lead,
        List<Name> names,
        int declared,
        @Nullable Responsibility who) {
    private static final int LONGEST_LEAD = 40;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TAIL = 20;
    private static final List<String> LEADS = List.of("推广", "领域", "方面", "事项", "措施", "举措", "经验", "成果", "案例", "类");

    NameList {
        names = List.copyOf(names);
    }

    /** One name and the lines it stood on. */
    record Name(String text, LineRange lines) {}

    /** The list a paragraph consists of; null for any other paragraph. */
    static @Nullable NameList read(Paragraph paragraph) {
        String text = paragraph.text();
        Marker marker = Marker.read(text);
        int from = marker == null ? 0 : marker.end();
        int first = from;
        while (first < text.length() && closingOf(text.charAt(first)) == 0) {
            first++;
            if (first - from > LONGEST_LEAD) {
                return counted(paragraph, from);
            }
        }
        if (first >= text.length() || text.lastIndexOf("项：", first) > from) {
            return counted(paragraph, from);
        }
        String lead = withoutColon(text.substring(from, first));
        if (!introduces(lead, first > from && text.charAt(first - 1) == '：')) {
            return null;
        }
        List<Name> names = new ArrayList<>();
        int at = first;
        while (at < text.length() && closingOf(text.charAt(at)) != 0) {
            int close = closing(text, at);
            if (close < 0 || close - at > LONGEST_NAME) {
                return null;
            }
            names.add(new Name(
                    text.substring(at + 1, close).strip(),
                    new LineRange(paragraph.lineAt(at), paragraph.lineAt(close))));
            at = skipSeparators(text, close + 1);
        }
        int by = text.indexOf("，由", Math.min(at, text.length()));
        Responsibility who =
                by < 0 ? null : ResponsibilityReader.trailing("。" + text.substring(by + 1), FirstUnit.IS_ONE_OF_MANY);
        int declared = tail(who == null ? text : text.substring(0, by), at);
        return declared < 0 || names.isEmpty() ? null : new NameList(lead, names, declared, who);
    }

    /** Names without quotes, told apart by semicolons, where the lead counts them: 产权保护方面3项：…；…；…。 */
    private static @Nullable NameList counted(Paragraph paragraph, int from) {
        String text = paragraph.text();
        int colon = text.indexOf("项：", from);
        if (colon < 0 || colon - from > LONGEST_LEAD || !text.endsWith("。")) {
            return null;
        }
        int digits = colon;
        while (digits > from && isNumeral(text.charAt(digits - 1))) {
            digits--;
        }
        int count = digits == colon ? -1 : Ordinals.ofCell(text.substring(digits, colon));
        String lead = text.substring(from, digits).strip();
        if (count < 2 || lead.isEmpty() || lead.indexOf('，') >= 0 || lead.indexOf('。') >= 0) {
            return null;
        }
        List<Name> names = new ArrayList<>();
        int begin = colon + 2;
        for (int i = begin; i < text.length(); i++) {
            if (text.charAt(i) == '；' || i == text.length() - 1) {
                String name = text.substring(begin, i).strip();
                if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('。') >= 0) {
                    return null;
                }
                names.add(new Name(name, new LineRange(paragraph.lineAt(begin), paragraph.lineAt(i))));
                begin = i + 1;
            }
        }
        return names.size() == count ? new NameList(lead, names, count, null) : null;
    }

    private static boolean isNumeral(char c) {
        return (c >= '0' && c <= '9') || "一二三四五六七八九十".indexOf(c) >= 0;
    }

    /** A sentence that goes on behind the names tells of them; a list ends. */
    private static int tail(String text, int at) {
        String tail = text.substring(Math.min(at, text.length())).strip();
        while (!tail.isEmpty() && "。；，、".indexOf(tail.charAt(tail.length() - 1)) >= 0) {
            tail = tail.substring(0, tail.length() - 1);
        }
        if (tail.isEmpty() || tail.equals("等")) {
            return 0;
        }
        if (tail.length() > LONGEST_TAIL || tail.indexOf('，') >= 0 || tail.indexOf('。') >= 0) {
            return -1;
        }
        int start = tail.startsWith("等") ? 1 : 0;
        start += tail.startsWith("共", start) ? 1 : 0;
        int end = start;
        while (end < tail.length()
                && (Character.isDigit(tail.charAt(end)) || Ordinals.han(tail.substring(end, end + 1)) > 0)) {
            end++;
        }
        int count = end > start ? Ordinals.ofCell(tail.substring(start, end)) : -1;
        boolean counted = count > 0 && end < tail.length() && "项个条".indexOf(tail.charAt(end)) >= 0;
        return counted ? count : -1;
    }

    private static boolean introduces(String lead, boolean colon) {
        if (lead.indexOf('。') >= 0 || lead.indexOf('，') >= 0) {
            return false;
        }
        return lead.isEmpty() || colon || LEADS.stream().anyMatch(lead::endsWith);
    }

    private static String withoutColon(String lead) {
        String text = lead.strip();
        return text.endsWith("：") ? text.substring(0, text.length() - 1) : text;
    }

    private static int skipSeparators(String text, int from) {
        int at = from;
        while (at < text.length() && "、，；和及 ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.startsWith("以及", at) ? at + 2 : at;
    }

    private static char closingOf(char open) {
        return switch (open) {
            case '“' -> '”';
            case '‘' -> '’';
            case '「' -> '」';
            default -> '\0';
        };
    }

    private static int closing(String text, int open) {
        char opening = text.charAt(open);
        char closing = closingOf(opening);
        int depth = 0;
        for (int i = open; i < text.length() && i - open <= LONGEST_NAME; i++) {
            depth += text.charAt(i) == opening ? 1 : 0;
            depth -= text.charAt(i) == closing ? 1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
