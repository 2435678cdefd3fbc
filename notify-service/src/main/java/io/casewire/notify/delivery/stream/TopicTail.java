package io.casewire.notify.delivery.stream;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.UndecodableEvent;
import io.casewire.contracts.wire.WireNames;
import io.casewire.messaging.BackgroundWork;
import io.casewire.notify.matching.Titles;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the end of all public topics without a consumer group: every instance sees every event, and keeps no place.
 * Deliveries are not public.
 */
final class TopicTail implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final List<Topic<? extends Event>> PUBLIC = Topics.open();
    /** Of each partition, read before what is new, so that who looks first sees something. */
    private static final int RECENT = 50;

    private static final Duration BETWEEN_LOOKS_FOR_PARTITIONS = Duration.ofSeconds(30);

    private final Map<String, Object> configuration;
    private final LiveEvents events;
    private final BackgroundWork following = new BackgroundWork("topic-tail", this::run);
    private volatile @Nullable KafkaConsumer<String, byte[]> open;

    TopicTail(Map<String, Object> configuration, LiveEvents events) {
        this.configuration = configuration;
        this.events = events;
    }

    @Override
    public void start() {
        following.start();
    }

    @Override
    public void stop() {
        following.endSoon();
        events.close();
        KafkaConsumer<String, byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            following.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return following.isWanted();
    }

    private void run() {
        while (following.isWanted()) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
                open = consumer;
                follow(consumer);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("The tail was told to stop");
            } catch (KafkaException e) {
                LOG.warn("The live stream waits for Kafka: {}", e.getMessage());
                pause();
            } finally {
                open = null;
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(configuration);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "casewire-notify-stream");
        return settings;
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        Set<TopicPartition> assigned = new HashSet<>();
        Instant looked = Instant.EPOCH;
        while (following.isWanted()) {
            if (looked.plus(assigned.isEmpty() ? Duration.ofSeconds(1) : BETWEEN_LOOKS_FOR_PARTITIONS)
                    .isBefore(Instant.now())) {
                looked = Instant.now();
                assignNew(consumer, assigned);
            }
            if (assigned.isEmpty()) {
                pause();
            } else {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::take);
            }
        }
    }

    private static void assignNew(KafkaConsumer<String, byte[]> consumer, Set<TopicPartition> assigned) {
        Map<String, ?> known = consumer.listTopics();
        Set<TopicPartition> fresh = new HashSet<>();
        for (Topic<? extends Event> topic : PUBLIC) {
            if (known.containsKey(topic.name())) {
                consumer.partitionsFor(topic.name())
                        .forEach(info -> fresh.add(new TopicPartition(info.topic(), info.partition())));
            }
        }
        fresh.removeAll(assigned);
        if (fresh.isEmpty()) {
            return;
        }
        assigned.addAll(fresh);
        consumer.assign(assigned);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(fresh);
        consumer.endOffsets(fresh)
                .forEach((partition, end) ->
                        consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - RECENT)));
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            Topics.named(record.topic())
                    .ifPresent(topic -> events.add(event(EventCodec.decode(topic, record), record)));
        } catch (UndecodableEvent e) {
            LOG.debug("Not shown: {}", e.getMessage());
        }
    }

    private static LiveEvent event(Envelope<? extends Event> envelope, ConsumerRecord<String, byte[]> record) {
        Event event = envelope.event();
        return new LiveEvent(
                record.topic() + '/' + record.partition() + '/' + record.offset(),
                WireNames.of(event),
                event.key(),
                event.revision(),
                Titles.of(event),
                envelope.time(),
                envelope.recordedTime(),
                envelope.backfill());
    }
}
