package io.casewire.ingest.inbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files with which something could not be done: told once each, and tried again after pauses that grow. */
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
    private static final long FIRST_PAUSE = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier clock;
    private final Map<Path, Trouble> troubles = new HashMap<>();

    /** @param clock in nanoseconds, as {@link System#nanoTime} */
    Troubles(LongSupplier clock) {
        this.clock = clock;
    }

    private record Trouble(String said, long pause, long since) {}

    /** Whether the file is left alone for now. */
    boolean rests(Path file) {
        Trouble trouble = troubles.get(file);
        return trouble != null && clock.getAsLong() - trouble.since() < trouble.pause();
    }

    /** @param name of the file, to be read */
    void tell(Path file, String name, String reason) {
        Trouble before = troubles.get(file);
        if (before == null || !before.said().equals(reason)) {
            LOG.warn("{} stays where it is: {}", name, reason);
        }
        long pause = before == null ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, before.pause() * 2);
        troubles.put(file, new Trouble(reason, pause, clock.getAsLong()));
    }

    void isOver(Path file) {
        troubles.remove(file);
    }

    int count() {
        return troubles.size();
    }

    /** Forgets all files but these. */
    void keepOnly(Collection<Path> files) {
        troubles.keySet().retainAll(new HashSet<>(files));
    }
}
