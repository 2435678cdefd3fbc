package io.casewire.notify.delivery.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Clients for the stream: without a consumer group, so that every instance sees every event and Kafka keeps no place. */
final class StreamConsumers {
    private final Map<String, Object> consumers;
    private final Map<String, Object> admins;

    StreamConsumers(Map<String, Object> consumers, Map<String, Object> admins) {
        this.consumers = new HashMap<>(consumers);
        this.consumers.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.consumers.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        this.consumers.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        this.consumers.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // a place that is no longer there is a gap to tell of, not a reason to jump
        this.consumers.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        this.consumers.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.admins = Map.copyOf(admins);
    }

    KafkaConsumer<String, byte[]> consumer(String clientId) {
        Map<String, Object> settings = new HashMap<>(consumers);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    Admin admin() {
        return Admin.create(admins);
    }
}
