package io.casewire.messaging;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import java.util.List;

/**
 * A bean of this type makes a service listen.
 *
 * @param name unique within the service; part of the consumer group, so renaming it reads everything again
 * @param threads it takes at most, each with a consumer of its own
 */
public record EventListener<E extends Event>(String name, List<Topic<E>> topics, EventHandler<E> handler, int threads) {
    public EventListener {
        topics = List.copyOf(topics);
        if (threads < 1) {
            throw new IllegalArgumentException("A listener needs a thread");
        }
    }

    /** Listens to these topics from their start. */
    public static <E extends Event> EventListener<E> batch(
            String name, List<Topic<E>> topics, EventHandler<E> handler) {
        return new EventListener<>(name, topics, handler, Integer.MAX_VALUE);
    }

    /** The same for a handler that takes one batch at a time: what several topics have comes in one, and nobody waits for another. */
    public EventListener<E> onOneThread() {
        return new EventListener<>(name, topics, handler, 1);
    }
}
