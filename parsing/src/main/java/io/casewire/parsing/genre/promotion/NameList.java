package io.casewire.parsing.genre.promotion;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.casefile.Declared;
import io.casewire.parsing.field.responsibility.FirstUnit;
import io.casewire.parsing.field.responsibility.Responsibility;
import io.casewire.parsing.field.responsibility.ResponsibilityReader;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Ordinals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    private static final int MAX_LEAD_LENGTH = 40;
    private static final int MAX_NAME_LENGTH = 80;
    private static final int MAX_TAIL_LENGTH = 20;
    private static final List<String> VERBS = List.of("主要包括", "包括", "复制推广", "推广", "推行", "分别为", "分别是", "即");
    private static final Set<String> TAILS =
            Set.of("等举措", "等改革举措", "等措施", "等改革措施", "等改革事项", "等事项", "等经验", "等改革经验", "等做法", "等经验做法", "等改革");
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
            if (first - from > MAX_LEAD_LENGTH) {
                return counted(paragraph, from);
            }
        }
        int items = text.lastIndexOf("项：", first);
        // 领域3项：“甲”、“乙” counts names in quotes
        boolean counts = items > from && items + 2 < first && isNumeral(text.charAt(items - 1));
        if (first >= text.length() || counts) {
            return counted(paragraph, from);
        }
        String printed = text.substring(from, first).strip();
        String lead = withoutMarks(printed);
        Integer counted = Declared.trailingCount(lead);
        lead = Declared.withoutCount(lead);
        int bare = counted == null ? bareCount(lead) : -1;
        if (bare > 0) {
            int digits = lead.length() - 1;
            counted = Ordinals.ofCell(lead.substring(bare, digits));
            lead = withoutMarks(lead.substring(0, lead.charAt(bare - 1) == '共' ? bare - 1 : bare));
        }
        if (!introduces(lead, counted != null || printed.endsWith("："))) {
            return null;
        }
        List<Name> names = new ArrayList<>();
        int at = first;
        while (at < text.length() && closingOf(text.charAt(at)) != 0) {
            int close = closing(text, at);
            if (close < 0 || close - at > MAX_NAME_LENGTH) {
                return null;
            }
            int end = QuotedName.end(text, close + 1);
            names.add(new Name(
                    end > close + 1
                            ? text.substring(at, end)
                            : text.substring(at + 1, close).strip(),
                    new LineRange(paragraph.lineAt(at), paragraph.lineAt(end - 1))));
            at = skipSeparators(text, end);
        }
        int by = text.indexOf("，由", Math.min(at, text.length()));
        Responsibility who =
                by < 0 ? null : ResponsibilityReader.trailing("。" + text.substring(by + 1), FirstUnit.IS_ONE_OF_MANY);
        int declared = tail(who == null ? text : text.substring(0, by), at);
        if (declared < 0 || names.isEmpty()) {
            return null;
        }
        return new NameList(lead, names, declared == 0 && counted != null ? counted : declared, who);
    }

    /** Names without quotes, told apart by semicolons, where the lead counts them: 产权保护方面3项：…；…；…。 */
    private static @Nullable NameList counted(Paragraph paragraph, int from) {
        String text = paragraph.text();
        int colon = text.indexOf("项：", from);
        if (colon < 0 || colon - from > MAX_LEAD_LENGTH || !text.endsWith("。")) {
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
                if (name.isEmpty() || name.length() > MAX_NAME_LENGTH || name.indexOf('。') >= 0) {
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
        if (tail.isEmpty() || tail.equals("等") || TAILS.contains(tail)) {
            return 0;
        }
        if (tail.length() > MAX_TAIL_LENGTH || tail.indexOf('，') >= 0 || tail.indexOf('。') >= 0) {
            return -1;
        }
        int start = tail.startsWith("等") ? 1 : 0;
        start += tail.startsWith("共", start) ? 1 : 0;
        int end = start;
        while (end < tail.length() && isCount(tail.charAt(end))) {
            end++;
        }
        int count = end > start ? count(tail.substring(start, end)) : -1;
        boolean counted = count > 0 && end < tail.length() && "项个条".indexOf(tail.charAt(end)) >= 0;
        return counted ? count : -1;
    }

    private static boolean isCount(char c) {
        return Character.isDigit(c) || c == '两' || Ordinals.han(String.valueOf(c)) > 0;
    }

    /** 两项 are two; 两 numbers nothing, so ordinals do not know it. */
    private static int count(String printed) {
        return printed.equals("两") ? 2 : Ordinals.ofCell(printed);
    }

    private static boolean introduces(String lead, boolean colon) {
        if (lead.indexOf('。') >= 0 || lead.indexOf('，') >= 0) {
            return false;
        }
        return lead.isEmpty() || colon || LEADS.stream().anyMatch(lead::endsWith);
    }

    /** Where the number begins in a heading that ends with its count (投资便利类2项, 共2项); -1 for any other. */
    private static int bareCount(String lead) {
        int end = lead.length() - 1;
        int at = end;
        while (at > 0 && lead.charAt(end) == '项' && isNumeral(lead.charAt(at - 1))) {
            at--;
        }
        return at > 0 && at < end && Ordinals.ofCell(lead.substring(at, end)) > 0 ? at : -1;
    }

    /** 通关便利化方面： and 通关便利化方面，主要包括 are headings run into the names below them. */
    private static String withoutMarks(String lead) {
        String text = lead;
        while (!text.isEmpty() && "：。，".indexOf(text.charAt(text.length() - 1)) >= 0) {
            text = text.substring(0, text.length() - 1).strip();
        }
        for (String verb : VERBS) {
            String heading = text.endsWith(verb) ? text.substring(0, text.length() - verb.length()) : "";
            if (heading.endsWith("，") || heading.endsWith("。") || heading.endsWith("项")) {
                return withoutMarks(heading);
            }
        }
        return text;
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
        for (int i = open; i < text.length() && i - open <= MAX_NAME_LENGTH; i++) {
            depth += text.charAt(i) == opening ? 1 : 0;
            depth -= text.charAt(i) == closing ? 1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
