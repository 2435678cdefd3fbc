package io.casewire.parsing.genre.bestpractice;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.casefile.Origin;
import io.casewire.parsing.casefile.Sections;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.CaseNumber;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.parsing.table.Column;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case of a collection.
 *
 * @param place the line in brackets below the title; null where there is none
 * @param category the heading of the group it stands in; null where cases are not grouped
 * @param body without title and place
 */
record Chapter(
        @Nullable Integer number,
        String title,
        String printedTitle,
        @Nullable String place,
        @Nullable String category,
        List<Paragraph> body,
        LineRange lines) {
    private static final int MAX_TITLE_LENGTH = 70;
    private static final int FARTHEST_TITLE = 12;
    private static final int MAX_GROUP_LENGTH = 16;
    private static final int MAX_PLACE_LENGTH = 40;
    private static final List<String> GROUPS = List.of("篇", "类", "领域", "方面", "板块");

    /** The part every chapter has: its practice, or what is new where none has a part on its practice. */
    static Column anchor(List<Paragraph> paragraphs) {
        boolean practice = paragraphs.stream()
                .map(paragraph -> Sections.label(paragraph.text()))
                .anyMatch(label -> label != null && label.column() == Column.PRACTICE);
        return practice ? Column.PRACTICE : Column.SUMMARY;
    }

    /** Every chapter has one part on its practice; its title is the nearest heading above that. */
    static List<Chapter> find(List<Paragraph> paragraphs) {
        Column anchor = anchor(paragraphs);
        List<Integer> titles = new ArrayList<>();
        int after = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            Sections.Label label = Sections.label(paragraphs.get(i).text());
            if (label != null && label.column() == anchor) {
                int title = titleAbove(paragraphs, i, after);
                if (title >= 0) {
                    titles.add(title);
                }
                after = i + 1;
            }
        }
        List<Chapter> chapters = new ArrayList<>();
        String category = null;
        for (int i = 0; i < titles.size(); i++) {
            int end = i + 1 < titles.size() ? titles.get(i + 1) : paragraphs.size();
            int top = titles.get(i) - (announcedAbove(paragraphs, titles.get(i)) != null ? 1 : 0);
            String above = placeAbove(paragraphs, top);
            top -= above != null ? 1 : 0;
            String group = groupAbove(paragraphs, top);
            category = group == null ? category : group;
            if (i + 1 < titles.size()) {
                end -= announcedAbove(paragraphs, end) != null ? 1 : 0;
                end -= placeAbove(paragraphs, end) != null ? 1 : 0;
                end -= groupAbove(paragraphs, end) != null ? 1 : 0;
            }
            Integer announced = announcedAbove(paragraphs, titles.get(i));
            chapters.add(read(paragraphs.subList(titles.get(i), end), category, announced, above));
        }
        return chapters;
    }

    /** A heading like 一、贸易便利化领域 right above the title. */
    private static @Nullable String groupAbove(List<Paragraph> paragraphs, int title) {
        if (title == 0) {
            return null;
        }
        String text = paragraphs.get(title - 1).text();
        Marker marker = Marker.read(text);
        Marker own = Marker.read(paragraphs.get(title).text());
        boolean outer = marker != null
                && marker.style().rank() <= Style.HAN_PAREN.rank()
                && (own == null || own.style().rank() > marker.style().rank());
        if (marker == null) {
            return text.length() <= MAX_GROUP_LENGTH && GROUPS.stream().anyMatch(text::endsWith) ? text : null;
        }
        return outer && text.length() <= 30 && !Glyphs.endsSentence(text) ? text.substring(marker.end()) : null;
    }

    /** A number alone on the line above the title; null where there is none. */
    private static @Nullable Integer announcedAbove(List<Paragraph> paragraphs, int title) {
        int number =
                title == 0 ? -1 : CaseNumber.alone(paragraphs.get(title - 1).text());
        return number > 0 ? number : null;
    }

    private static int titleAbove(List<Paragraph> paragraphs, int label, int after) {
        int fallback = -1;
        Marker own = Marker.read(paragraphs.get(label).text());
        for (int i = label - 1; i >= after && i >= label - FARTHEST_TITLE; i--) {
            Paragraph paragraph = paragraphs.get(i);
            String text = paragraph.text();
            if (text.length() > MAX_TITLE_LENGTH || Glyphs.endsSentence(text)) {
                continue;
            }
            Sections.Label section = Sections.label(text);
            if (section != null || Sections.isFact(text) || isOfLetter(text)) {
                continue;
            }
            Marker marker = Marker.read(text);
            if (labelledTitle(text) > 0) {
                return i;
            }
            boolean numbered = marker != null
                    && marker.style() != Style.RUN_IN
                    && marker.style() != Style.HAN_PAREN
                    && !isSibling(marker, own);
            if (numbered || paragraph.headingLevel() > 0 || CaseNumber.read(text) != null) {
                boolean announces = CaseNumber.alone(text) > 0 && fallback > i;
                return announces ? fallback : i;
            }
            if (marker != null && isSibling(marker, own)) {
                continue;
            }
            if (!text.startsWith("（") && fallback < 0) {
                fallback = i;
            } else if (text.startsWith("（") && i > after) {
                fallback = i - 1;
            }
        }
        return fallback;
    }

    /** Where the title begins behind 【案例】 or 【案例名称】; 0 where there is no such label. */
    private static int labelledTitle(String text) {
        int close = text.startsWith("【") ? text.indexOf('】') : -1;
        boolean label = close > 1
                && close < text.length() - 1
                && Column.ofHeader(text.substring(1, close)).orElse(null) == Column.TITLE
                && Sections.label(text) == null;
        return label ? close + 1 : 0;
    }

    /** ■ 合肥片区 on the line above the title: where the case comes from. */
    private static @Nullable String placeAbove(List<Paragraph> paragraphs, int title) {
        String text = title == 0 ? "" : paragraphs.get(title - 1).text();
        int sign = text.isEmpty() ? 0 : text.codePointAt(0);
        String bare =
                Glyphs.isSign(sign) ? text.substring(Character.charCount(sign)).strip() : "";
        return !bare.isEmpty() && isBarePlace(bare) ? bare : null;
    }

    /** The number of a letter and those it is addressed to stand below its title. */
    private static boolean isOfLetter(String text) {
        return text.endsWith("：") || (text.endsWith("号") && text.indexOf('〔') > 0);
    }

    /** 一、 above 二、主要做法 is another section of the same chapter. */
    private static boolean isSibling(Marker marker, @Nullable Marker label) {
        return label != null && marker.style() == label.style() && marker.number() < label.number();
    }

    private static Chapter read(
            List<Paragraph> paragraphs,
            @Nullable String category,
            @Nullable Integer announced,
            @Nullable String above) {
        Paragraph first = paragraphs.getFirst();
        StringBuilder title = new StringBuilder(first.text());
        int at = 1;
        while (at < paragraphs.size() && continuesTitle(paragraphs, at)) {
            title.append(paragraphs.get(at).text());
            at++;
        }
        String place = above;
        if (at < paragraphs.size() && isPlace(paragraphs.get(at).text())) {
            String text = paragraphs.get(at).text();
            place = text.substring(1, text.length() - 1);
            at++;
        } else if (at < paragraphs.size() && isBarePlace(paragraphs.get(at).text())) {
            place = paragraphs.get(at).text();
            at++;
        }
        while (at < paragraphs.size() && isOfLetter(paragraphs.get(at).text())) {
            at++;
        }
        String printed = title.toString();
        Marker marker = Marker.read(printed);
        CaseNumber spelled = marker == null ? CaseNumber.read(printed) : null;
        Integer number = marker != null
                ? Integer.valueOf(marker.number())
                : spelled != null ? Integer.valueOf(spelled.number()) : announced;
        int begin = marker != null ? marker.end() : spelled != null ? spelled.end() : labelledTitle(printed);
        String bare = printed.substring(begin);
        int open = bare.endsWith("）") && place == null ? bare.lastIndexOf('（') : -1;
        if (open > 0 && bare.substring(open).contains("自贸")) {
            place = bare.substring(open + 1, bare.length() - 1);
            bare = bare.substring(0, open);
        }
        LineRange lines = new LineRange(
                first.lines().first(),
                Math.max(first.lines().last(), paragraphs.getLast().lines().last()));
        return new Chapter(
                number,
                bare.strip(),
                printed,
                place,
                category,
                List.copyOf(paragraphs.subList(at, paragraphs.size())),
                lines);
    }

    private static boolean continuesTitle(List<Paragraph> paragraphs, int at) {
        String text = paragraphs.get(at).text();
        boolean titleLike = text.length() <= 30
                && !Glyphs.endsSentence(text)
                && Marker.read(text) == null
                && !text.startsWith("（")
                && Sections.label(text) == null;
        return titleLike
                && at + 1 < paragraphs.size()
                && isPlace(paragraphs.get(at + 1).text());
    }

    /** 上海自贸试验区, or its areas, alone on the line below the title. */
    private static boolean isBarePlace(String text) {
        return text.length() <= MAX_PLACE_LENGTH
                && !Glyphs.endsSentence(text)
                && Marker.read(text) == null
                && Sections.label(text) == null
                && Origin.isAllPlaces(text);
    }

    private static boolean isPlace(String text) {
        return text.length() <= 80 && text.startsWith("（") && text.endsWith("）") && Marker.read(text) == null;
    }
}
