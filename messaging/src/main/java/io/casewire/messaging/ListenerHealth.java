package io.casewire.messaging;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Down while a listener is not doing what it should. */
final class ListenerHealth extends AbstractHealthIndicator {
    private final ListenerContainers containers;

    ListenerHealth(ListenerContainers containers) {
        super("Could not ask the listeners for their state");
        this.containers = containers;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        containers.all().forEach((name, container) -> {
            boolean fine = containers.isRunning() && container.isRunning() && childrenRun(container);
            builder.withDetail(name, fine ? "listening" : "stopped");
            if (!fine) {
                builder.down();
            }
        });
    }

    private static boolean childrenRun(ConcurrentMessageListenerContainer<?, ?> container) {
        return container.isInExpectedState()
                && container.getContainers().stream().allMatch(child -> child.isRunning() && child.isInExpectedState());
    }
}
