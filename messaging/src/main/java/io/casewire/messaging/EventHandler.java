package io.casewire.messaging;

import io.casewire.contracts.event.Event;
import java.util.List;

/** What a service does with the events of a listener. */
@FunctionalInterface
public interface EventHandler<E extends Event> {
    /**
     * Handles a batch, in order within each partition. Offsets are committed after it returns, so it must have stored
     * what it did, and must take every event again without harm.
     *
     * @throws RejectedEvent for one event that can never be handled: it is dead-lettered, the rest is handed over again
     * @throws PublishFailed when Kafka did not acknowledge; handed over again until it works, as are failures to reach
     *     the store. Any other exception is taken for a bug: after few repetitions the events are handed over one by
     *     one, and those that fail alone are dead-lettered.
     */
    void on(List<Received<E>> batch);
}
