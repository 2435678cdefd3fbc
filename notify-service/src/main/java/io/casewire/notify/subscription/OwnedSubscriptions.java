package io.casewire.notify.subscription;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.identity.Caller;
import io.casewire.serving.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Subscriptions as callers meet them: what lies beyond their reach does not exist. */
@Component
public class OwnedSubscriptions {
    private final Subscriptions subscriptions;

    OwnedSubscriptions(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** @throws ErrorResponseException (404) where the caller has no such subscription */
    public Subscription find(String id, Caller caller) {
        try {
            return subscriptions
                    .find(new SubscriptionId(id))
                    .filter(found -> Reach.of(caller).covers(found.agency()))
                    .orElseThrow(OwnedSubscriptions::unknown);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    /** @throws ErrorResponseException (409) where somebody else was quicker */
    Subscription replace(Subscription next) {
        if (!subscriptions.replace(next)) {
            throw Problems.refused(
                    HttpStatus.CONFLICT, "concurrent-change", "Somebody else changed the subscription; look again.");
        }
        return next;
    }

    private static ErrorResponseException unknown() {
        return Problems.refused(HttpStatus.NOT_FOUND, "unknown-subscription", "You have no such subscription.");
    }
}
