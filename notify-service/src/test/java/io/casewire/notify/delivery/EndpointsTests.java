package io.casewire.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.notify.delivery.Endpoints.Health;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EndpointsTests {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final DeliverySettings settings = new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("casewire.notify.delivery", DeliverySettings.class);
    private final Endpoints endpoints = new Endpoints(settings);

    @Test
    void givesAHostNoMoreThanItsPlaces() {
        for (int i = 0; i < settings.perEndpoint(); i++) {
            assertThat(endpoints.enter("https://a", NOW)).isTrue();
        }

        assertThat(endpoints.enter("https://a", NOW)).isFalse();
        assertThat(endpoints.closed(NOW)).containsExactly("https://a");
        assertThat(endpoints.enter("https://b", NOW)).isTrue();

        endpoints.leave("https://a", Health.ANSWERS, NOW);

        assertThat(endpoints.closed(NOW)).isEmpty();
        assertThat(endpoints.enter("https://a", NOW)).isTrue();
    }

    @Test
    void leavesAFailingHostAloneThenTriesOnceAndWaitsLongerEachTime() {
        fail("https://a", settings.breakerFailures());
        Instant trial = NOW.plus(settings.breakerPause());

        assertThat(endpoints.closed(trial.minusMillis(1))).containsExactly("https://a");
        assertThat(endpoints.enter("https://a", trial)).isTrue();
        assertThat(endpoints.enter("https://a", trial)).as("a second trial").isFalse();
        endpoints.leave("https://a", Health.FAILS, trial);

        Instant second = trial.plus(settings.breakerPause().multipliedBy(2));
        assertThat(endpoints.closed(second.minusMillis(1))).containsExactly("https://a");
        assertThat(endpoints.enter("https://a", second)).isTrue();
        endpoints.leave("https://a", Health.ANSWERS, second);

        assertThat(endpoints.closed(second)).isEmpty();
    }

    @Test
    void neverPausesLongerThanSet() {
        fail("https://a", 200);

        assertThat(endpoints.closed(NOW.plus(settings.breakerLongestPause()).minus(Duration.ofMillis(1))))
                .isNotEmpty();
        assertThat(endpoints.closed(NOW.plus(settings.breakerLongestPause()))).isEmpty();
    }

    private void fail(String endpoint, int times) {
        for (int i = 0; i < times; i++) {
            endpoints.leave(entered(endpoint), Health.FAILS, NOW);
        }
    }

    private String entered(String endpoint) {
        endpoints.enter(endpoint, NOW.plus(Duration.ofDays(1)));
        return endpoint;
    }
}
