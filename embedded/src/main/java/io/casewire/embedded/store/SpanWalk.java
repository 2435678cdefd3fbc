package io.casewire.embedded.store;

import io.casewire.embedded.store.EntryMap.Entries;
import io.casewire.embedded.store.EntryMap.Snapshot;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The entries of one span in one direction. It can be interrupted, and goes on behind the last entry it gave in whatever the map is then. */
final class SpanWalk {
    private final Span span;
    private final Direction direction;
    private @Nullable Entries entries;
    private @Nullable Entry last;
    /** Within equal values, walked forward: the values, which no later run may reach. */
    private byte @Nullable [] run;

    SpanWalk(Span span, Direction direction) {
        this.span = span;
        this.direction = direction;
    }

    Span span() {
        return span;
    }

    /** The next entry; null at the end. */
    @Nullable
    Entry next(Snapshot snapshot) {
        Entry found =
                switch (direction) {
                    case FORWARD -> forward(snapshot);
                    case BACKWARD -> backward(snapshot);
                    case BACKWARD_BY_VALUE -> byValue(snapshot);
                };
        if (found != null) {
            last = found;
        }
        return found;
    }

    /** Lets go of the map's state. */
    void pause() {
        entries = null;
    }

    private @Nullable Entry forward(Snapshot snapshot) {
        Entry next = read(snapshot, last == null ? span.from() : last.bytes(), false);
        while (next != null && isGiven(next)) {
            next = read(snapshot, next.bytes(), false);
        }
        return next == null || span.isBehind(next.bytes()) ? null : next;
    }

    private @Nullable Entry backward(Snapshot snapshot) {
        Entry next = read(snapshot, last == null ? span.to() : last.bytes(), true);
        while (next != null && (isGiven(next) || span.isBehind(next.bytes()))) {
            next = read(snapshot, next.bytes(), true);
        }
        return next == null || span.isBefore(next.bytes()) ? null : next;
    }

    private @Nullable Entry byValue(Snapshot snapshot) {
        if (run != null) {
            Entry next = read(snapshot, last == null ? run : last.bytes(), false);
            while (next != null && isGiven(next)) {
                next = read(snapshot, next.bytes(), false);
            }
            if (next != null && beginsWithRun(next)) {
                return next;
            }
        }
        return firstOfRunBefore(snapshot, run == null ? span.to() : run);
    }

    private @Nullable Entry firstOfRunBefore(Snapshot snapshot, byte @Nullable [] end) {
        Entries back = snapshot.from(end, true);
        Entry greatest = back.next();
        if (greatest != null && end != null && Arrays.compareUnsigned(greatest.bytes(), end) >= 0) {
            greatest = back.next();
        }
        if (greatest == null || span.isBefore(greatest.bytes())) {
            return null;
        }
        run = Arrays.copyOf(greatest.bytes(), greatest.keyOffset());
        entries = snapshot.from(run, false);
        return entries.next();
    }

    private @Nullable Entry read(Snapshot snapshot, byte @Nullable [] from, boolean reverse) {
        Entries open = entries;
        if (open == null) {
            open = snapshot.from(from, reverse);
            entries = open;
        }
        return open.next();
    }

    private boolean isGiven(Entry entry) {
        return last != null && Arrays.equals(last.bytes(), entry.bytes());
    }

    private boolean beginsWithRun(Entry entry) {
        byte[] values = run;
        return values != null
                && entry.bytes().length >= values.length
                && Arrays.equals(entry.bytes(), 0, values.length, values, 0, values.length);
    }
}
