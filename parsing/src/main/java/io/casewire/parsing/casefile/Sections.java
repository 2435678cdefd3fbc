package io.casewire.parsing.casefile;

import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.parsing.table.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chapter on one case, divided by its own labels: a lead, 背景, 主要做法, 实践效果, whatever they are called.
 *
 * @param other labelled parts that are none of these (下一步打算, 推广价值)
 * @param facts what lines like 推荐单位：… say, by the column of a table that would hold it
 */
public record Sections(
        List<Paragraph> lead,
        List<Paragraph> background,
        List<Paragraph> practice,
        List<Paragraph> effects,
        List<Paragraph> other,
        Map<Column, String> facts) {
    private static final List<String> OTHERS = List.of(
            "下一步", "推广价值", "经验启示", "启示", "推广建议", "复制推广", "工作打算", "适用范围", "联系方式", "保障措施", "推广意义", "案例点评", "专家点评");
    /** What is new may stand for the practice, which then has no part of its own. */
    private static final Set<String> NOVELTIES = Set.of("主要创新点", "创新点", "创新亮点", "主要亮点", "主要创新");

    private static final int MAX_OTHER_LENGTH = 24;
    private static final Set<Column> FACTS = EnumSet.of(
            Column.ORIGIN_UNIT,
            Column.ORIGIN_ZONE,
            Column.LEAD_UNIT,
            Column.SUPPORTING_UNIT,
            Column.SCOPE,
            Column.ORIGINALITY,
            Column.CATEGORY);

    /** Divides a chapter; what stands before the first label is the lead. */
    public static Sections of(List<Paragraph> chapter) {
        Sections sections = new Sections(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new EnumMap<>(Column.class));
        List<Paragraph> current = sections.lead;
        Style level = null;
        for (Paragraph paragraph : chapter) {
            String text = paragraph.text();
            Label label = label(text);
            int other = label == null ? otherEnd(text, level) : -1;
            if (label != null) {
                Marker marker = Marker.read(text);
                level = marker == null ? level : marker.style();
                current = sections.of(label.column());
                if (label.end() < text.length()) {
                    current.add(paragraph.slice(label.end()));
                }
            } else if (other >= 0) {
                current = sections.other;
                if (other < text.length()) {
                    current.add(paragraph.slice(other));
                }
            } else if (!sections.tookFacts(text)) {
                current.add(paragraph);
            }
        }
        return sections;
    }

    private boolean tookFacts(String text) {
        LabelledParts parts = LabelledParts.of(text.substring(skipOrnaments(text, 0)));
        boolean only = parts.lead().isEmpty()
                && !parts.parts().isEmpty()
                && FACTS.containsAll(parts.parts().keySet());
        if (only) {
            parts.parts().forEach(facts::putIfAbsent);
        }
        return only;
    }

    /** Whether a line says nothing but such facts (推荐单位：…). */
    public static boolean isFact(String text) {
        LabelledParts parts = LabelledParts.of(text.substring(skipOrnaments(text, 0)));
        return parts.lead().isEmpty()
                && !parts.parts().isEmpty()
                && FACTS.containsAll(parts.parts().keySet());
    }

    /** What a line like 推荐单位：… says; empty where the chapter has none. */
    public String fact(Column column) {
        return facts.getOrDefault(column, "");
    }

    private List<Paragraph> of(Column column) {
        return switch (column) {
            case PRACTICE -> practice;
            case EFFECTS -> effects;
            case BACKGROUND -> background;
            default -> lead;
        };
    }

    /** Where the text behind such a label begins; -1 for a paragraph that begins with none. */
    private static int otherEnd(String text, @Nullable Style level) {
        Marker marker = Marker.read(text);
        int from = skipOrnaments(text, marker == null ? 0 : marker.end());
        if (from < text.length() && text.charAt(from) == '【') {
            int close = text.indexOf('】', from);
            return close > from && close - from <= MAX_OTHER_LENGTH && isOther(text.substring(from + 1, close))
                    ? close + 1
                    : -1;
        }
        boolean heading = marker == null ? from > 0 : marker.style() == Style.HAN || marker.style() == level;
        return heading && text.length() <= MAX_OTHER_LENGTH && isOther(text.substring(from)) ? text.length() : -1;
    }

    private static boolean isOther(String name) {
        return OTHERS.stream().anyMatch(name::startsWith);
    }

    /** Signs that posts print before a heading: ▶, ■, an emoji. */
    private static int skipOrnaments(String text, int from) {
        int at = from;
        while (at < text.length()
                && !Character.isLetterOrDigit(text.codePointAt(at))
                && "【[（“《".indexOf(text.charAt(at)) < 0) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /**
     * A label.
     *
     * @param end offset where the text it labels begins, in the same paragraph; the paragraph's length where it stands alone
     */
    public record Label(Column column, int end) {}

    /** 主要做法 Main practices: where the words in another script begin. */
    private static int beforeTranslation(String text, int from) {
        int blank = text.indexOf(' ', from);
        boolean latin = blank > from
                && blank + 1 < text.length()
                && text.substring(blank + 1).chars().allMatch(c -> c < 0x80);
        return latin ? blank : text.length();
    }

    /** The label of a section a paragraph is or begins with; null for any other paragraph. */
    public static @Nullable Label label(String text) {
        Marker marker = Marker.read(text);
        int from = skipOrnaments(text, marker == null ? 0 : marker.end());
        if (from < text.length() && "【[".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int colon = text.indexOf('：', from);
        int close = text.indexOf('】', from);
        int end = text.length();
        int next = text.length();
        if (close > from && close - from <= 8) {
            end = close;
            next = close + 1;
        } else if (colon > from && colon - from <= 8) {
            end = colon;
            next = colon + 1;
        } else if (marker != null && text.indexOf('。', from) > from && text.indexOf('。', from) - from <= 8) {
            end = text.indexOf('。', from);
            next = end + 1;
        } else if (text.endsWith("。")) {
            end--;
        }
        if (end == text.length()) {
            end = beforeTranslation(text, from);
        }
        if (end <= from || end - from > 10) {
            return null;
        }
        String name = text.substring(from, end);
        Column column = Column.ofHeader(name).orElse(null);
        if (column == Column.TITLE && name.endsWith("举措")) {
            // over a column it may stand for titles, over a section it tells what was done
            column = Column.PRACTICE;
        }
        boolean section = column == Column.PRACTICE
                || column == Column.EFFECTS
                || column == Column.BACKGROUND
                || (column == Column.SUMMARY && NOVELTIES.contains(name));
        return section && column != null ? new Label(column, next) : null;
    }
}
