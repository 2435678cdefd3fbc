package io.casewire.notify.delivery;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The bodies of messages read last: one event's goes out many times, and none is ever changed. */
final class RecentBodies {
    private final int maxChars;
    private final Map<String, String> bodies = new LinkedHashMap<>(16, 0.75f, true);
    private long chars;

    /** @param maxChars of all bodies together; a longer one is not kept */
    RecentBodies(int maxChars) {
        this.maxChars = maxChars;
    }

    synchronized Optional<String> find(String id) {
        return Optional.ofNullable(bodies.get(id));
    }

    synchronized void keep(String id, String body) {
        if (body.length() > maxChars || bodies.putIfAbsent(id, body) != null) {
            return;
        }
        chars += body.length();
        Iterator<String> eldest = bodies.values().iterator();
        while (chars > maxChars) {
            chars -= eldest.next().length();
            eldest.remove();
        }
    }
}
