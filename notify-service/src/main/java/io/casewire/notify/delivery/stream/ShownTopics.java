package io.casewire.notify.delivery.stream;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** The topics whose events the stream shows: deliveries are not seen as lines, and passages of reports are searched. */
final class ShownTopics {
    static final Set<String> NAMES = Stream.<Topic<? extends Event>>concat(
                    Topics.open().stream(), Stream.of(Topics.OBLIGATION))
            // passages of reports are searched; nobody is told of each
            .filter(topic -> !topic.equals(Topics.CHAPTER))
            .map(Topic<? extends Event>::name)
            .collect(Collectors.toUnmodifiableSet());

    private ShownTopics() {}

    /**
     * Those that are there, by name.
     *
     * @throws KafkaException where Kafka does not say
     */
    static Map<String, TopicDescription> describe(Admin admin, Duration patience) {
        try {
            Set<String> names = new HashSet<>(admin.listTopics().names().get(patience.toSeconds(), TimeUnit.SECONDS));
            names.retainAll(NAMES);
            return admin.describeTopics(names).allTopicNames().get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new KafkaException("The topics are not known: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
