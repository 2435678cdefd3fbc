package io.casewire.notify.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.notify.subscription.Pace.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTests {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Limit> MINUTE = List.of(new Limit(20, Duration.ofMinutes(1)));
    private static final List<Limit> BOTH =
            List.of(new Limit(100, Duration.ofMinutes(1)), new Limit(5, Duration.ofSeconds(1)));

    private final Pace pace = new Pace();

    @Test
    void takesAsManyInATimeAsTheReceiverDoes() {
        for (int i = 0; i < 20; i++) {
            assertThat(pace.take("one", MINUTE, NOW.plusSeconds(i))).isZero();
        }

        assertThat(pace.take("one", MINUTE, NOW.plusSeconds(20))).isEqualTo(Duration.ofSeconds(40));
        assertThat(pace.take("other", MINUTE, NOW.plusSeconds(20))).isZero();
        assertThat(pace.take("one", MINUTE, NOW.plusSeconds(60))).isZero();
        assertThat(pace.take("one", MINUTE, NOW.plusSeconds(60))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void keepsToEveryLimit() {
        for (int second = 0; second < 20; second++) {
            for (int i = 0; i < 5; i++) {
                assertThat(pace.take("one", BOTH, NOW.plusSeconds(second))).isZero();
            }
            if (second < 19) {
                assertThat(pace.take("one", BOTH, NOW.plusSeconds(second))).isEqualTo(Duration.ofSeconds(1));
            }
        }

        assertThat(pace.take("one", BOTH, NOW.plusSeconds(20))).isEqualTo(Duration.ofSeconds(40));
    }
}
