package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentEvent.Changes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a parse beside what is published of the document.
 *
 * @param inserted never published
 * @param updated published with other content by a file received earlier
 * @param superseded published with other content by a file received later: that stays
 * @param unchanged published as they are
 * @param missing published by a file received earlier and not in this parse
 * @param withheld in this parse, and withdrawn by an operator: they stay withdrawn
 * @param duplicates ids that occur more than once; only the first of each counts
 */
record Comparison(
        List<Found> inserted,
        List<Update> updated,
        List<Update> superseded,
        List<PublishedRecord> unchanged,
        List<PublishedRecord> missing,
        List<PublishedRecord> withheld,
        List<String> duplicates) {
    /**
     * A record of the parse with its digest.
     *
     * @param length about how many bytes it has as JSON
     */
    record Found(Publishable record, String digest, int length) {}

    /** A record of the parse and the published revision of it. */
    record Update(Found found, PublishedRecord known) {}

    static final Comparison NONE =
            new Comparison(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Compares a parse that is newer than everything published. */
    static Comparison of(List<Publishable> parsed, Map<String, PublishedRecord> known) {
        return of(parsed, known, _ -> false);
    }

    /**
     * Compares a parse.
     *
     * @param newer whether a published record stands by a file received later than this one
     */
    static Comparison of(
            List<Publishable> parsed, Map<String, PublishedRecord> known, Predicate<PublishedRecord> newer) {
        Comparison comparison = new Comparison(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        Map<String, Publishable> seen = new LinkedHashMap<>();
        for (Publishable record : parsed) {
            if (seen.putIfAbsent(record.id(), record) == null) {
                comparison.add(record, known.get(record.id()), newer);
            } else {
                comparison.duplicates.add(record.id());
            }
        }
        known.values().stream()
                .filter(record -> !record.withdrawn() && !seen.containsKey(record.id()) && !newer.test(record))
                .forEach(comparison.missing::add);
        return comparison;
    }

    Changes changes() {
        return new Changes(inserted.size(), updated.size(), unchanged.size() + withheld.size(), missing.size());
    }

    /** Ids of known records that are in this parse and were missing in another. */
    List<String> found() {
        return Stream.of(unchanged, superseded.stream().map(Update::known).toList(), withheld)
                .flatMap(List::stream)
                .filter(record -> record.missing() != null)
                .map(PublishedRecord::id)
                .toList();
    }

    private void add(Publishable record, @Nullable PublishedRecord published, Predicate<PublishedRecord> newer) {
        ContentDigest.Measured digest = ContentDigest.measured(record.content());
        Found found = new Found(record, digest.value(), digest.length());
        if (published == null) {
            inserted.add(found);
        } else if (published.withdrawn()) {
            withheld.add(published);
        } else if (published.digest().equals(found.digest())) {
            unchanged.add(published);
        } else if (newer.test(published)) {
            superseded.add(new Update(found, published));
        } else {
            updated.add(new Update(found, published));
        }
    }
}
