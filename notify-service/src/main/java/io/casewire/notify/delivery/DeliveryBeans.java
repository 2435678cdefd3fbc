package io.casewire.notify.delivery;

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
import io.casewire.notify.delivery.webhook.WebhookClient;
import io.casewire.notify.destination.Destinations;
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
    @Bean
    Dispatcher dispatcher(
            Deliveries deliveries,
            Subscriptions subscriptions,
            Destinations destinations,
            WebhookClient webhooks,
            DeliverySettings settings,
            InstantSource clock,
            MeterRegistry meters,
            Traces traces) {
        RetryLadder ladder = new RetryLadder(
                settings.ladder(), settings.jitter(), settings.longestRetryAfter(), RandomGenerator.getDefault());
        Courier courier = new Courier(deliveries, subscriptions, destinations, webhooks, ladder, clock, meters, traces);
        Dispatcher dispatcher = new Dispatcher(deliveries, courier, settings, clock);
        meters.gauge("casewire.notify.attempts.underway", dispatcher, Dispatcher::underWay);
        return dispatcher;
    }

    @Bean
    OutboxRelay deliveryRelay(
            MongoTemplate store,
            EventPublisher publisher,
            @Value("${casewire.messaging.relay-interval:10s}") Duration interval) {
        return new OutboxRelay(store, Deliveries.COLLECTION, publisher, interval);
    }

    @Bean
    EventListener<CaseEvent> caseListener(Intake intake) {
        return EventListener.batch("cases", Topics.cases(), intake::on);
    }

    @Bean
    EventListener<TaskEvent> taskListener(Intake intake) {
        return EventListener.batch("tasks", List.of(Topics.TASK), intake::on);
    }

    @Bean
    EventListener<EvidenceEvent> evidenceListener(Intake intake) {
        return EventListener.batch("evidence", List.of(Topics.EVIDENCE), intake::on);
    }

    @Bean
    EventListener<DocumentEvent> documentListener(Intake intake) {
        return EventListener.batch("documents", List.of(Topics.DOCUMENT), intake::on);
    }

    @Bean
    EventListener<LinkEvent> linkListener(Intake intake) {
        return EventListener.batch("links", List.of(Topics.LINK), intake::on);
    }

    @Bean
    EventListener<ObligationEvent> obligationListener(Intake intake) {
        return EventListener.batch("obligations", List.of(Topics.OBLIGATION), intake::on);
    }
}
