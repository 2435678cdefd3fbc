package io.casewire.messaging;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import java.util.List;

/**
 * A bean of this type makes a service listen.
 *
 * @param name unique within the service; part of the consumer group, so renaming it reads everything again
 */
public record EventListener<E extends Event>(String name, List<Topic<E>> topics, EventHandler<E> handler) {
    public EventListener {
        topics = List.copyOf(topics);
    }

    /** Listens to these topics from their start. */
    public static <E extends Event> EventListener<E> batch(
            String name, List<Topic<E>> topics, EventHandler<E> handler) {
        return new EventListener<>(name, topics, handler);
    }
}
