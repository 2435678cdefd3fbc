package io.casewire.notify.delivery;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.messaging.EventListener;
import io.casewire.messaging.EventPublisher;
import io.casewire.messaging.OutboxRelay;
import io.casewire.messaging.trace.Traces;
import io.casewire.notify.delivery.channel.PublicUrl;
import io.casewire.notify.delivery.channel.Sender;
import io.casewire.notify.delivery.channel.Senders;
import io.casewire.notify.feed.KeptFeeds;
import io.casewire.notify.subscription.Channel;
import io.casewire.notify.subscription.PublicRoot;
import io.casewire.notify.subscription.Subscriptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What of delivery is made rather than found. */
@Configuration(proxyBeanMethods = false)
class DeliveryBeans {
    /** Less than a phase of the shutdown may last. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    /** What came of messages is told in batches. */
    private static final Duration BETWEEN_RELAYS = Duration.ofMillis(100);

    /** Of so many looks for what is due, one is for owners to be told that a subscription was given up. */
    private static final int NOTICES_EVERY = 10;

    @Bean
    Dispatcher dispatcher(
            Deliveries deliveries,
            Subscriptions subscriptions,
            Senders senders,
            DeliverySettings settings,
            InstantSource clock,
            MeterRegistry meters,
            Traces traces,
            WorkingCalendar calendar) {
        RetryDelays retryDelays = new RetryDelays(settings, RandomGenerator.getDefault());
        Courier courier = new Courier(
                deliveries,
                new StoredSubscribers(subscriptions, calendar),
                senders,
                retryDelays,
                clock,
                new AttemptTelemetry(meters, traces));
        return new Dispatcher(deliveries, courier, settings, STOP_PATIENCE, clock, meters);
    }

    @Bean
    PublicUrl publicUrl(PublicRoot root) {
        return new PublicUrl(root.operators().orElse(null));
    }

    @Bean
    Senders senders(Sender<Channel.Webhook> webhooks, Sender<Channel.Email> mails, Sender<Channel.Robot> robots) {
        return new Senders(webhooks, mails, robots);
    }

    @Bean
    StoppedNotices stoppedNotices(
            Subscriptions subscriptions,
            Deliveries deliveries,
            KeptFeeds feeds,
            Senders senders,
            Dispatcher dispatcher,
            DeliverySettings settings,
            InstantSource clock) {
        return new StoppedNotices(
                subscriptions,
                deliveries,
                feeds,
                senders,
                dispatcher,
                settings.poll().multipliedBy(NOTICES_EVERY),
                clock);
    }

    /** The bean's name makes it the component {@code delivery}. */
    @Bean
    DeliveryHealth deliveryHealthIndicator(Dispatcher dispatcher, InstantSource clock) {
        return new DeliveryHealth(dispatcher, clock);
    }

    @Bean
    OutboxRelay deliveryRelay(
            MongoTemplate store,
            EventPublisher publisher,
            @Value("${casewire.messaging.relay-interval:10s}") Duration interval) {
        return new OutboxRelay(store, Deliveries.COLLECTION, publisher, interval, BETWEEN_RELAYS);
    }

    @Bean
    EventListener<CaseEvent> caseListener(DeliveryFanOut fanOut) {
        return EventListener.batch("cases", Topics.cases(), fanOut::on);
    }

    @Bean
    EventListener<TaskEvent> taskListener(DeliveryFanOut fanOut) {
        return EventListener.batch("tasks", List.of(Topics.TASK), fanOut::on);
    }

    @Bean
    EventListener<EvidenceEvent> evidenceListener(DeliveryFanOut fanOut) {
        return EventListener.batch("evidence", List.of(Topics.EVIDENCE), fanOut::on);
    }

    @Bean
    EventListener<DocumentEvent> documentListener(DeliveryFanOut fanOut) {
        return EventListener.batch("documents", List.of(Topics.DOCUMENT), fanOut::on);
    }

    @Bean
    EventListener<LinkEvent> linkListener(DeliveryFanOut fanOut) {
        return EventListener.batch("links", List.of(Topics.LINK), fanOut::on);
    }

    @Bean
    EventListener<ObligationEvent> obligationListener(DeliveryFanOut fanOut) {
        return EventListener.batch("obligations", List.of(Topics.OBLIGATION), fanOut::on);
    }
}
