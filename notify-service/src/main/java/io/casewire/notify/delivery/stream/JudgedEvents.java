package io.casewire.notify.delivery.stream;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

/** A filter with what it says of some events, found out beforehand, as reading their texts takes long. */
final class JudgedEvents {
    private JudgedEvents() {}

    /** The filter, which has judged those of the events that lie at that place or behind it. */
    static Predicate<LiveEvent> of(Predicate<LiveEvent> filter, List<LiveEvent> held, StreamPositions from) {
        IdentityHashMap<LiveEvent, Boolean> judged = new IdentityHashMap<>();
        for (LiveEvent event : held) {
            if (event.offset() >= from.in(event.partition())) {
                judged.put(event, lets(filter, event));
            }
        }
        return event -> {
            Boolean known = judged.get(event);
            return known == null ? lets(filter, event) : known;
        };
    }

    private static boolean lets(Predicate<LiveEvent> filter, LiveEvent event) {
        boolean lets = filter.test(event);
        event.facts().forget();
        return lets;
    }
}
