package io.casewire.catalog.search;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready once the indexes hold what the stores have. */
final class IndexHealth implements HealthIndicator {
    private final List<IndexFollower> followers;

    IndexHealth(List<IndexFollower> followers) {
        this.followers = List.copyOf(followers);
    }

    @Override
    public Health health() {
        return followers.stream().allMatch(IndexFollower::isReady)
                ? Health.up().build()
                : Health.outOfService().withDetail("reason", "being built").build();
    }
}
