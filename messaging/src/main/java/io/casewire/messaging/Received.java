package io.casewire.messaging;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.wire.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * One record as a listener gets it.
 *
 * @param key id of the thing it is about
 * @param envelope null for a tombstone: the thing no longer lives on this topic
 */
public record Received<E extends Event>(
        Topic<E> topic, String key, @Nullable Envelope<E> envelope, TopicPosition position) {}
