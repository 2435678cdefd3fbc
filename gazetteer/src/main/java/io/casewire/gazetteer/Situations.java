package io.casewire.gazetteer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where provinces and zones lie, as far as that makes them alike: by sea, by a land border, inland; and in which of the four regions. Immutable. */
public final class Situations {
    private final Map<String, Situation> byCode;

    private Situations(Map<String, Situation> byCode) {
        this.byCode = byCode;
    }

    /** What a region or zone lies at. */
    public enum Kind {
        COASTAL,
        BORDER,
        /** Neither. */
        INLAND
    }

    /** The four economic regions of the statistics bureau. */
    public enum Group {
        EAST,
        CENTRAL,
        WEST,
        NORTHEAST
    }

    /**
     * How a place lies.
     *
     * @param kinds at least one for provinces and zones; empty where nothing says it of the place itself, as of a city of a coastal province
     * @param group of its province; null where that is in none (the XPCC, 香港, 澳门, 台湾)
     */
    public record Situation(Set<Kind> kinds, @Nullable Group group) {
        public Situation {
            kinds = Set.copyOf(kinds);
        }
    }

    /** The one of the table beside this class; loaded at the first call. */
    public static Situations standard() {
        return Standard.INSTANCE;
    }

    /** How a place lies. */
    public Situation of(Place place, Gazetteer gazetteer) {
        Set<Kind> kinds = Optional.ofNullable(byCode.get(place.code()))
                .map(Situation::kinds)
                .orElse(Set.of());
        Situation province = byCode.get(gazetteer.provinceOf(place).code());
        return new Situation(kinds, province == null ? null : province.group());
    }

    private static Situations read() {
        Map<String, Situation> byCode = new LinkedHashMap<>();
        for (Csv.Row row : Csv.read("situations.csv")) {
            Set<Kind> kinds = new TreeSet<>(Comparator.naturalOrder());
            row.list("kinds").forEach(kind -> kinds.add(Kind.valueOf(kind)));
            String group = row.get("group");
            byCode.put(row.get("code"), new Situation(kinds, group.isEmpty() ? null : Group.valueOf(group)));
        }
        return new Situations(byCode);
    }

    private static final class Standard {
        private static final Situations INSTANCE = read();
    }
}
