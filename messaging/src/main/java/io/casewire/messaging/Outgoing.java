package io.casewire.messaging;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.wire.Envelope;

/** An event on its way to a topic. */
public record Outgoing<E extends Event>(Topic<? super E> topic, Envelope<E> envelope) {}
