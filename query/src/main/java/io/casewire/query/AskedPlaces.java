package io.casewire.query;

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
 * @param typed the stretch they stand in
 * @param places all of them
 * @param alone those that are asked for by their name alone: zones, areas, and a region that is the whole stretch; a region's name
 *     within a longer word stays part of it, as it may belong to a name of something else
 * @param names of those alone, as they were typed
 * @param left what was typed without those names
 */
public record AskedPlaces(String typed, List<Place> places, List<Place> alone, List<String> names, List<String> left) {
    private static final Gazetteer GAZETTEER = Gazetteer.standard();

    public AskedPlaces {
        places = List.copyOf(places);
        alone = List.copyOf(alone);
        names = List.copyOf(names);
        left = List.copyOf(left);
    }

    static AskedPlaces in(String typed) {
        List<Place> places = new ArrayList<>();
        List<Place> alone = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> left = new ArrayList<>();
        int from = 0;
        for (Mention mention : GAZETTEER.mentions(typed)) {
            if (mention.referent() instanceof Place place) {
                places.add(place);
                if (isAlone(place, mention.start() == 0 && mention.end() == typed.length())) {
                    alone.add(place);
                    if (mention.start() >= from) {
                        add(typed.substring(from, mention.start()), left);
                        names.add(typed.substring(mention.start(), mention.end()));
                    }
                    from = Math.max(from, mention.end());
                }
            }
        }
        add(typed.substring(from), left);
        return new AskedPlaces(typed, places, alone, names, left);
    }

    /** Whether the stretch is asked for as it stands, places within it and all. */
    public boolean isWhole() {
        return alone.isEmpty();
    }

    private static boolean isAlone(Place place, boolean whole) {
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
