package io.casewire.notify.subscription;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.notify.rhythm.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * @param url of the webhook, as checked; may hold a secret of the receiver; empty for another channel, and where a feed is all that tells
 * @param version counts changes, from 1
 * @param deleted the owner removed it; kept so that every instance learns of it
 * @param mailbox null where it is not by mail
 * @param robot null where it is not by robot
 * @param name the owner's own label
 * @param feedHash of the token that opens the private feed; null where none does
 * @param expiresAt what is recorded from then on is not told; null for no end
 * @param timing null where each event is told at once
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
        Channel.@Nullable Robot robot,
        @Nullable String name,
        @Nullable String feedHash,
        @Nullable Instant expiresAt,
        @Nullable Timing timing) {
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
                route.robot(),
                null,
                null,
                null,
                null);
    }

    /** Its id. */
    public SubscriptionId subscriptionId() {
        return new SubscriptionId(id);
    }

    /** Whether messages are sent; else a feed is all that tells. */
    public boolean sends() {
        return !route().equals(Route.NONE);
    }

    boolean hasWebhook() {
        return !url.isEmpty();
    }

    /** Whether it is matched and sent to. */
    public boolean active() {
        return activity.active();
    }

    /** That the service gave its receiver up; empty while it has not, and once it was switched on again. */
    public Optional<GivenUp> givenUp() {
        String reason = activity.inactiveReason();
        return activity.failedAt() == null || reason == null
                ? Optional.empty()
                : Optional.of(new GivenUp(activity.failedAt(), reason));
    }

    /** Its label, or its id where it has none. */
    public String label() {
        return name == null ? id : name;
    }

    /** The secrets to sign with at that time, the newest first; empty once deleted. */
    public List<SigningSecret> secretsAt(Instant now) {
        return secrets.at(now);
    }

    /** How it is told at that time. */
    public Way way(Instant now) {
        return route().way(now);
    }

    /** How its messages travel at that time, and where to; empty where none are sent. */
    public Optional<Channel> channel(Instant now) {
        return switch (way(now)) {
            case Channel channel -> Optional.of(channel);
            case Way.Feed _ -> Optional.empty();
        };
    }

    Route route() {
        return new Route(url, secrets, mailbox, robot);
    }

    /** Asking for something else from now on. */
    Subscription changed(Criteria wanted, boolean history, Route to, Activity next, Instant now) {
        Route going = next.active() && !active() ? to.afresh() : to;
        return new Subscription(
                id,
                agency,
                wanted,
                following(wanted, next.active(), now),
                history,
                going.url(),
                going.secrets(),
                next,
                version + 1,
                deleted,
                createdAt,
                now,
                going.mailbox(),
                going.robot(),
                name,
                feedHash,
                expiresAt,
                timing);
    }

    /** What is known of the receiver changes, and whether it is sent to. */
    Subscription with(Mailbox known, Activity running, Instant now) {
        return with(Route.mail(known), running, now);
    }

    /** The same, of a webhook. */
    Subscription with(Verification known, Activity running, Instant now) {
        return with(Route.webhook(url, secrets.with(known)), running, now);
    }

    private Subscription with(Route to, Activity running, Instant now) {
        List<Term> all = running.active() == active() ? terms : following(criteria, running.active(), now);
        return next(all, to, running, deleted, feedHash, now);
    }

    /** The same under that label, until that time and by that timing; a part of making or changing it. */
    Subscription with(@Nullable String label, @Nullable Instant end, Timing when) {
        return new Subscription(
                id,
                agency,
                criteria,
                terms,
                includeHistory,
                url,
                secrets,
                activity,
                version,
                deleted,
                createdAt,
                updatedAt,
                mailbox,
                robot,
                label,
                feedHash,
                end,
                when.equals(Timing.INSTANT) ? null : when);
    }

    /** When it is told. */
    public Timing told() {
        return timing == null ? Timing.INSTANT : timing;
    }

    /** Where it stands. */
    State stateAt(Instant now) {
        if (activity.active()) {
            return endedAt(now) ? State.ENDED : secrets.asking() ? State.WAITING : State.ACTIVE;
        }
        if (activity.inactiveReason() == null) {
            return State.PAUSED;
        }
        return mailbox != null && mailbox.status() == Mailbox.Status.PENDING ? State.WAITING : State.STOPPED;
    }

    /** Switched off by its owner. */
    Subscription paused(Instant now) {
        return next(following(criteria, false, now), route(), Activity.PAUSED, deleted, feedHash, now);
    }

    /** Asking again from now on, or once its receiver wants it to; what was refused before does not count. */
    Subscription resumed(Instant now) {
        Activity next = Activity.of(true, route());
        return next(following(criteria, next.active(), now), route().afresh(), next, deleted, feedHash, now);
    }

    /** Asking again, and for what was recorded since it was switched off; for one whose receiver wants it to. */
    Subscription resumedAsIfNotPaused(Instant now) {
        return next(Term.asIfNotPaused(terms), route().afresh(), Activity.ACTIVE, deleted, feedHash, now);
    }

    /** Past its end. */
    public boolean endedAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** With a private feed that the token of that hash opens; with none for null. */
    Subscription opened(@Nullable String hash, Instant now) {
        return next(terms, route(), activity, deleted, hash, now);
    }

    /** Signing with a new secret from now on, and with the old one until then. */
    Subscription rotated(SigningSecret next, Instant until, Instant now) {
        return next(terms, Route.webhook(url, secrets.rotated(next, until)), activity, deleted, feedHash, now);
    }

    /** Switched off by the service. */
    Subscription stopped(String reason, Instant now) {
        return next(following(criteria, false, now), route(), Activity.failed(reason, now), deleted, feedHash, now);
    }

    /** Removed by its owner; its secrets are gone, and the address, which may hold one. */
    Subscription removed(Instant now) {
        return next(List.of(), Route.NONE, Activity.PAUSED, true, null, now);
    }

    private Subscription next(
            List<Term> nextTerms, Route to, Activity next, boolean gone, @Nullable String hash, Instant now) {
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
                to.robot(),
                name,
                hash,
                expiresAt,
                timing);
    }

    private List<Term> following(Criteria wanted, boolean running, Instant now) {
        return Term.after(terms, wanted, running, expiresAt, now);
    }
}
