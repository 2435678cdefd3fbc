package io.casewire.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumers without a group: each reads where it is told to, beside all others, and Kafka keeps no place of it. */
public final class GrouplessConsumers {
    private final Map<String, Object> settings;

    /** @param settings of the service's consumers, such as its account at the broker */
    public GrouplessConsumers(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        this.settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    /** What becomes of a place that is no longer there. */
    public enum LostPlace {
        /** The reader fails with {@link org.apache.kafka.clients.consumer.OffsetOutOfRangeException}. */
        NONE,
        /** It goes on with the oldest record there is. */
        EARLIEST
    }

    /**
     * One that reads nothing yet.
     *
     * @param clientId what the broker calls it
     */
    public KafkaConsumer<String, byte[]> consumer(String clientId, LostPlace lostPlace) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        own.put(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                switch (lostPlace) {
                    case NONE -> "none";
                    case EARLIEST -> "earliest";
                });
        return new KafkaConsumer<>(own, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
