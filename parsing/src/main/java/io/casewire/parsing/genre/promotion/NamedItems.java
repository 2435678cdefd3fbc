package io.casewire.parsing.genre.promotion;

import io.casewire.parsing.casefile.Declared;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.text.Glyphs;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of a list of practices: a numbered title a line, a few words on it perhaps behind it. */
final class NamedItems {
    private static final Style[] STYLES = {
        Style.ARABIC, Style.HAN_PAREN, Style.ARABIC_PAREN, Style.CIRCLED, Style.HAN,
    };
    private static final int MIN_TITLE_LENGTH = 5;
    private static final int MAX_TITLE_LENGTH = 80;
    private static final int MAX_NAME_LENGTH = 40;

    private NamedItems() {}

    /** Numbered lines that are titles with their numbers, in the one style of numbering that has most of them. */
    static Map<Paragraph, Marker> of(List<Paragraph> paragraphs) {
        Map<Style, Map<Paragraph, Marker>> titles = items(paragraphs, false);
        Map<Style, Map<Paragraph, Marker>> sentences = items(paragraphs, true);
        Map<Paragraph, Marker> most = most(titles);
        Map<Paragraph, Marker> told = most(sentences);
        // 甲市推行一次填报。 may be a title where the list counts itself; elsewhere it is what somebody has to do
        return told.size() > most.size() && areCounted(paragraphs, told.size()) ? told : most;
    }

    private static Map<Style, Map<Paragraph, Marker>> items(List<Paragraph> paragraphs, boolean sentences) {
        Map<Style, Map<Paragraph, Marker>> byStyle = new EnumMap<>(Style.class);
        int before = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            String text = paragraphs.get(i).text();
            Marker marker = Marker.read(text);
            if (marker == null) {
                marker = withoutPoint(text, before + 1);
            }
            if (marker != null && (isTitle(paragraphs, i, marker) || (sentences && isSentence(text, marker)))) {
                byStyle.computeIfAbsent(marker.style(), _ -> new IdentityHashMap<>())
                        .put(paragraphs.get(i), marker);
                before = marker.style() == Style.ARABIC ? marker.number() : before;
            }
        }
        return byStyle;
    }

    private static Map<Paragraph, Marker> most(Map<Style, Map<Paragraph, Marker>> byStyle) {
        Map<Paragraph, Marker> most = Map.of();
        for (Style style : STYLES) {
            Map<Paragraph, Marker> items = byStyle.getOrDefault(style, Map.of());
            most = items.size() > most.size() ? items : most;
        }
        return most;
    }

    /** One sentence and nothing else. */
    private static boolean isSentence(String text, Marker marker) {
        return text.length() - marker.end() >= MIN_TITLE_LENGTH
                && text.length() <= MAX_TITLE_LENGTH
                && text.indexOf('。') == text.length() - 1;
    }

    /** A number whose point was lost, where it is the one that comes next. */
    private static @Nullable Marker withoutPoint(String text, int expected) {
        String number = expected + " ";
        return expected > 1
                        && text.startsWith(number)
                        && text.length() > number.length()
                        && Glyphs.isWide(text.charAt(number.length()))
                ? new Marker(Style.ARABIC, expected, number.length())
                : null;
    }

    private static boolean isTitle(List<Paragraph> paragraphs, int at, Marker marker) {
        String text = paragraphs.get(at).text();
        return text.length() - marker.end() >= MIN_TITLE_LENGTH
                && (isDescribed(text, marker)
                        || (text.length() <= MAX_TITLE_LENGTH
                                && (!Glyphs.endsSentence(text)
                                        || text.endsWith("；")
                                        || closesEnumeration(paragraphs, at, marker))
                                && !isField(text.substring(marker.end()))
                                && followsOrCloses(paragraphs, at)));
    }

    /** The full stop behind the last of items that semicolons part. */
    private static boolean closesEnumeration(List<Paragraph> paragraphs, int at, Marker marker) {
        String before = at == 0 ? "" : paragraphs.get(at - 1).text();
        Marker above = before.endsWith("；") ? Marker.read(before) : null;
        String text = paragraphs.get(at).text();
        return above != null
                && above.style() == marker.style()
                && above.number() + 1 == marker.number()
                && text.indexOf('。') == text.length() - 1;
    }

    /** A quoted name in a short first sentence, what it means behind it. */
    static boolean isDescribed(String text, Marker marker) {
        int stop = text.indexOf('。');
        if (stop < 0 || stop == text.length() - 1 || stop - marker.end() > MAX_NAME_LENGTH || !text.endsWith("。")) {
            return false;
        }
        int quote = text.indexOf('“', marker.end());
        int comma = text.indexOf('，', marker.end());
        return quote > 0 && quote < stop && (comma < 0 || comma > stop);
    }

    /** A name and its value (预算金额：98万元) are a form filled in, not a practice with its place. */
    private static boolean isField(String item) {
        return item.indexOf('：') >= 0 && PlacedTitle.read(item).title().indexOf('：') >= 0;
    }

    /** A title with text below it belongs to an outline. */
    private static boolean followsOrCloses(List<Paragraph> paragraphs, int at) {
        if (at + 1 >= paragraphs.size()) {
            return true;
        }
        String next = paragraphs.get(at + 1).text();
        return Marker.read(next) != null || !Glyphs.endsSentence(next) || next.startsWith("（");
    }

    /** Whether a heading over the list counts as many as there are: 典型经验做法（共6项）, the count perhaps on a line of its own. */
    static boolean areCounted(List<Paragraph> paragraphs, int items) {
        for (Paragraph paragraph : paragraphs) {
            String line = paragraph.text();
            Integer count = line.length() <= MAX_TITLE_LENGTH ? Declared.trailingCount(line) : null;
            String name = count == null ? "" : Declared.withoutCount(line);
            boolean list = name.isEmpty() || NamedLists.LISTS.stream().anyMatch(name::endsWith);
            if (count != null && count == items && list) {
                return true;
            }
        }
        return false;
    }
}
