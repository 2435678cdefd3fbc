package io.casewire.notify.subscription;

import io.casewire.contracts.id.SubscriptionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Unwrapped;

/**
 * A subscription as it is stored; {@link Secrets} and {@link Activity} lie flat in the document.
 *
 * @param id of the form of {@link SubscriptionId}
 * @param agency owner, by the name in its tokens
 * @param criteria in force now
 * @param terms all criteria in force so far, oldest first, so that an event is judged by those of its own time, however
 *     late or often it is read
 * @param includeHistory whether history loaded later, and what was recorded before the subscription, is sent
 * @param url of the webhook, as checked; may hold a secret of the receiver; empty for another channel
 * @param version counts changes, from 1
 * @param deleted the owner removed it; kept so that every instance learns of it
 * @param mailbox null where it is not by mail
 * @param robot null where it is not by robot
 */
@Document("subscriptions")
public record Subscription(
        @Id String id,
        String agency,
        Criteria criteria,
        List<Term> terms,
        boolean includeHistory,
        String url,
        @Unwrapped.Empty Secrets secrets,
        @Unwrapped.Empty Activity activity,
        long version,
        boolean deleted,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Mailbox mailbox,
        Channel.@Nullable Robot robot) {
    /** Older terms are forgotten: events from before them match only where history is included. */
    private static final int TERMS_KEPT = 10;

    public Subscription {
        terms = List.copyOf(terms);
    }

    /** A new one, in force from now on. */
    static Subscription create(
            SubscriptionId id,
            String agency,
            Criteria criteria,
            boolean includeHistory,
            Route route,
            Activity activity,
            Instant now) {
        List<Term> terms = List.of(new Term(criteria, activity.active(), now));
        return new Subscription(
                id.value(),
                agency,
                criteria,
                terms,
                includeHistory,
                route.url(),
                route.secrets(),
                activity,
                1,
                false,
                now,
                now,
                route.mailbox(),
                route.robot());
    }

    /** Its id. */
    public SubscriptionId subscriptionId() {
        return new SubscriptionId(id);
    }

    /** Whether it is matched and sent to. */
    public boolean active() {
        return activity.active();
    }

    /** The secrets to sign with at that time, the newest first; empty once deleted. */
    public List<SigningSecret> secretsAt(Instant now) {
        return secrets.at(now);
    }

    /** How its messages travel at that time, and where to. */
    public Channel channel(Instant now) {
        return route().channel(now);
    }

    Route route() {
        return new Route(url, secrets, mailbox, robot);
    }

    /** Asking for something else from now on. */
    Subscription changed(Criteria wanted, boolean history, Route to, Activity next, Instant now) {
        return new Subscription(
                id,
                agency,
                wanted,
                following(wanted, next.active(), now),
                history,
                to.url(),
                to.secrets(),
                next,
                version + 1,
                deleted,
                createdAt,
                now,
                to.mailbox(),
                to.robot());
    }

    /** What is known of the receiver changes, and whether it is sent to. */
    Subscription with(Mailbox next, Activity running, Instant now) {
        return changed(criteria, includeHistory, Route.mail(next), running, now);
    }

    /** Signing with a new secret from now on, and with the old one until then. */
    Subscription rotated(SigningSecret next, Instant until, Instant now) {
        return next(terms, Route.webhook(url, secrets.rotated(next, until)), activity, deleted, now);
    }

    /** Switched off by the service. */
    Subscription stopped(String reason, Instant now) {
        return next(following(criteria, false, now), route(), Activity.stopped(reason), deleted, now);
    }

    /** Removed by its owner; its secrets are gone, and the address, which may hold one. */
    Subscription removed(Instant now) {
        return next(List.of(), Route.NONE, Activity.PAUSED, true, now);
    }

    private Subscription next(List<Term> nextTerms, Route to, Activity next, boolean gone, Instant now) {
        return new Subscription(
                id,
                agency,
                criteria,
                nextTerms,
                includeHistory,
                to.url(),
                to.secrets(),
                next,
                version + 1,
                gone,
                createdAt,
                now,
                to.mailbox(),
                to.robot());
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
