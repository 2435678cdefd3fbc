package io.casewire.notify.subscription;

import io.casewire.contracts.id.SubscriptionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A subscription as it is stored.
 *
 * @param id of the form of {@link SubscriptionId}
 * @param agency owner, by the name in its tokens
 * @param criteria in force now
 * @param terms all criteria in force so far, oldest first, so that an event is judged by those of its own time, however
 *     late or often it is read
 * @param includeHistory whether history loaded later, and what was recorded before the subscription, is told
 * @param url of the webhook, as checked; may hold a secret of the receiver
 * @param secret signs
 * @param previousSecret signs as well until {@code previousUntil}; null when no rotation is under way
 * @param active false stops matching and sending
 * @param inactiveReason why the service switched it off; null where the owner did, or it is active
 * @param version counts changes, from 1
 * @param deleted the owner removed it; kept so that every instance learns of it
 */
@Document("subscriptions")
public record Subscription(
        @Id String id,
        String agency,
        Criteria criteria,
        List<Term> terms,
        boolean includeHistory,
        String url,
        @Nullable SigningSecret secret,
        @Nullable SigningSecret previousSecret,
        @Nullable Instant previousUntil,
        boolean active,
        @Nullable String inactiveReason,
        long version,
        boolean deleted,
        Instant createdAt,
        Instant updatedAt) {
    /** Older terms are forgotten: events from before them match only where history is included. */
    private static final int TERMS_KEPT = 10;

    public Subscription {
        terms = List.copyOf(terms);
    }

    /** Its id. */
    public SubscriptionId subscriptionId() {
        return new SubscriptionId(id);
    }

    /** The secrets to sign with at that time, the newest first; empty once deleted. */
    public List<SigningSecret> secretsAt(Instant now) {
        List<SigningSecret> secrets = new ArrayList<>();
        if (secret != null) {
            secrets.add(secret);
        }
        if (previousSecret != null && previousUntil != null && now.isBefore(previousUntil)) {
            secrets.add(previousSecret);
        }
        return secrets;
    }

    /** With other wishes from now on. */
    Subscription changed(Criteria wanted, boolean history, String webhook, boolean running, Instant now) {
        return new Subscription(
                id,
                agency,
                wanted,
                following(wanted, running, now),
                history,
                webhook,
                secret,
                previousSecret,
                previousUntil,
                running,
                null,
                version + 1,
                false,
                createdAt,
                now);
    }

    /** Signing with a new secret from now on, and with the old one until then. */
    Subscription rotated(SigningSecret next, Instant until, Instant now) {
        return new Subscription(
                id,
                agency,
                criteria,
                terms,
                includeHistory,
                url,
                next,
                secret,
                until,
                active,
                inactiveReason,
                version + 1,
                deleted,
                createdAt,
                now);
    }

    /** Switched off by the service. */
    Subscription stopped(String reason, Instant now) {
        return new Subscription(
                id,
                agency,
                criteria,
                following(criteria, false, now),
                includeHistory,
                url,
                secret,
                previousSecret,
                previousUntil,
                false,
                reason,
                version + 1,
                deleted,
                createdAt,
                now);
    }

    /** Removed by its owner; its secrets are gone. */
    Subscription removed(Instant now) {
        return new Subscription(
                id,
                agency,
                criteria,
                List.of(),
                includeHistory,
                "",
                null,
                null,
                null,
                false,
                null,
                version + 1,
                true,
                createdAt,
                now);
    }

    private List<Term> following(Criteria wanted, boolean running, Instant now) {
        Term last = terms.getLast();
        if (last.criteria().equals(wanted) && last.active() == running) {
            return terms;
        }
        List<Term> all = new ArrayList<>(terms);
        all.add(new Term(wanted, running, now));
        return all.subList(Math.max(0, all.size() - TERMS_KEPT), all.size());
    }

    /**
     * What was asked for from some time on, until the next term.
     *
     * @param active false: nothing was
     */
    public record Term(Criteria criteria, boolean active, Instant since) {}
}
