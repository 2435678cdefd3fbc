package io.casewire.catalog.lineage.likeness;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.gazetteer.Place;
import io.casewire.text.ComparableText;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What makes two titles speak of different things though nearly all of their characters are the same: one says 进口 and the other 出口, or
 * they name other places or other numbers.
 */
final class Contrasts {
    private static final Gazetteer GAZETTEER = Gazetteer.standard();
    private static final String NUMBER = "#";
    private static final String PLACE = "@";

    private static final List<List<String>> OPPOSITES = List.of(
            List.of("进口", "出口"),
            List.of("进境", "出境"),
            List.of("入境", "出境"),
            List.of("进区", "出区"),
            List.of("进港", "离港"),
            List.of("境内", "境外"),
            List.of("线上", "线下"),
            List.of("内贸", "外贸"),
            List.of("专利", "商标"),
            List.of("民事", "刑事"),
            List.of("企业", "个人"),
            List.of("法人", "自然人"),
            List.of("空运", "海运"),
            List.of("铁路", "公路"),
            List.of("设立", "注销"),
            List.of("登记", "注销"),
            List.of("新车", "二手车"),
            List.of("动产", "不动产"));

    /** They say both at once. */
    private static final Pattern BOTH = Pattern.compile("进出口|进出境|出入境|进出区|进出港|内外贸|境内外");

    private static final Pattern NUMBERS = Pattern.compile("第[一二三四五六七八九十]{1,3}[批期届]|[0-9]+(?:\\.[0-9]+)?");

    private Contrasts() {}

    /** The words, numbers and places of a title that can stand against those of another. */
    static Set<String> of(String title) {
        String text = BOTH.matcher(ComparableText.of(title).text()).replaceAll(" ");
        Set<String> marks = new TreeSet<>();
        OPPOSITES.stream().flatMap(List::stream).filter(text::contains).forEach(marks::add);
        // 不动产 holds the other word
        if (text.contains("不动产") && !text.replace("不动产", "").contains("动产")) {
            marks.remove("动产");
        }
        Matcher numbers = NUMBERS.matcher(text);
        while (numbers.find()) {
            marks.add(NUMBER + numbers.group());
        }
        GAZETTEER.mentions(title).stream()
                .map(Mention::referent)
                .filter(Place.class::isInstance)
                .forEach(place ->
                        marks.add(PLACE + GAZETTEER.provinceOf((Place) place).code()));
        return marks;
    }

    /** Whether the marks of two titles stand against each other. */
    static boolean between(Set<String> one, Set<String> other) {
        return OPPOSITES.stream().anyMatch(pair -> opposed(pair, one, other))
                || disjoint(NUMBER, one, other)
                || disjoint(PLACE, one, other);
    }

    private static boolean opposed(List<String> pair, Set<String> one, Set<String> other) {
        String first = pair.getFirst();
        String second = pair.getLast();
        return (only(first, second, one) && only(second, first, other))
                || (only(second, first, one) && only(first, second, other));
    }

    private static boolean only(String said, String unsaid, Set<String> marks) {
        return marks.contains(said) && !marks.contains(unsaid);
    }

    private static boolean disjoint(String kind, Set<String> one, Set<String> other) {
        Set<String> ones = kind(kind, one);
        Set<String> others = kind(kind, other);
        return !ones.isEmpty() && !others.isEmpty() && Collections.disjoint(ones, others);
    }

    private static Set<String> kind(String kind, Set<String> marks) {
        return marks.stream().filter(mark -> mark.startsWith(kind)).collect(Collectors.toSet());
    }
}
