package io.casewire.notify.delivery;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while an attempt is stuck or the dispatcher does not look after its work: messages may not be going out. */
final class DeliveryHealth extends AbstractHealthIndicator {
    /** More than the store may keep the dispatcher waiting before it says that it is away. */
    private static final Duration MAX_ROUND = Duration.ofMinutes(1);

    private final Dispatcher dispatcher;
    private final InstantSource clock;

    DeliveryHealth(Dispatcher dispatcher, InstantSource clock) {
        super("Could not ask for the state of deliveries");
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        int stuck = dispatcher.couriers().stuck();
        boolean looks = dispatcher.isRunning()
                && clock.instant().isBefore(dispatcher.lastRound().plus(MAX_ROUND));
        builder.status(stuck == 0 && looks ? "UP" : "DOWN")
                .withDetail("underWay", dispatcher.couriers().underWay())
                .withDetail("stuck", stuck)
                .withDetail("dispatcher", looks ? "running" : "stopped since " + dispatcher.lastRound());
    }
}
