package io.casewire.messaging;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Down while a listener, or another reader of this service, is not doing what it should; says what, and where in the log. */
final class ListenerHealth extends AbstractHealthIndicator {
    private static final String LISTENING = "listening";

    private final ListenerContainers containers;
    private final UnreadableRecords unreadable;

    ListenerHealth(ListenerContainers containers, UnreadableRecords unreadable) {
        super("Could not ask the listeners for their state");
        this.containers = containers;
        this.unreadable = unreadable;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        if (containers.isRunning() && !containers.isPermitted()) {
            builder.withDetail("state", "held until store and log were compared");
            return;
        }
        containers.all().forEach((name, listener) -> {
            String state = state(listener);
            builder.withDetail(name, state);
            if (!state.equals(LISTENING)) {
                builder.down();
            }
        });
        List<String> sentences = unreadable.sentences();
        if (!sentences.isEmpty()) {
            builder.down().withDetail("unreadable", sentences);
        }
    }

    private String state(ListenerContainers.Listening listener) {
        if (!containers.isRunning() || !listener.container().isRunning() || !childrenRun(listener.container())) {
            return "stopped";
        }
        return containers
                .failure(listener)
                .map(reason -> "cannot poll: " + reason)
                .orElse(LISTENING);
    }

    private static boolean childrenRun(ConcurrentMessageListenerContainer<?, ?> container) {
        return container.isInExpectedState()
                && container.getContainers().stream().allMatch(child -> child.isRunning() && child.isInExpectedState());
    }
}
