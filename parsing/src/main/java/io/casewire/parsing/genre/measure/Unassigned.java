package io.casewire.parsing.genre.measure;

import io.casewire.parsing.field.responsibility.FirstUnit;
import io.casewire.parsing.field.responsibility.ResponsibilityReader;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.text.Glyphs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures that name no department: sentences numbered on and on (1. 2. 3., or 一、 where there
 * are no chapters) in a notice to the zones.
 */
final class Unassigned {
    static final int MIN_COUNT = 5;
    private static final Style[] STYLES = {Style.ARABIC, Style.HAN_PAREN, Style.HAN};
    /** Shorter lines are names, not measures. */
    private static final int MIN_LENGTH = 16;

    private static final List<String> CARRYING_OUT =
            List.of("总体要求", "组织实施", "保障措施", "保障机制", "组织保障", "实施保障", "工作保障", "组织领导", "工作要求");

    private Unassigned() {}

    /** The style in which most measures are numbered on and on; null where too few are in any. */
    static @Nullable Style style(List<Paragraph> paragraphs) {
        Style most = null;
        int items = MIN_COUNT - 1;
        for (Style style : STYLES) {
            int count = count(paragraphs, style);
            most = count > items ? style : most;
            items = Math.max(items, count);
        }
        return most;
    }

    static int count(List<Paragraph> paragraphs, Style style) {
        int items = 0;
        for (Paragraph paragraph : paragraphs) {
            Marker marker = Marker.read(paragraph.text());
            boolean next = marker != null && marker.style() == style && marker.number() == items + 1;
            items += next && isMeasure(paragraph.text(), style) ? 1 : 0;
        }
        return items;
    }

    /** Chapters are numbered 一、 too, but a chapter is no sentence. */
    private static boolean isMeasure(String text, Style style) {
        return text.length() >= MIN_LENGTH && (style == Style.ARABIC || Glyphs.endsSentence(text));
    }

    /** Whether fewer than half of the measures name their departments. */
    static boolean areMost(List<Paragraph> paragraphs, Style style) {
        int told = 0;
        for (Paragraph paragraph : paragraphs) {
            Marker marker = Marker.read(paragraph.text());
            boolean item = marker != null && marker.style() == style;
            told += item && ResponsibilityReader.trailing(paragraph.text(), FirstUnit.IS_ONE_OF_MANY) != null ? 1 : 0;
        }
        Style running = style(paragraphs);
        return running != null && told * 2 < count(paragraphs, running);
    }

    /** Whether a chapter tells how the measures are carried out rather than measures. */
    static boolean isOfCarryingOut(List<String> path) {
        return !path.isEmpty() && CARRYING_OUT.stream().anyMatch(path.getFirst()::contains);
    }

    /** Whether an item itself does. */
    static boolean isOfCarryingOut(String text) {
        int stop = text.indexOf('。');
        return CARRYING_OUT.stream().anyMatch(text.substring(0, Math.max(0, stop))::contains);
    }

    /** An item with the parts numbered below it. */
    static List<Paragraph> at(List<Paragraph> paragraphs, int at, Style style) {
        int end = at + 1;
        while (end < paragraphs.size()) {
            Marker marker = Marker.read(paragraphs.get(end).text());
            if (marker == null || marker.style().rank() <= style.rank()) {
                break;
            }
            end++;
        }
        return paragraphs.subList(at, end);
    }
}
