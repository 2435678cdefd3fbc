package io.casewire.notify.delivery.stream;

import io.casewire.messaging.GrouplessConsumers;
import io.casewire.messaging.GrouplessConsumers.LostPlace;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Clients for the stream: without a consumer group, so that every instance sees every event. */
final class StreamConsumers {
    private final GrouplessConsumers consumers;
    private final Map<String, Object> admins;

    StreamConsumers(Map<String, Object> consumers, Map<String, Object> admins) {
        this.consumers = new GrouplessConsumers(consumers);
        this.admins = Map.copyOf(admins);
    }

    KafkaConsumer<String, byte[]> consumer(String clientId) {
        // a place that is no longer there is a gap to tell of, not a reason to jump
        return consumers.consumer(clientId, LostPlace.NONE);
    }

    Admin admin() {
        return Admin.create(admins);
    }
}
