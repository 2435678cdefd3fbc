package io.casewire.messaging.continuity;

import io.casewire.messaging.continuity.Verdict.Loss;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while store and log are known to have lost each other and no operator has decided. For readiness, never for liveness. */
final class ContinuityHealth extends AbstractHealthIndicator {
    private final Continuity continuity;

    ContinuityHealth(Continuity continuity) {
        super("Could not tell whether store and log belong together");
        this.continuity = continuity;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Loss loss = continuity.loss();
        if (loss != null) {
            builder.down()
                    .withDetail("missing", loss.missing())
                    .withDetail("remedy", loss.remedy())
                    .withDetail("decide", "casewire continuity");
        } else if (!continuity.permission().isDone()) {
            // who does not answer has lost nothing yet, and tells by indicators of its own
            builder.up().withDetail("state", "waiting for store and log to answer");
        } else {
            builder.up();
        }
    }
}
