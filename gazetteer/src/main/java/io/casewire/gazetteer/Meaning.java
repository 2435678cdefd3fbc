package io.casewire.gazetteer;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a string can stand for before its surroundings are looked at; none of it: a phrase that only contains a name.
 *
 * @param plainRegion the string is also a common word, so the region needs company to be meant
 * @param areas the areas it names when 片区 follows
 * @param plainAreas these areas need their zone in the same text
 */
record Meaning(
        @Nullable Region region,
        boolean plainRegion,
        List<Area> areas,
        boolean plainAreas,
        @Nullable Zone zone,
        @Nullable RegionSet set) {

    static final Meaning NOTHING = new Meaning(null, false, List.of(), false, null, null);

    static Meaning of(Region region, boolean plain) {
        return new Meaning(region, plain, List.of(), false, null, null);
    }

    static Meaning of(Area area, boolean plain) {
        return new Meaning(null, false, List.of(area), plain, null, null);
    }

    static Meaning of(Zone zone) {
        return new Meaning(null, false, List.of(), false, zone, null);
    }

    static Meaning of(RegionSet set) {
        return new Meaning(null, false, List.of(), false, null, set);
    }

    /** Both meanings; of two regions the first stays, so provinces are to be entered before their namesakes. */
    Meaning and(Meaning other) {
        return new Meaning(
                region != null ? region : other.region,
                region != null ? plainRegion : other.plainRegion,
                Stream.concat(areas.stream(), other.areas.stream()).toList(),
                plainAreas || other.plainAreas,
                zone != null ? zone : other.zone,
                set != null ? set : other.set);
    }

    boolean namesPlaceInList() {
        return region != null || !areas.isEmpty();
    }
}
