package io.casewire.catalog.search;

import io.casewire.gazetteer.Area;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Mention;
import io.casewire.gazetteer.Place;
import io.casewire.gazetteer.Region;
import io.casewire.gazetteer.Zone;
import java.util.ArrayList;
import java.util.List;

/**
 * The zones, areas and regions in what somebody typed.
 *
 * @param left what was typed without the names of zones and areas, and without a region that stands alone; a region's name within a
 *     longer word stays, as it may belong to a name of something else
 */
record AskedPlaces(List<Place> places, List<String> left) {
    private static final Gazetteer GAZETTEER = Gazetteer.standard();

    AskedPlaces {
        places = List.copyOf(places);
        left = List.copyOf(left);
    }

    static AskedPlaces in(String part) {
        List<Place> places = new ArrayList<>();
        List<String> left = new ArrayList<>();
        int from = 0;
        for (Mention mention : GAZETTEER.mentions(part)) {
            boolean whole = mention.start() == 0 && mention.end() == part.length();
            if (mention.referent() instanceof Place place) {
                places.add(place);
                if (isTaken(place, whole) && mention.start() >= from) {
                    add(part.substring(from, mention.start()), left);
                    from = mention.end();
                } else if (isTaken(place, whole)) {
                    from = Math.max(from, mention.end());
                }
            }
        }
        add(part.substring(from), left);
        return new AskedPlaces(places, left);
    }

    private static boolean isTaken(Place place, boolean whole) {
        return switch (place) {
            case Zone _, Area _ -> true;
            case Region _ -> whole;
        };
    }

    private static void add(String part, List<String> left) {
        if (!Gram.of(part).isEmpty()) {
            left.add(part);
        }
    }
}
