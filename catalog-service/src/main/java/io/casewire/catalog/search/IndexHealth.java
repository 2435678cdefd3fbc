package io.casewire.catalog.search;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready once the index holds what the store has. */
final class IndexHealth implements HealthIndicator {
    private final IndexFollower follower;

    IndexHealth(IndexFollower follower) {
        this.follower = follower;
    }

    @Override
    public Health health() {
        return follower.isReady()
                ? Health.up().build()
                : Health.outOfService().withDetail("reason", "being built").build();
    }
}
