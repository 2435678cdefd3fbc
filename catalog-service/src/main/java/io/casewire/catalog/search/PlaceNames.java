package io.casewire.catalog.search;

import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Zone;
import io.casewire.text.SimplifiedForm;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Zones and areas by any form of their names, in either script and width. */
final class PlaceNames {
    private static final Gazetteer GAZETTEER = Gazetteer.standard();
    /** After the foundation of every zone and area of the tables. */
    private static final LocalDate ALL_FOUNDED = LocalDate.of(9999, 12, 31);

    private PlaceNames() {}

    static Optional<Zone> zone(String name) {
        return GAZETTEER.zoneNamed(plain(name));
    }

    /** Of namesakes the first of the tables. */
    static Optional<Area> area(String name) {
        return GAZETTEER.areaNamed(plain(name));
    }

    /** Full names, {@code 湖南自贸试验区}. */
    static List<String> zones() {
        return GAZETTEER.zonesAsOf(ALL_FOUNDED).stream().map(Zone::name).toList();
    }

    /** Names, {@code 岳阳片区}. */
    static List<String> areas() {
        return GAZETTEER.zonesAsOf(ALL_FOUNDED).stream()
                .flatMap(zone -> GAZETTEER.areasAsOf(zone, ALL_FOUNDED).stream())
                .map(Area::name)
                .distinct()
                .toList();
    }

    private static String plain(String name) {
        return SimplifiedForm.of(Normalizer.normalize(name.strip(), Normalizer.Form.NFKC));
    }
}
