package io.casewire.notify.delivery.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/**
 * The topics of this log by a short form of the id that Kafka gave them. A topic made anew, in another cluster or after it was deleted, has
 * another id, so that positions in the former are not taken for positions in it.
 */
final class TopicIds {
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, String> topics = new HashMap<>();

    /** @throws IllegalArgumentException when two topics have one short form, which chance does not bring about */
    TopicIds(Map<String, Uuid> ids) {
        ids.forEach((topic, id) -> {
            int brief = Long.hashCode(id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 17));
            this.ids.put(topic, brief);
            if (topics.put(brief, topic) != null) {
                throw new IllegalArgumentException("Two topics share the short id " + brief);
            }
        });
    }

    int of(String topic) {
        Integer id = ids.get(topic);
        if (id == null) {
            throw new IllegalArgumentException(topic + " is none of the public topics");
        }
        return id;
    }

    /** The topic of that short id; empty for one of another log. */
    Optional<String> topic(int id) {
        return Optional.ofNullable(topics.get(id));
    }

    boolean knows(String topic) {
        return ids.containsKey(topic);
    }
}
