package io.casewire.ingest.cases;

import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.outline.Marker;
import io.casewire.ingest.outline.Style;
import io.casewire.ingest.table.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chapter on one case, divided by its own labels: a lead, 背景, 主要做法, 实践效果, whatever they are called.
 *
 * @param other labelled parts that are none of these (下一步打算, 推广价值)
 */
public record Sections(
        List<Paragraph> lead,
        List<Paragraph> background,
        List<Paragraph> practice,
        List<Paragraph> effects,
        List<Paragraph> other) {
    private static final List<String> OTHERS =
            List.of("下一步", "推广价值", "经验启示", "启示", "推广建议", "复制推广", "工作打算", "适用范围", "联系方式", "保障措施");

    /** Divides a chapter; what stands before the first label is the lead. */
    public static Sections of(List<Paragraph> chapter) {
        Sections sections = new Sections(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Paragraph> current = sections.lead;
        for (Paragraph paragraph : chapter) {
            Label label = label(paragraph.text());
            if (label != null) {
                current = sections.of(label.column());
                if (label.end() < paragraph.text().length()) {
                    current.add(paragraph.slice(label.end()));
                }
            } else if (isOther(paragraph.text())) {
                current = sections.other;
            } else {
                current.add(paragraph);
            }
        }
        return sections;
    }

    private List<Paragraph> of(Column column) {
        return switch (column) {
            case PRACTICE -> practice;
            case EFFECTS -> effects;
            case BACKGROUND -> background;
            default -> lead;
        };
    }

    private static boolean isOther(String text) {
        Marker marker = Marker.read(text);
        if (marker == null || marker.style() != Style.HAN || text.length() > 24) {
            return false;
        }
        String name = text.substring(marker.end());
        return OTHERS.stream().anyMatch(name::startsWith);
    }

    /**
     * A label.
     *
     * @param end offset where the text it labels begins, in the same paragraph; the paragraph's length where it stands alone
     */
    public record Label(Column column, int end) {}

    /** The label of a section a paragraph is or begins with; null for any other paragraph. */
    public static @Nullable Label label(String text) {
        Marker marker = Marker.read(text);
        int from = marker == null ? 0 : marker.end();
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
        } else if (text.endsWith("。")) {
            end--;
        }
        if (end - from > 10) {
            return null;
        }
        Column column = Column.ofHeader(text.substring(from, end)).orElse(null);
        boolean section = column == Column.PRACTICE || column == Column.EFFECTS || column == Column.BACKGROUND;
        return section && column != null ? new Label(column, next) : null;
    }
}
