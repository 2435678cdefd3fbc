package io.casewire.ingest.measure;

import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.outline.Marker;
import io.casewire.ingest.outline.Style;
import io.casewire.ingest.responsibility.FirstUnit;
import io.casewire.ingest.responsibility.ResponsibilityReader;
import java.util.List;

/** Measures that name no department: sentences numbered 1, 2, 3 on and on through the chapters of a notice to the zones. */
final class Unassigned {
    static final int FEWEST = 5;
    static final Style STYLE = Style.ARABIC;
    /** Shorter lines are names, not measures. */
    private static final int SHORTEST = 16;

    private static final List<String> CARRYING_OUT = List.of("总体要求", "组织实施", "保障", "组织领导", "工作要求");

    private Unassigned() {}

    static int count(List<Paragraph> paragraphs) {
        int items = 0;
        for (Paragraph paragraph : paragraphs) {
            Marker marker = Marker.read(paragraph.text());
            boolean next = marker != null && marker.style() == STYLE && marker.number() == items + 1;
            items += next && paragraph.text().length() >= SHORTEST ? 1 : 0;
        }
        return items;
    }

    /** Whether fewer than half of the measures name their departments. */
    static boolean areMost(List<Paragraph> paragraphs, Style style) {
        int told = 0;
        for (Paragraph paragraph : paragraphs) {
            Marker marker = Marker.read(paragraph.text());
            boolean item = marker != null && marker.style() == style;
            told += item && ResponsibilityReader.trailing(paragraph.text(), FirstUnit.IS_ONE_OF_MANY) != null ? 1 : 0;
        }
        int all = count(paragraphs);
        return all >= FEWEST && told * 2 < all;
    }

    /** Whether a chapter tells how the measures are carried out rather than measures. */
    static boolean isOfCarryingOut(List<String> path) {
        return !path.isEmpty() && CARRYING_OUT.stream().anyMatch(path.getFirst()::contains);
    }

    /** An item with the parts numbered below it. */
    static List<Paragraph> at(List<Paragraph> paragraphs, int at) {
        int end = at + 1;
        while (end < paragraphs.size()) {
            Marker marker = Marker.read(paragraphs.get(end).text());
            if (marker == null || marker.style().rank() <= STYLE.rank()) {
                break;
            }
            end++;
        }
        return paragraphs.subList(at, end);
    }
}
