package io.casewire.notify.digest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What was made of a window when it was closed, as it is stored; what it tells does not change after that.
 *
 * @param id derived from place and number of the window
 * @param hold id of the place
 * @param number of the window, from 1
 * @param document that it is about; null for one about everything
 * @param zone whose clock it is told by
 * @param from where its window begins
 * @param until where it ends, exclusive; what was recorded before and came too late for it is in a later one
 * @param windows how many times it makes up for: 1, or more where the service was down
 * @param late whether it was made much later than its time
 * @param provisional whether its time was counted by working days of a year whose holidays are not announced
 * @param entries ids of the deliveries it takes the place of, in the order they were recorded; empty where nothing had happened
 * @param deliveries ids of those that tell it, one for each part
 */
@Document("digests")
public record Digest(
        @Id String id,
        String hold,
        String subscription,
        String agency,
        long number,
        Kind kind,
        @Nullable String document,
        String zone,
        Instant from,
        Instant until,
        int windows,
        boolean late,
        boolean provisional,
        Instant madeAt,
        List<String> entries,
        List<String> deliveries) {
    public Digest {
        entries = List.copyOf(entries);
        deliveries = List.copyOf(deliveries);
    }

    /** Of what. */
    public enum Kind {
        /** Of a day. */
        DAY,
        /** Of a week. */
        WEEK,
        /** Of what happened about one document. */
        DOCUMENT,
        /** Of what waited when no more digests were asked for. */
        LAST
    }
}
