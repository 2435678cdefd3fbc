package io.casewire.notify.digest;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.notify.rhythm.DigestSettings;
import io.casewire.notify.rhythm.Rhythm;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees to it that what waits is told: every place with messages has a time at which its window is closed. */
@Component
public class Holds {
    private final DigestStore store;
    private final WorkingCalendar calendar;
    private final DigestSettings settings;
    private final InstantSource clock;

    Holds(DigestStore store, WorkingCalendar calendar, DigestSettings settings, InstantSource clock) {
        this.store = store;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /** Messages are put there. Asked before and after they are stored, so that they will be told wherever that is broken off. */
    public void touch(Place place) {
        Instant now = clock.instant();
        while (true) {
            Hold current = store.hold(place.id()).orElse(null);
            if (current == null ? store.insert(opened(place, now)) : store.replace(touched(current, place, now))) {
                return;
            }
        }
    }

    /**
     * A subscription asks for what it asks for now: its digests go by the rhythm, and what waits goes into the next one by it; without
     * one, into a last one, made at once.
     */
    void follow(Place place) {
        Instant now = clock.instant();
        Rhythm rhythm = place.timing().digest();
        String text = Hold.textOf(rhythm);
        while (true) {
            Hold current = store.hold(place.id()).orElse(null);
            boolean followed =
                    current != null && current.rhythm().equals(text) && !(rhythm != null && current.isResting());
            if (followed || (current == null && rhythm == null)) {
                return;
            }
            if (current == null
                    ? store.insert(Hold.open(place, now, next(rhythm, now)))
                    : store.replace(current.by(text, rhythm == null ? now : next(rhythm, now)))) {
                return;
            }
        }
    }

    /** When a window is closed that was open at that time, without a message in it; {@link Hold#NEVER} where none is asked for. */
    Instant next(@Nullable Rhythm rhythm, Instant now) {
        return rhythm == null ? Hold.NEVER : rhythm.after(now, calendar).at();
    }

    /** Another message came now; the window is closed when no more do, or the first has waited long. */
    Instant closing(Instant first, Instant now) {
        Instant pause = now.plus(settings.documentPause());
        Instant longest = first.plus(settings.documentLongest());
        return pause.isBefore(longest) ? pause : longest;
    }

    private Hold opened(Place place, Instant now) {
        Instant next = place.document() == null ? next(place.timing().digest(), now) : closing(now, now);
        return Hold.open(place, now, next);
    }

    private Hold touched(Hold current, Place place, Instant now) {
        if (place.document() == null) {
            Instant next = current.isResting() ? next(place.timing().digest(), now) : current.next();
            return current.touched(current.first(), next);
        }
        Instant first = current.isResting() ? now : current.first();
        return current.touched(first, closing(first, now));
    }
}
