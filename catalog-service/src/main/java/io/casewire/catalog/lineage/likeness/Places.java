package io.casewire.catalog.lineage.likeness;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.gazetteer.Place;
import io.casewire.gazetteer.Region;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where an innovation was made, by province: from its zones, their areas and the units that made it. */
final class Places {
    private static final Gazetteer GAZETTEER = Gazetteer.standard();

    private Places() {}

    /** Codes of provinces; empty where the text names no place of origin. */
    static Set<String> of(CaseRecord content) {
        Set<String> provinces = new TreeSet<>();
        content.zones().forEach(zone -> add(GAZETTEER.zoneNamed(zone), provinces));
        for (String area : content.areas()) {
            Optional<Area> known = GAZETTEER.areaNamed(area);
            // a name that several zones have says nothing beside the zone
            if (provinces.isEmpty()) {
                add(known, provinces);
            }
        }
        if (provinces.isEmpty()) {
            content.originUnits().forEach(unit -> GAZETTEER.mentions(unit).stream()
                    .map(Mention::referent)
                    .filter(Place.class::isInstance)
                    .forEach(place -> provinces.add(province((Place) place))));
        }
        return provinces;
    }

    /** Names for people. */
    static String name(String province) {
        return GAZETTEER.region(province).map(Region::shortName).orElse(province);
    }

    private static void add(Optional<? extends Place> place, Set<String> provinces) {
        place.ifPresent(known -> provinces.add(province(known)));
    }

    private static String province(Place place) {
        return GAZETTEER.provinceOf(place).code();
    }
}
