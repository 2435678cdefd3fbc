package io.casewire.notify.digest;

import io.casewire.contracts.id.StableId;
import io.casewire.notify.rhythm.Rhythm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The window that is open at a {@link Place}, as it is stored. Windows are numbered and follow each other without a gap.
 *
 * @param id of the place
 * @param document null for a digest of everything
 * @param rhythm that {@code next} goes by, as text; empty where it goes by none
 * @param number of the window, from 1
 * @param from where it begins: where the one before ended
 * @param first when the first message came that waits for others of its document; of no meaning for a digest
 * @param next when it is closed; {@link #NEVER} where nothing waits and nothing is asked for
 * @param touches how often messages were put here, so that none is forgotten that came while a window was closed
 * @param leasedUntil until when somebody is closing it
 * @param revision counts changes, from 1
 */
@Document("digestHolds")
record Hold(
        @Id String id,
        String subscription,
        @Nullable String document,
        String rhythm,
        long number,
        Instant from,
        Instant first,
        Instant next,
        long touches,
        Instant leasedUntil,
        long revision) {
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** A new one, with a first window that begins at that time. */
    static Hold open(Place place, Instant from, Instant next) {
        return new Hold(
                place.id(),
                place.subscription(),
                place.document(),
                textOf(place.timing().digest()),
                1,
                from,
                from,
                next,
                0,
                Instant.EPOCH,
                1);
    }

    /** A rhythm as text, to see whether it was changed. */
    static String textOf(@Nullable Rhythm rhythm) {
        return rhythm == null ? "" : rhythm.toString();
    }

    /** Id of the digest of the window that is open; no other window has it. */
    String digestId() {
        return StableId.derive("dig", id, Long.toString(number));
    }

    boolean isResting() {
        return !next.isBefore(NEVER);
    }

    Hold touched(Instant begun, Instant closing) {
        return changed(rhythm, number, from, begun, closing, touches + 1, leasedUntil);
    }

    Hold by(String other, Instant closing) {
        return changed(other, number, from, first, closing, touches, leasedUntil);
    }

    Hold leased(Instant until) {
        return changed(rhythm, number, from, first, next, touches, until);
    }

    /** The next window, which begins there. */
    Hold following(Instant begin, Instant closing) {
        return changed(rhythm, number + 1, begin, begin, closing, touches, Instant.EPOCH);
    }

    /** The same window, closed later: there was nobody to tell. */
    Hold later(Instant closing) {
        return changed(rhythm, number, from, first, closing, touches, Instant.EPOCH);
    }

    private Hold changed(
            String by, long nth, Instant begin, Instant begun, Instant closing, long touched, Instant leased) {
        return new Hold(id, subscription, document, by, nth, begin, begun, closing, touched, leased, revision + 1);
    }
}
