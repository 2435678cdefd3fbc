package io.casewire.parsing.casefile;

import io.casewire.contracts.parsed.NumberedText;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import java.util.ArrayList;
import java.util.List;

/** Items inside running text: 一是…；二是…. */
public final class RunIns {
    private static final String[] NUMERALS = {
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"
    };
    private static final int MAX_HEADING_LENGTH = 60;

    private RunIns() {}

    /** The items of the text, in order; empty where there are fewer than two. */
    public static List<NumberedText> split(String text) {
        List<Integer> starts = new ArrayList<>();
        int from = 0;
        for (String numeral : NUMERALS) {
            int at = find(text, numeral + "是", from);
            if (at < 0) {
                break;
            }
            starts.add(at);
            from = at + numeral.length() + 1;
        }
        if (starts.size() < 2) {
            return numbered(text);
        }
        List<NumberedText> items = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int begin = starts.get(i) + NUMERALS[i].length() + 1;
            int end = i + 1 < starts.size() ? starts.get(i + 1) : endOfParagraph(text, begin);
            items.add(item(i + 1, trim(text.substring(begin, end))));
        }
        return items;
    }

    /** Numbers that run on in one paragraph (1.…。2.…。), the first at its beginning; empty where there are fewer than two. */
    public static List<NumberedText> numbered(String text) {
        Marker first = Marker.read(text);
        if (first == null || first.number() != 1 || first.style() == Style.RUN_IN) {
            return List.of();
        }
        List<NumberedText> items = new ArrayList<>();
        int begin = first.end();
        for (int at = begin; at < text.length(); at++) {
            Marker next = "。；！？\n ）”".indexOf(text.charAt(at - 1)) >= 0 ? Marker.readAt(text, at) : null;
            if (next != null && next.style() == first.style() && next.number() == items.size() + 2) {
                items.add(item(items.size() + 1, trim(text.substring(begin, at))));
                begin = next.end();
                at = Math.max(at, begin - 1);
            }
        }
        if (items.isEmpty()) {
            return List.of();
        }
        items.add(item(items.size() + 1, trim(text.substring(begin))));
        return items;
    }

    private static int endOfParagraph(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** An item whose first sentence is short and followed by more has it as its heading; so has 加强组织：…. */
    public static NumberedText item(int number, String text) {
        int stop = text.indexOf('。');
        boolean headed =
                stop > 0 && stop <= MAX_HEADING_LENGTH && stop + 1 < text.length() && text.lastIndexOf('，', stop) < 0;
        int colon = Labels.endOfLabel(text);
        if (colon > 0) {
            return new NumberedText(number, text.substring(0, colon), trim(text.substring(colon + 1)));
        }
        if (!headed) {
            return new NumberedText(number, null, text);
        }
        return new NumberedText(number, text.substring(0, stop), trim(text.substring(stop + 1)));
    }

    private static int find(String text, String token, int from) {
        int at = text.indexOf(token, from);
        while (at > 0 && "。；：，、！？\n ".indexOf(text.charAt(at - 1)) < 0) {
            at = text.indexOf(token, at + 1);
        }
        return at;
    }

    /** Without the blanks around it and the semicolon that leads to the next item. */
    private static String trim(String text) {
        String stripped = text.strip();
        return stripped.endsWith("；") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
