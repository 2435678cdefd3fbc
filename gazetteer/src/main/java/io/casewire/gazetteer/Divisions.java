package io.casewire.gazetteer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The administrative divisions of every level and which lies in which. */
final class Divisions {
    private final Map<String, Region> byCode = new TreeMap<>();

    Divisions(Collection<Region> named, Collection<Region> districts) {
        named.forEach(this::add);
        districts.forEach(this::add);
    }

    private void add(Region region) {
        if (byCode.putIfAbsent(region.code(), region) != null) {
            throw new IllegalStateException("the reference tables give the code " + region.code() + " twice");
        }
    }

    void requireWhole() {
        byCode.values().forEach(this::provinceOf);
    }

    Collection<Region> all() {
        return byCode.values();
    }

    Optional<Region> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Region provinceOf(Region region) {
        Region province = region;
        for (String code : above(region)) {
            province = known(code);
        }
        return province;
    }

    /** Codes, the nearest first. */
    List<String> above(Region region) {
        List<String> above = new ArrayList<>();
        for (String parent = region.parent(); parent != null; ) {
            above.add(parent);
            parent = known(parent).parent();
        }
        return above;
    }

    private Region known(String code) {
        Region region = byCode.get(code);
        if (region == null) {
            throw new IllegalStateException("the reference tables name an unknown " + code);
        }
        return region;
    }

    List<Region> within(Region whole, Level level, LocalDate day) {
        return byCode.values().stream()
                .filter(region -> region.level() == level && region.validity().holdsOn(day))
                .filter(region -> above(region).contains(whole.code()))
                .sorted(Comparator.comparing(Region::code))
                .toList();
    }
}
