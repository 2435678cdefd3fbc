package io.casewire.embedded.store;

import io.casewire.embedded.store.EntryMap.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the spans of one index hold: one span after the other, or all of them merged into one order. */
final class EntryCandidates implements Candidates {
    private final EntryMap<?> map;
    private final List<SpanWalk> walks;
    private final boolean merged;
    private final Comparator<Head> order;
    private final @Nullable Set<Key> given;
    private @Nullable Snapshot snapshot;
    private @Nullable PriorityQueue<Head> heads;
    private int current;
    private long read;

    /**
     * Candidates of these spans.
     *
     * @param spans in ascending order
     * @param merged whether the order behind each span's fixed bytes goes across the spans
     * @param severalEntries whether a document may have more than one entry
     */
    EntryCandidates(EntryMap<?> map, List<Span> spans, Direction direction, boolean merged, boolean severalEntries) {
        this.map = map;
        this.walks = (direction.isBackward() ? spans.reversed() : spans)
                .stream().map(span -> new SpanWalk(span, direction)).toList();
        this.merged = merged && spans.size() > 1;
        this.order = order(direction);
        this.given = severalEntries ? new HashSet<>() : null;
    }

    @Override
    public @Nullable Entry next() {
        for (Entry entry = nextEntry(); entry != null; entry = nextEntry()) {
            read++;
            if (given == null || given.add(entry.key())) {
                return entry;
            }
        }
        return null;
    }

    @Override
    public void pause() {
        snapshot = null;
        walks.forEach(SpanWalk::pause);
    }

    @Override
    public long entriesRead() {
        return read;
    }

    private @Nullable Entry nextEntry() {
        return merged ? nextMerged() : nextInTurn();
    }

    private @Nullable Entry nextInTurn() {
        while (current < walks.size()) {
            Entry entry = walks.get(current).next(now());
            if (entry != null) {
                return entry;
            }
            current++;
        }
        return null;
    }

    private @Nullable Entry nextMerged() {
        PriorityQueue<Head> waiting = heads;
        if (waiting == null) {
            waiting = new PriorityQueue<>(order);
            for (SpanWalk walk : walks) {
                advance(walk, waiting);
            }
            heads = waiting;
        }
        Head first = waiting.poll();
        if (first == null) {
            return null;
        }
        advance(first.walk(), waiting);
        return first.entry();
    }

    private void advance(SpanWalk walk, PriorityQueue<Head> waiting) {
        Entry entry = walk.next(now());
        if (entry != null) {
            waiting.add(new Head(entry, walk));
        }
    }

    // one state for all spans, so that a document whose value changes meanwhile does not come twice
    private Snapshot now() {
        Snapshot open = snapshot;
        if (open == null) {
            open = map.snapshot();
            snapshot = open;
        }
        return open;
    }

    private static Comparator<Head> order(Direction direction) {
        Comparator<Head> byValue = (one, other) -> Entry.compareValues(
                one.entry(),
                one.walk().span().fixed(),
                other.entry(),
                other.walk().span().fixed());
        Comparator<Head> byKey = (one, other) -> Entry.compareKeys(one.entry(), other.entry());
        return switch (direction) {
            case FORWARD -> byValue.thenComparing(byKey);
            case BACKWARD -> byValue.thenComparing(byKey).reversed();
            case BACKWARD_BY_VALUE -> byValue.reversed().thenComparing(byKey);
        };
    }

    /** The entry a span has reached. */
    private record Head(Entry entry, SpanWalk walk) {}

    /** Keys of all of them, in the order of the keys. */
    static List<Key> keys(Candidates candidates) {
        List<Key> keys = new ArrayList<>();
        for (Entry entry = candidates.next(); entry != null; entry = candidates.next()) {
            keys.add(entry.key());
        }
        keys.sort(Comparator.naturalOrder());
        return keys;
    }
}
