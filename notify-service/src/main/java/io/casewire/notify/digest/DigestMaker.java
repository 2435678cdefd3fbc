package io.casewire.notify.digest;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.notify.digest.Askers.Asker;
import io.casewire.notify.digest.Digest.Kind;
import io.casewire.notify.rhythm.DigestSettings;
import io.casewire.notify.rhythm.Occurrence;
import io.casewire.notify.rhythm.Rhythm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Closes windows. What a digest tells is fixed by one write, under an id that no other window has; all that follows may be done again by
 * whoever finds it undone, and the next window opens only after that. So each message is in one digest, whoever stops where.
 */
final class DigestMaker {
    private static final String SHANGHAI = "Asia/Shanghai";
    private static final int AT_ONCE = 100;

    private final DigestStore store;
    private final HeldMessages messages;
    private final Askers askers;
    private final Holds holds;
    private final WorkingCalendar calendar;
    private final DigestSettings settings;

    DigestMaker(
            DigestStore store,
            HeldMessages messages,
            Askers askers,
            Holds holds,
            WorkingCalendar calendar,
            DigestSettings settings) {
        this.store = store;
        this.messages = messages;
        this.askers = askers;
        this.holds = holds;
        this.calendar = calendar;
        this.settings = settings;
    }

    /** Those whose time has come. */
    List<Hold> due(Instant now) {
        return store.due(now.minus(settings.delay()), now, AT_ONCE);
    }

    /** Closes that window, unless somebody else does. Returns the digest; empty where there was nobody to tell. */
    Optional<Digest> close(Hold due, Instant now) {
        Hold leased = due.leased(now.plus(settings.lease()));
        if (!store.replace(leased)) {
            return Optional.empty();
        }
        Asker asker = askers.find(leased.subscription(), now).orElse(null);
        Digest digest = store.digest(leased.digestId()).orElse(null);
        if (digest == null) {
            if (asker == null) {
                messages.release(leased.id());
                open(leased, leased.later(Hold.NEVER), now);
                return Optional.empty();
            }
            Digest made = digest(leased, asker, now);
            if (made.entries().isEmpty()
                    && (!asker.asks() || made.kind() == Kind.DOCUMENT || made.kind() == Kind.LAST)) {
                open(leased, leased.later(afterwards(leased, asker, now)), now);
                return Optional.empty();
            }
            digest = store.insert(made) ? made : store.digest(made.id()).orElseThrow();
        }
        Digest fixed = digest;
        if (!fixed.entries().isEmpty()) {
            store.queued(fixed, messages.queue(fixed));
            messages.told(fixed);
        }
        boolean more = fixed.entries().size() >= settings.most();
        Instant next = more ? fixed.until() : afterwards(leased, asker, fixed.until());
        open(leased, leased.following(fixed.until(), next), now);
        return Optional.of(fixed);
    }

    private Digest digest(Hold hold, Asker asker, Instant now) {
        Rhythm rhythm = hold.document() == null ? asker.timing().digest() : null;
        Occurrence closed = new Occurrence(rhythm == null ? now : hold.next(), false);
        int windows = 1;
        if (rhythm != null) {
            // whether its own time was counted by days that are not announced is not stored
            closed = new Occurrence(closed.at(), isProvisional(rhythm, closed.at()));
            Occurrence following = rhythm.after(closed.at(), calendar);
            while (!following.at().isAfter(now)) {
                closed = following;
                windows++;
                following = rhythm.after(closed.at(), calendar);
            }
        }
        return new Digest(
                hold.digestId(),
                hold.id(),
                hold.subscription(),
                asker.agency(),
                hold.number(),
                kind(hold, rhythm),
                hold.document(),
                rhythm == null ? SHANGHAI : rhythm.zone(),
                hold.document() == null ? hold.from() : hold.first(),
                closed.at(),
                windows,
                windows > 1 || now.isAfter(hold.next().plus(settings.lateAfter())),
                closed.provisional(),
                now,
                messages.waiting(hold.id(), rhythm == null ? null : closed.at(), settings.most()),
                List.of());
    }

    private boolean isProvisional(Rhythm rhythm, Instant at) {
        Occurrence counted = rhythm.after(at.minusMillis(1), calendar);
        return counted.at().equals(at) && counted.provisional();
    }

    private static Kind kind(Hold hold, @Nullable Rhythm rhythm) {
        if (hold.document() != null) {
            return Kind.DOCUMENT;
        }
        if (rhythm == null) {
            return Kind.LAST;
        }
        return switch (rhythm.every()) {
            case DAY -> Kind.DAY;
            case WEEK -> Kind.WEEK;
        };
    }

    /** When the window after that time is closed, if nothing comes meanwhile. */
    private Instant afterwards(Hold hold, @Nullable Asker asker, Instant time) {
        if (hold.document() != null || asker == null || asker.ended()) {
            return Hold.NEVER;
        }
        return holds.next(asker.timing().digest(), time);
    }

    /** Writes what follows that window, unless somebody did; what came while it was closed is not left without a time. */
    private void open(Hold closed, Hold planned, Instant now) {
        Hold next = planned;
        while (!store.replace(next)) {
            Hold current = store.hold(closed.id()).orElse(null);
            if (current == null || current.number() != closed.number()) {
                return;
            }
            boolean touched = current.touches() != closed.touches();
            Instant closing = touched && planned.isResting() ? holds.closing(now, now) : planned.next();
            Instant wanted = current.rhythm().equals(closed.rhythm()) ? closing : current.next();
            next = planned.number() == closed.number()
                    ? current.later(wanted)
                    : current.following(planned.from(), wanted);
        }
    }
}
