package io.casewire.notify.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewire.identity.Caller;
import io.casewire.notify.subscription.MissedEvents.Told;
import io.casewire.serving.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pauses of subscriptions, and what they missed. */
@RestController
@RequestMapping("/api/notify/v1/subscriptions/{id}")
class PauseController {
    private static final Duration FAR_BACK = Duration.ofDays(92);

    private final OwnedSubscriptions owned;
    private final MissedEvents missed;
    private final InstantSource clock;

    PauseController(OwnedSubscriptions owned, MissedEvents missed, InstantSource clock) {
        this.owned = owned;
        this.missed = missed;
        this.clock = clock;
    }

    /** Tells it nothing from now on; what waits is given up. Nothing changes for one that is switched off. */
    @PostMapping("/pause")
    SubscriptionView pause(@PathVariable String id, Caller caller) {
        Subscription current = owned.find(id, caller);
        Instant now = clock.instant();
        boolean asks = current.active() || current.stateAt(now) == State.WAITING;
        return view(asks ? owned.replace(current.paused(now)) : current, now);
    }

    /**
     * Tells it again from now on, or as if it had not been paused; where its receiver has the last word, once that wants it. Nothing
     * changes for one that is not switched off.
     */
    @PostMapping("/resume")
    Answer resume(
            @PathVariable String id, @RequestBody(required = false) @Nullable ResumeRequest request, Caller caller) {
        Subscription current = owned.find(id, caller);
        boolean wanted = request != null && Boolean.TRUE.equals(request.missed());
        Instant now = clock.instant();
        if (current.active()) {
            return new Answer(view(current, now), null);
        }
        Subscription fromNow = current.resumed(now);
        if (!wanted) {
            return new Answer(view(owned.replace(fromNow), now), null);
        }
        if (!fromNow.active()) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "not-confirmed",
                    "What was missed is told once the receiver has confirmed that it wants messages.");
        }
        Instant since = current.terms().getLast().since();
        Subscription resumed = owned.replace(current.resumedAsIfNotPaused(now));
        return new Answer(view(resumed, now), missed.tell(resumed, since));
    }

    /** Makes what should have been told since that time and was not, and sends again what was given up since. */
    @PostMapping("/replay")
    Told replay(@PathVariable String id, @RequestBody ReplayRequest request, Caller caller) {
        Subscription current = owned.find(id, caller);
        if (!current.active()) {
            throw Problems.refused(
                    HttpStatus.CONFLICT, "switched-off", "The subscription is switched off: resume it first.");
        }
        Instant now = clock.instant();
        Instant since = request.since();
        if (since == null || since.isAfter(now) || since.isBefore(now.minus(FAR_BACK))) {
            throw new InvalidSubscription("since is a time within the last " + FAR_BACK.toDays() + " days.");
        }
        return missed.tell(current, since);
    }

    private static SubscriptionView view(Subscription subscription, Instant now) {
        return SubscriptionView.of(subscription, null, now);
    }

    /** Whether what happened meanwhile is told too; false if absent. */
    record ResumeRequest(@Nullable Boolean missed) {}

    /** From when on. */
    record ReplayRequest(@Nullable Instant since) {}

    /**
     * A subscription that goes on.
     *
     * @param told null where what was missed was not asked for
     */
    record Answer(
            @JsonUnwrapped SubscriptionView subscription,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Told told) {}
}
