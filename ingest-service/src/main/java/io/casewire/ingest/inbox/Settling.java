package io.casewire.ingest.inbox;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells files that nobody writes any more from those that still grow. Only what was seen here counts: a copied file may have the time
 * of its original, and the clock of a file server may be wrong.
 */
public final class Settling {
    private final long nanos;
    private final LongSupplier clock;
    private final Map<Path, Seen> seen = new HashMap<>();

    /** @param time how long a file has to stay as it is */
    public Settling(Duration time) {
        this(time, System::nanoTime);
    }

    /** @param clock in nanoseconds, as {@link System#nanoTime} */
    Settling(Duration time, LongSupplier clock) {
        this.nanos = time.toNanos();
        this.clock = clock;
    }

    private record Seen(Shape shape, long since) {}

    /** Whether the file has been like that for long enough. */
    public boolean isSettled(Path file, BasicFileAttributes attributes) {
        Shape shape = Shape.of(attributes);
        long now = clock.getAsLong();
        Seen before = seen.get(file);
        if (before == null || !before.shape().equals(shape)) {
            before = new Seen(shape, now);
            seen.put(file, before);
        }
        return now - before.since() >= nanos;
    }

    /** It turned out to be written still: its time begins anew. */
    public void startAnew(Path file) {
        seen.remove(file);
    }

    /** Forgets all files but these. */
    public void keepOnly(Collection<Path> files) {
        seen.keySet().retainAll(new HashSet<>(files));
    }
}
