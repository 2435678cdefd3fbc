package io.casewire.notify.subscription;

import io.casewire.contracts.id.SubscriptionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The stored subscriptions. */
@Repository
public class Subscriptions {
    private static final int MAX_BOUNCES = 3;

    private final MongoTemplate store;

    Subscriptions(MongoTemplate store) {
        this.store = store;
        store.indexOps(Subscription.class).createIndex(new Index().on("updatedAt", Sort.Direction.ASC));
        store.indexOps(Subscription.class)
                .createIndex(new Index().on("agency", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }

    /** The subscription, unless it is deleted or never was. */
    public Optional<Subscription> find(SubscriptionId id) {
        return Optional.ofNullable(store.findById(id.value(), Subscription.class))
                .filter(subscription -> !subscription.deleted());
    }

    /** The same of several; without those that are deleted or never were. */
    public Map<SubscriptionId, Subscription> find(Set<SubscriptionId> ids) {
        Query those = Query.query(
                Criteria.where("_id").in(ids.stream().map(SubscriptionId::value).toList()));
        return store.find(those, Subscription.class).stream()
                .filter(subscription -> !subscription.deleted())
                .collect(Collectors.toMap(found -> new SubscriptionId(found.id()), Function.identity()));
    }

    /** All that changed at that time or later, deleted ones included, in no order. The stream holds a cursor: close it. */
    public Stream<Subscription> changedSince(Instant since) {
        return store.stream(Query.query(Criteria.where("updatedAt").gte(since)), Subscription.class);
    }

    /** The subscription whose private feed that token opens. */
    public Optional<Subscription> openedBy(String token) {
        FeedToken given = new FeedToken(token);
        Subscription found = given.subscription().flatMap(this::find).orElse(null);
        return given.hasHash(found == null ? null : found.feedHash()) ? Optional.ofNullable(found) : Optional.empty();
    }

    /** A page in order of ids, of those within reach. */
    List<Subscription> page(Reach reach, @Nullable String after, int size) {
        Criteria criteria = reach.condition("agency").and("deleted").is(false);
        if (after != null) {
            criteria = criteria.and("_id").gt(after);
        }
        return store.find(Query.query(criteria).with(Sort.by("_id")).limit(size), Subscription.class);
    }

    /** How many there are of all agencies. */
    public long count() {
        return store.count(Query.query(Criteria.where("deleted").is(false)), Subscription.class);
    }

    long count(String agency) {
        return store.count(
                Query.query(Criteria.where("agency").is(agency).and("deleted").is(false)), Subscription.class);
    }

    void insert(Subscription subscription) {
        store.insert(subscription);
    }

    /** Writes the next version; false if somebody else was quicker. */
    boolean replace(Subscription next) {
        Query unchanged = Query.query(Criteria.where("_id")
                .is(next.id())
                .and("version")
                .is(next.version() - 1)
                .and("deleted")
                .is(false));
        return store.replace(unchanged, next).getModifiedCount() == 1;
    }

    /** How many wait for a receiver of mail to confirm. */
    long waiting(String address) {
        return store.count(
                Query.query(Criteria.where("mailbox.address")
                        .is(address)
                        .and("mailbox.confirmedAt")
                        .isNull()
                        .and("deleted")
                        .is(false)),
                Subscription.class);
    }

    /** Notes a token by which the receiver of mail may confirm until then. */
    public void invite(SubscriptionId id, MailToken token, Instant expires, Instant now) {
        change(
                id,
                (current, mailbox) -> current.with(mailbox.invited(token.digest(), expires), current.activity(), now));
    }

    /** A message was refused for good; after three in a row the subscription is switched off for that reason. */
    public void bounced(SubscriptionId id, String reason, Instant now) {
        change(id, (current, mailbox) -> {
            int bounces = mailbox.bounces() + 1;
            return current.with(
                    mailbox.bounced(bounces),
                    bounces >= MAX_BOUNCES && current.active()
                            ? Activity.failed("Three messages in a row were refused for good. " + reason, now)
                            : current.activity(),
                    now);
        });
    }

    /** A message was taken. */
    public void recovered(SubscriptionId id, Instant now) {
        change(id, (current, mailbox) -> current.with(mailbox.bounced(0), current.activity(), now));
    }

    /** The receiver wants messages; false where that token does not confirm. */
    boolean confirm(SubscriptionId id, MailToken token, Instant now) {
        return change(id, (current, mailbox) -> {
            if (!mailbox.isInvitedBy(token.digest(), now)) {
                return null;
            }
            if (mailbox.status() == Mailbox.Status.CONFIRMED) {
                return current;
            }
            Mailbox confirmed = mailbox.confirmed(now);
            boolean wanted = !current.activity().equals(Activity.PAUSED);
            return current.with(confirmed, Activity.of(wanted, Route.mail(confirmed)), now);
        });
    }

    /** The endpoint has repeated the challenge; false where it was not asked. */
    public boolean verified(SubscriptionId id, Instant now) {
        return step(id, current -> ask(current, asked -> current.with(asked.verified(now), current.activity(), now)));
    }

    /**
     * The endpoint has not repeated the challenge; does nothing where it was not asked.
     *
     * @param why one sentence
     * @param last whether no other attempt follows: the subscription is switched off then, unless its owner did
     */
    public void unanswered(SubscriptionId id, String why, boolean last, Instant now) {
        boolean _ = step(
                id,
                current -> ask(current, asked -> {
                    Verification next = last ? asked.ended(why, now) : asked.unanswered(why);
                    Route route = Route.webhook(current.url(), current.secrets().with(next));
                    boolean wanted = !current.activity().equals(Activity.PAUSED);
                    return current.with(next, last ? Activity.of(wanted, route) : current.activity(), now);
                }));
    }

    private static @Nullable Subscription ask(Subscription current, Function<Verification, Subscription> step) {
        Verification asked = current.secrets().verification();
        return asked == null || !asked.isPending() ? null : step.apply(asked);
    }

    /** The receiver wants no more; false where that key is not its own. */
    boolean unsubscribe(SubscriptionId id, MailToken key, Instant now) {
        return change(id, (current, mailbox) -> {
            if (!key.is(mailbox.key())) {
                return null;
            }
            if (mailbox.status() == Mailbox.Status.UNSUBSCRIBED) {
                return current;
            }
            Mailbox ended = mailbox.unsubscribed(now);
            return current.with(ended, Activity.of(true, Route.mail(ended)), now);
        });
    }

    /**
     * Writes what becomes of a subscription by mail.
     *
     * @param step null refuses; the same subscription leaves it as it is
     * @return false where it was refused, or there is no such subscription
     */
    private boolean change(SubscriptionId id, BiFunction<Subscription, Mailbox, @Nullable Subscription> step) {
        return step(id, current -> current.mailbox() == null ? null : step.apply(current, current.mailbox()));
    }

    private boolean step(SubscriptionId id, Function<Subscription, @Nullable Subscription> step) {
        while (true) {
            Subscription current = find(id).orElse(null);
            Subscription next = current == null ? null : step.apply(current);
            if (next == null || next.equals(current) || replace(next)) {
                return next != null;
            }
        }
    }

    /** Those the service gave up, whose owners are still to be told; so many at most. */
    public List<Subscription> untold(int most) {
        return store.find(
                Query.query(Criteria.where("untold").is(true).and("deleted").is(false))
                        .limit(most),
                Subscription.class);
    }

    /** The owner was told of it, unless it was switched on and given up again meanwhile. */
    public void told(Subscription stopped) {
        Query same = Query.query(Criteria.where("_id")
                .is(stopped.id())
                .and("failedAt")
                .is(stopped.activity().failedAt()));
        store.updateFirst(same, new Update().unset("untold"), Subscription.class);
    }

    /** The other subscriptions of the same owner, the oldest first. */
    public List<Subscription> besides(Subscription one) {
        return store.find(
                Query.query(Criteria.where("agency")
                                .is(one.agency())
                                .and("deleted")
                                .is(false)
                                .and("_id")
                                .ne(one.id()))
                        .with(Sort.by("createdAt", "_id")),
                Subscription.class);
    }

    /** Switches a subscription off for that reason; does nothing where it already is off or gone. */
    public void stop(SubscriptionId id, String reason, Instant now) {
        boolean done = false;
        while (!done) {
            Subscription current = find(id).filter(Subscription::active).orElse(null);
            done = current == null || replace(current.stopped(reason, now));
        }
    }
}
