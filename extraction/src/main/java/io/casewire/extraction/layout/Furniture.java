package io.casewire.extraction.layout;

import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import io.casewire.extraction.layout.PageContent.Item;
import io.casewire.extraction.layout.PageContent.PrintedLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what the printer puts at the top and bottom of pages: numbers, and lines that come again at the same place, set apart from the
 * text. It is left out, since no parser could tell it from text as surely once the places are gone.
 */
final class Furniture {
    private static final double ZONE = 0.14;
    private static final int OUTERMOST = 3;
    private static final int MIN_PAGES = 3;

    /** Of all pages: fewer are lines of the text that came to stand alike. */
    private static final double SHARE = 0.4;

    private static final double SAME_PLACE = 4;
    private static final double SET_APART = 1.4;

    /** From one line to the next, in em; a page with two lines says nothing of it. */
    private static final double WIDEST_PITCH = 2.2;

    private static final String AROUND_NUMBERS = "-—–·‐−―─－ 第页共/|";
    private static final int MAX_NUMBER_LENGTH = 16;

    private Furniture() {}

    /**
     * Those lines of the pages, by identity.
     *
     * @param notices to be told which lines come again
     */
    static Set<TextLine> of(List<PageContent> pages, List<Notice> notices) {
        Set<TextLine> furniture = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, List<TextLine>> places = new LinkedHashMap<>();
        for (PageContent page : pages) {
            for (TextLine line : outermost(page)) {
                if (isPageNumber(line.text())) {
                    furniture.add(line);
                } else if (!line.startsWithNumber()) {
                    String place = withoutDigits(line.text()) + '@' + Math.round(line.baseline() / SAME_PLACE);
                    places.computeIfAbsent(place, _ -> new ArrayList<>()).add(line);
                }
            }
        }
        double least = Math.max(Math.clamp(pages.size(), 2, MIN_PAGES), SHARE * pages.size());
        for (List<TextLine> repeated : places.values()) {
            if (repeated.size() >= least) {
                furniture.addAll(repeated);
                notices.add(new Notice(
                        "RUNNING_LINE",
                        "A line that stands at the same place of " + repeated.size() + " pages is left out: "
                                + repeated.getFirst().text(),
                        Place.page(pages.getFirst().number())));
            }
        }
        return furniture;
    }

    /** The lines beside the upper and the lower edge of a page, up to the first that is not set apart from what follows. */
    private static List<TextLine> outermost(PageContent page) {
        List<Item> items = page.items();
        double usual = usualGap(items);
        List<TextLine> outermost = new ArrayList<>();
        List<TextLine> outside = new ArrayList<>();
        for (int i = 0; i < Math.min(OUTERMOST, items.size()); i++) {
            if (!(items.get(i) instanceof PrintedLine(TextLine line, int _))
                    || line.baseline() > page.height() * ZONE) {
                break;
            }
            outside.add(line);
            if (i + 1 == items.size() || isApart(items.get(i), items.get(i + 1), usual)) {
                outermost.addAll(outside);
                outside.clear();
            }
        }
        outside.clear();
        for (int i = items.size() - 1; i >= Math.max(0, items.size() - OUTERMOST); i--) {
            if (!(items.get(i) instanceof PrintedLine(TextLine line, int _))
                    || line.top() < page.height() * (1 - ZONE)) {
                break;
            }
            outside.add(line);
            if (i == 0 || isApart(items.get(i - 1), items.get(i), usual)) {
                outermost.addAll(outside);
                outside.clear();
            }
        }
        return outermost;
    }

    private static boolean isApart(Item above, Item below, double usual) {
        return !(above instanceof PrintedLine(TextLine a, int _))
                || !(below instanceof PrintedLine(TextLine b, int _))
                || b.baseline() - a.baseline()
                        > SET_APART * Math.min(usual, WIDEST_PITCH * Math.max(a.size(), b.size()));
    }

    /** From one line to the next, in points. */
    private static double usualGap(List<Item> items) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i - 1) instanceof PrintedLine(TextLine a, int _)
                    && items.get(i) instanceof PrintedLine(TextLine b, int _)
                    && b.baseline() > a.baseline()) {
                gaps.add(b.baseline() - a.baseline());
            }
        }
        return Numbers.median(gaps);
    }

    /** Whether a line prints the number of its page and nothing else. */
    static boolean isPageNumber(String text) {
        if (text.length() > MAX_NUMBER_LENGTH) {
            return false;
        }
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            boolean digit = Character.isDigit(text.charAt(i));
            digits |= digit;
            if (!digit && AROUND_NUMBERS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return digits;
    }

    private static String withoutDigits(String text) {
        StringBuilder without = new StringBuilder(text);
        for (int i = 0; i < without.length(); i++) {
            if (Character.isDigit(without.charAt(i))) {
                without.setCharAt(i, '#');
            }
        }
        return without.toString();
    }
}
