package io.casewire.notify.delivery;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.notify.delivery.Delivery.Status;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.delivery.channel.Senders;
import io.casewire.notify.digest.Digest;
import io.casewire.notify.digest.HeldMessages;
import io.casewire.notify.rhythm.DigestSettings;
import io.casewire.notify.subscription.Channel;
import io.casewire.notify.subscription.Subscription;
import io.casewire.notify.subscription.Subscriptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The deliveries that wait for others, and those of the digests that tell them: each with an id that follows from digest, part and channel. */
@Repository
class HeldDeliveries implements HeldMessages {
    private static final int READ_AT_ONCE = 100;

    private final MongoTemplate store;
    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final Subscriptions subscriptions;
    private final Senders senders;
    private final Dispatcher dispatcher;
    private final DigestSettings settings;
    private final InstantSource clock;

    HeldDeliveries(
            MongoTemplate store,
            Deliveries deliveries,
            DeliveryLog log,
            Subscriptions subscriptions,
            Senders senders,
            Dispatcher dispatcher,
            DigestSettings settings,
            InstantSource clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.log = log;
        this.subscriptions = subscriptions;
        this.senders = senders;
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.clock = clock;
        store.indexOps(Delivery.class)
                .createIndex(new Index()
                        .on("held.place", Sort.Direction.ASC)
                        .on("status", Sort.Direction.ASC)
                        .on("held.recordedAt", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC));
    }

    @Override
    public List<String> waiting(String hold, @Nullable Instant before, int max) {
        Criteria waiting = Criteria.where("held.place").is(hold).and("status").is(Status.HELD);
        Query query = Query.query(
                        before == null
                                ? waiting
                                : waiting.and("held.recordedAt").lt(before))
                .with(Sort.by("held.recordedAt", "_id"))
                .limit(max);
        query.fields().include("_id");
        return store.find(query, Document.class, Deliveries.COLLECTION).stream()
                .map(found -> found.getString("_id"))
                .toList();
    }

    @Override
    public List<String> queue(Digest digest) {
        Instant now = clock.instant();
        Subscription subscription =
                subscriptions.find(new SubscriptionId(digest.subscription())).orElse(null);
        Channel channel =
                subscription == null ? null : subscription.channel(now).orElse(null);
        if (channel == null) {
            return List.of();
        }
        List<String> bodies = bodies(digest, channel);
        List<Message> messages = new ArrayList<>();
        List<Delivery> made = new ArrayList<>();
        for (int part = 1; part <= bodies.size(); part++) {
            String id = digest.id() + "/" + part;
            messages.add(new Message(id, bodies.get(part - 1)));
            made.add(delivery(digest, id, channel, now));
        }
        if (deliveries.insertAbsent(messages, made) > 0) {
            dispatcher.wakeUp();
        }
        return made.stream().map(Delivery::id).toList();
    }

    @Override
    public void told(Digest digest) {
        store.updateMulti(
                Query.query(
                        Criteria.where("_id").in(digest.entries()).and("status").is(Status.HELD)),
                new Update()
                        .set("status", Status.DIGESTED)
                        .set("held.digest", digest.id())
                        .set("updatedAt", clock.instant()),
                Delivery.class);
    }

    @Override
    public void release(String hold) {
        Instant now = clock.instant();
        store.updateMulti(
                Query.query(Criteria.where("held.place").is(hold).and("status").is(Status.HELD)),
                new Update().set("status", Status.PENDING).set("due", now).set("startedAt", now),
                Delivery.class);
        dispatcher.wakeUp();
    }

    @Override
    public long count() {
        return log.count(Status.HELD);
    }

    private List<String> bodies(Digest digest, Channel channel) {
        DigestBodies bodies = new DigestBodies(digest, settings, channel instanceof Channel.Webhook);
        for (int from = 0; from < digest.entries().size(); from += READ_AT_ONCE) {
            List<String> some =
                    digest.entries().subList(from, Math.min(digest.entries().size(), from + READ_AT_ONCE));
            bodies.add(log.inOrder(some), log::bodies);
        }
        return bodies.all();
    }

    private Delivery delivery(Digest digest, String message, Channel channel, Instant now) {
        return Delivery.made(
                DeliveryId.derive(Parcel.DIGEST, message, channel.word()),
                new Delivery.About(message, Parcel.DIGEST, digest.subscription(), null, digest.id(), false),
                new Delivery.Receiver(
                        digest.subscription(),
                        digest.agency(),
                        senders.endpointOrRefused(channel),
                        DeliveryEvents.channel(channel)),
                now);
    }
}
