package io.casewire.gazetteer;

import io.casewire.text.ComparableKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one thing each name means when it stands alone, as in a form or a table cell. */
final class Names {

    private static final List<String> ZONE_WORDS = List.of("自贸试验区", "自由贸易试验区", "自贸区");

    private final Map<String, Referent> byName = new HashMap<>();

    private Names() {}

    /** By the key of the name; provinces are entered first, so a namesake keeps its full name only. */
    static Map<String, Referent> of(Tables tables) {
        var names = new Names();
        var regions = new HashMap<String, Region>();
        for (var named : tables.regions()) {
            var region = named.region();
            regions.put(region.code(), region);
            names.add(region.name(), region);
            names.add(region.shortName(), region);
            named.aliases().forEach(alias -> names.add(alias, region));
        }
        for (var named : tables.zones()) {
            var zone = named.zone();
            var province = regions.get(zone.province());
            if (province == null) {
                throw new IllegalStateException("zones.csv: no region " + zone.province());
            }
            names.add(zone.name(), zone);
            names.add(zone.officialName(), zone);
            named.aliases().forEach(alias -> names.add(alias, zone));
            for (var word : ZONE_WORDS) {
                names.add(province.shortName() + word, zone);
                names.add(province.name() + word, zone);
            }
        }
        for (var named : tables.areas()) {
            names.add(named.area().name(), named.area());
            named.stems().forEach(stem -> names.add(stem + "片区", named.area()));
            named.plainStems().forEach(stem -> names.add(stem + "片区", named.area()));
        }
        for (var set : tables.sets()) {
            names.add(set.name(), set);
            set.aliases().forEach(alias -> names.add(alias, set));
        }
        return Map.copyOf(names.byName);
    }

    private void add(String name, Referent referent) {
        byName.putIfAbsent(ComparableKey.of(name), referent);
    }
}
