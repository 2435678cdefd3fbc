package io.casewire.messaging;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.EventRules;
import io.casewire.contracts.wire.InvalidEvent;
import io.casewire.messaging.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Publishes events and returns when Kafka has acknowledged them. When it fails, unless by an interrupt, nothing of what it was given is
 * under way any more, so that trying again does not race with the producer's own repetitions.
 */
public final class EventPublisher {
    private final KafkaTemplate<String, byte[]> kafka;
    private final Duration timeout;
    private final MeterRegistry meters;
    private final Traces traces;

    EventPublisher(KafkaTemplate<String, byte[]> kafka, Duration timeout, MeterRegistry meters, Traces traces) {
        this.kafka = kafka;
        this.timeout = timeout;
        this.meters = meters;
        this.traces = traces;
    }

    /**
     * Publishes one event.
     *
     * @throws PublishFailed when no acknowledgement came in time
     * @throws PublishRefused when the event is too large, or not valid
     */
    public <E extends Event> void publish(Topic<? super E> topic, Envelope<E> envelope) {
        publishAll(List.of(new Outgoing<>(topic, envelope)));
    }

    /**
     * Publishes events in the order given; events of one key keep it.
     *
     * @throws PublishFailed when an acknowledgement did not come in time; the others may have been published
     * @throws PublishRefused when an event is not valid, and none was published; or when one is too large, and the others may have been
     */
    public void publishAll(List<? extends Outgoing<?>> events) {
        send(events.stream().map(EventPublisher::encode).toList());
    }

    /**
     * Tells that the thing no longer lives on this topic, when it has been published on another.
     *
     * @throws PublishFailed when no acknowledgement came in time
     * @throws PublishRefused when the key is no id of what lives on the topic
     */
    public void tombstone(Topic<?> topic, String key) {
        EventRules.violationOfKey(topic, key).ifPresent(wrong -> {
            throw new PublishRefused("Not a tombstone of " + topic.name() + ": " + wrong, null);
        });
        List<ProducerRecord<String, byte[]>> tombstone = new ArrayList<>();
        tombstone.add(new ProducerRecord<>(topic.name(), key, null));
        send(tombstone);
    }

    void send(List<ProducerRecord<String, byte[]>> records) {
        List<CompletableFuture<?>> acknowledgements = new ArrayList<>(records.size());
        Runnable sent = traces.sending(records);
        try {
            for (ProducerRecord<String, byte[]> record : records) {
                acknowledgements.add(kafka.send(record));
            }
        } catch (KafkaException e) {
            finish();
            throw classified(records.get(acknowledgements.size()).topic(), e);
        } catch (InterruptException e) {
            throw interrupted(e);
        }
        finish();
        for (int i = 0; i < acknowledgements.size(); i++) {
            String topic = records.get(i).topic();
            await(topic, acknowledgements.get(i));
            Counter.builder("casewire.events.published")
                    .description("Events that the broker acknowledged")
                    .tag("topic", topic)
                    .register(meters)
                    .increment();
        }
        sent.run();
    }

    /** Returns when the producer has an answer for everything, or gave it up. */
    private void finish() {
        try {
            kafka.flush();
        } catch (InterruptException e) {
            throw interrupted(e);
        }
    }

    private void await(String topic, Future<?> acknowledgement) {
        try {
            acknowledgement.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw classified(topic, e);
        } catch (TimeoutException e) {
            throw new PublishFailed("No acknowledgement from " + topic + " within " + timeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishFailed("Interrupted while waiting for " + topic, e);
        }
    }

    /** Of Kafka's own exception, which has marked the thread again. */
    private static PublishFailed interrupted(InterruptException e) {
        return new PublishFailed("Interrupted while waiting for Kafka", e);
    }

    private static RuntimeException classified(String topic, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return new PublishRefused("The event is larger than " + topic + " takes", failure);
            }
        }
        return new PublishFailed("Kafka did not take an event for " + topic + ": " + failure.getMessage(), failure);
    }

    /** @throws PublishRefused when every reader would reject it */
    static <E extends Event> ProducerRecord<String, byte[]> encode(Outgoing<E> outgoing) {
        try {
            return EventCodec.encode(outgoing.topic(), outgoing.envelope());
        } catch (InvalidEvent e) {
            throw new PublishRefused(String.valueOf(e.getMessage()), e);
        }
    }
}
