package io.casewire.embedded.store;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a query finds, one document after the other, read only when it is asked for. Single-use. To be read under the collection's lock; a pause
 * between two reads may give the lock up, and documents that do not fit any more afterwards are passed over.
 */
final class Results implements Iterable<Document> {
    /** Shorter documents are read as a whole at once, in bytes. */
    private static final int SHORT = 1024;

    private final IndexedCollection collection;
    private final Query query;
    private final Access access;
    private final Candidates found;
    private final Candidates candidates;
    private final @Nullable Set<String> deciding;
    private final @Nullable Set<String> given;
    private int toSkip;
    private long documentsRead;
    private long returned;

    /** Whether candidates are known to fit. */
    private boolean verified;

    Results(IndexedCollection collection, Query query, Access access) {
        this.collection = collection;
        this.query = query;
        this.access = access;
        this.deciding = query.deciding().orElse(null);
        this.given = query.given(collection.getIdField()).orElse(null);
        this.toSkip = query.skip();
        this.found = access.open();
        this.candidates = access.isOrdered() ? found : sorted();
    }

    /**
     * A document that fits, as it is given out.
     *
     * @param bytes its length
     */
    record Found(Document document, int bytes) {}

    /** The next one; null when there are no more. */
    @Nullable
    Found next() {
        if (query.limit() > 0 && returned == query.limit()) {
            return null;
        }
        for (Entry entry = candidates.next(); entry != null; entry = candidates.next()) {
            byte[] stored = stored(entry);
            if (stored != null && fits(stored)) {
                if (toSkip > 0) {
                    toSkip--;
                } else {
                    returned++;
                    return give(stored);
                }
            }
        }
        return null;
    }

    /** How many there are. */
    long count() {
        while (query.limit() == 0 || returned < query.limit()) {
            Entry entry = candidates.next();
            if (entry == null) {
                break;
            }
            byte[] stored = stored(entry);
            if (stored != null && fits(stored)) {
                if (toSkip > 0) {
                    toSkip--;
                } else {
                    returned++;
                }
            }
        }
        return returned;
    }

    List<Document> toList() {
        List<Document> all = new ArrayList<>();
        for (Document document : this) {
            all.add(document);
        }
        return all;
    }

    void pause() {
        verified = false;
        candidates.pause();
    }

    /** What it has cost so far. */
    Examined examined() {
        return new Examined(
                collection.getDatabaseName(),
                collection.getCollectionName(),
                query.filter(),
                query.sort(),
                access.description(),
                found.entriesRead(),
                documentsRead,
                returned);
    }

    @Override
    public Iterator<Document> iterator() {
        return new Iterator<>() {
            private @Nullable Found next;

            @Override
            public boolean hasNext() {
                if (next == null) {
                    next = Results.this.next();
                }
                return next != null;
            }

            @Override
            public Document next() {
                Found current = next == null ? Results.this.next() : next;
                if (current == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return current.document();
            }
        };
    }

    private byte @Nullable [] stored(Entry entry) {
        return entry.document() != null ? entry.document() : collection.stored(entry.key());
    }

    private boolean fits(byte[] stored) {
        documentsRead++;
        return verified || query.filter().isEmpty() || collection.fits(decided(stored), query.filter());
    }

    private Document decided(byte[] stored) {
        return deciding == null || stored.length < SHORT
                ? BsonCodec.decode(stored)
                : BsonCodec.decode(stored, deciding);
    }

    private Found give(byte[] stored) {
        if (!query.isProjected()) {
            return new Found(BsonCodec.decode(stored), stored.length);
        }
        Document source = given == null ? BsonCodec.decode(stored) : BsonCodec.decode(stored, given);
        Document projected = collection.project(source, query.projection());
        return new Found(projected, BsonCodec.size(projected));
    }

    /** Those that fit in the order asked for, told by their keys: no more is kept of them than what decides about the order. */
    private Candidates sorted() {
        Comparator<Document> order = comparator(query.sort());
        if (order == null) {
            return Candidates.of(EntryCandidates.keys(found));
        }
        Comparator<Ranked> ranking =
                Comparator.comparing(Ranked::document, order).thenComparing(Ranked::key);
        List<Ranked> fitting = query.limit() == 0 ? all() : first(query.most(), ranking);
        fitting.sort(ranking);
        verified = true;
        return Candidates.of(fitting.stream().map(Ranked::key).toList());
    }

    private List<Ranked> all() {
        List<Ranked> fitting = new ArrayList<>();
        for (Ranked next = nextRanked(); next != null; next = nextRanked()) {
            fitting.add(next);
        }
        return fitting;
    }

    private List<Ranked> first(long most, Comparator<Ranked> ranking) {
        PriorityQueue<Ranked> best = new PriorityQueue<>(ranking.reversed());
        for (Ranked next = nextRanked(); next != null; next = nextRanked()) {
            best.add(next);
            if (best.size() > most) {
                best.poll();
            }
        }
        return new ArrayList<>(best);
    }

    private @Nullable Ranked nextRanked() {
        for (Entry entry = found.next(); entry != null; entry = found.next()) {
            byte[] stored = stored(entry);
            if (stored != null) {
                documentsRead++;
                Document document = decided(stored);
                if (collection.fits(document, query.filter())) {
                    return new Ranked(document, entry.key());
                }
            }
        }
        return null;
    }

    private static @Nullable Comparator<Document> comparator(@Nullable Document sort) {
        return sort == null || sort.isEmpty() || sort.keySet().iterator().next().equals(Order.NATURAL)
                ? null
                : new DocumentComparator(sort);
    }

    /** A document that fits, with what decides about its place. */
    private record Ranked(Document document, Key key) {}
}
