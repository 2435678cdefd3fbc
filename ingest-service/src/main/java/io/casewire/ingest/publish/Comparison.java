package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.parsed.ParsedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of a reading beside what is published of the document.
 *
 * @param inserted never published
 * @param updated published with other content
 * @param unchanged published as they are
 * @param missing published and not in this reading
 * @param withheld in this reading, and withdrawn by an operator: they stay withdrawn
 * @param doubled ids that occur more than once; only the first of each counts
 */
record Comparison(
        List<Found> inserted,
        List<Update> updated,
        List<PublishedRecord> unchanged,
        List<PublishedRecord> missing,
        List<PublishedRecord> withheld,
        List<String> doubled) {

    /** A record of the reading with its digest. */
    record Found(Publishable record, String digest) {}

    /** A record of the reading and the revision it replaces. */
    record Update(Found found, PublishedRecord known) {}

    static Comparison of(List<ParsedRecord> reading, Map<String, PublishedRecord> known) {
        Comparison comparison = new Comparison(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        Map<String, Publishable> seen = new LinkedHashMap<>();
        for (ParsedRecord record : reading) {
            Publishable.of(record).ifPresent(publishable -> {
                if (seen.putIfAbsent(publishable.id(), publishable) == null) {
                    comparison.add(publishable, known);
                } else {
                    comparison.doubled.add(publishable.id());
                }
            });
        }
        known.values().stream()
                .filter(record -> !record.withdrawn() && !seen.containsKey(record.id()))
                .forEach(comparison.missing::add);
        return comparison;
    }

    Changes changes() {
        return new Changes(inserted.size(), updated.size(), unchanged.size() + withheld.size(), missing.size());
    }

    private void add(Publishable record, Map<String, PublishedRecord> known) {
        PublishedRecord published = known.get(record.id());
        Found found = new Found(record, ContentDigest.of(record.content()));
        if (published == null) {
            inserted.add(found);
        } else if (published.withdrawn()) {
            withheld.add(published);
        } else if (published.digest().equals(found.digest())) {
            unchanged.add(published);
        } else {
            updated.add(new Update(found, published));
        }
    }
}
