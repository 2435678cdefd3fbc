package io.casewire.messaging.deadletter;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The listeners of a service, by their consumer groups. */
public interface Listeners {
    /** Names of the topics that each group reads. */
    Map<String, List<String>> topicsByGroup();

    /**
     * Hands one event to the listener of a group, which goes on listening but for the moment.
     *
     * @param record with the topic, partition and offset it was read from
     */
    Attempt again(String group, ConsumerRecord<String, byte[]> record);
}
