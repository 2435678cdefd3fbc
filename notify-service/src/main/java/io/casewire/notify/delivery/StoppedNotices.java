package io.casewire.notify.delivery;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.messaging.BackgroundWork;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.delivery.channel.Senders;
import io.casewire.notify.feed.FeedEntry;
import io.casewire.notify.feed.KeptFeeds;
import io.casewire.notify.subscription.Channel;
import io.casewire.notify.subscription.GivenUp;
import io.casewire.notify.subscription.Subscription;
import io.casewire.notify.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Tells the owner of a subscription that was given up, by another of its own: one message, by the oldest that has a confirmed mailbox,
 * else by the oldest with a robot; and an entry in each of its feeds that stand without a channel. That it is to be told is written with
 * the stop, and ids follow from that, so it is told once, whenever and however often this is done.
 */
final class StoppedNotices implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StoppedNotices.class);
    private static final int AT_ONCE = 100;

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final KeptFeeds feeds;
    private final Senders senders;
    private final Dispatcher dispatcher;
    private final Duration interval;
    private final InstantSource clock;
    private final BackgroundWork work = new BackgroundWork("stopped-notices", this::run);

    /** @param interval between two looks */
    StoppedNotices(
            Subscriptions subscriptions,
            Deliveries deliveries,
            KeptFeeds feeds,
            Senders senders,
            Dispatcher dispatcher,
            Duration interval,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.feeds = feeds;
        this.senders = senders;
        this.dispatcher = dispatcher;
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        work.endSoon();
        work.interrupt();
    }

    @Override
    public boolean isRunning() {
        return work.isWanted();
    }

    /** Tells all that are to be told now. */
    void tellAll() {
        for (Subscription stopped : subscriptions.untold(AT_ONCE)) {
            stopped.givenUp().ifPresent(how -> tell(stopped, how));
            subscriptions.told(stopped);
        }
    }

    private void run() {
        while (work.isWanted()) {
            try {
                tellAll();
            } catch (DataAccessException e) {
                LOG.warn("Owners of subscriptions that were given up wait for the store: {}", e.getMessage());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(interval.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void tell(Subscription stopped, GivenUp how) {
        Instant now = clock.instant();
        List<Subscription> others = subscriptions.besides(stopped).stream()
                .filter(other -> other.active() && !other.endedAt(now))
                .toList();
        others.stream()
                .filter(other -> !other.sends())
                .forEach(other -> feeds.keep(other.id(), List.of(FeedEntry.ofStopped(stopped, how))));
        first(others, now, Channel.Email.class)
                .or(() -> first(others, now, Channel.Robot.class))
                .ifPresentOrElse(
                        other -> send(stopped, how, other, now),
                        () -> LOG.info("{} was given up; its owner has no other mailbox or robot", stopped.id()));
    }

    private static Optional<Subscription> first(List<Subscription> others, Instant now, Class<? extends Channel> kind) {
        Predicate<Subscription> by =
                other -> other.channel(now).filter(kind::isInstance).isPresent();
        return others.stream().filter(by).findFirst();
    }

    private void send(Subscription stopped, GivenUp how, Subscription by, Instant now) {
        Channel channel = by.channel(now).orElseThrow();
        String id = stopped.id() + "@stopped-" + how.at().toEpochMilli();
        Delivery delivery = Delivery.made(
                DeliveryId.derive(Parcel.STOPPED, id),
                new Delivery.About(id, Parcel.STOPPED, stopped.id(), "【订阅已停用】" + stopped.label(), id, false),
                new Delivery.Receiver(
                        by.id(), by.agency(), senders.endpointOrRefused(channel), DeliveryEvents.channel(channel)),
                now);
        deliveries.insertAbsent(List.of(Message.stopped(id, stopped, how)), List.of(delivery));
        dispatcher.wakeUp();
    }
}
