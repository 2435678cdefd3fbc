package io.casewire.catalog.search;

import io.casewire.catalog.adoption.Adoption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Spans of adoption rates, in whole per cents rounded down, both ends included: {@code 50..}, {@code ..20}, {@code 100}. */
final class AdoptionBands {
    private static final int MAX = 100;
    private static final int STEP = 25;
    private static final Pattern SPAN = Pattern.compile("(\\d{1,3})?[%％]?(?:(\\.\\.)(\\d{1,3})?[%％]?)?");

    private AdoptionBands() {}

    /** The span that was asked for in its full form, {@code 50..100}; empty where it is none. */
    static Optional<String> read(String value) {
        Matcher span = SPAN.matcher(value.strip());
        if (!span.matches() || (span.group(1) == null && span.group(3) == null)) {
            return Optional.empty();
        }
        int from = span.group(1) == null ? 0 : Integer.parseInt(span.group(1));
        int to = span.group(3) != null ? Integer.parseInt(span.group(3)) : span.group(2) == null ? from : MAX;
        return from > to || to > MAX ? Optional.empty() : Optional.of(from == to ? "" + from : from + ".." + to);
    }

    /** Every per cent in a span that was read. */
    static List<String> percents(String span) {
        int dots = span.indexOf("..");
        int from = Integer.parseInt(dots < 0 ? span : span.substring(0, dots));
        int to = dots < 0 ? from : Integer.parseInt(span.substring(dots + 2));
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
    }

    /** The one it is counted in. */
    static String of(Adoption adoption) {
        int from = adoption.percent() / STEP * STEP;
        return from == MAX ? String.valueOf(MAX) : from + ".." + (from + STEP - 1);
    }

    /** Those that are counted, the lowest first. */
    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (int from = 0; from < MAX; from += STEP) {
            all.add(from + ".." + (from + STEP - 1));
        }
        all.add(String.valueOf(MAX));
        return all;
    }
}
