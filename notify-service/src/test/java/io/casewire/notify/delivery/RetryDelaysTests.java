package io.casewire.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetryDelaysTests {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final DeliverySettings defaults = new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("casewire.notify.delivery", DeliverySettings.class);

    @Test
    void triesTwelveTimesInAboutThreeDaysByDefault() {
        RetryDelays delays = delays(0, new Random(1));
        Instant at = NOW;
        int attempts = 1;
        for (var next = delays.next(attempts, at, null); next.isPresent(); next = delays.next(attempts, at, null)) {
            at = next.get();
            attempts++;
        }

        assertThat(attempts).isEqualTo(12);
        assertThat(at).isCloseTo(NOW.plus(3, ChronoUnit.DAYS), within(3, ChronoUnit.HOURS));
        assertThat(defaults.giveUpAfter())
                .isGreaterThan(Duration.between(NOW, at).plusHours(12));
    }

    @Test
    void spreadsAttemptsByAtMostATenth() {
        RetryDelays delays = delays(0.1, new Random(2));

        List<Long> pauses = IntStream.range(0, 1000)
                .mapToObj(_ -> Duration.between(NOW, delays.next(6, NOW, null).orElseThrow())
                        .toSeconds())
                .toList();

        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isBetween(3240L, 3960L));
        assertThat(pauses.stream().distinct().count()).isGreaterThan(100);
    }

    @Test
    void waitsAsLongAsTheReceiverAsksWithinBoundsAndNeverShorterThanTheRetryDelay() {
        RetryDelays delays = delays(0, new Random(3));

        assertThat(delays.next(1, NOW, Duration.ofMinutes(7))).contains(NOW.plus(Duration.ofMinutes(7)));
        assertThat(delays.next(1, NOW, Duration.ofDays(400))).contains(NOW.plus(Duration.ofHours(24)));
        assertThat(delays.next(6, NOW, Duration.ofSeconds(1))).contains(NOW.plus(Duration.ofHours(1)));
    }

    private RetryDelays delays(double jitter, RandomGenerator random) {
        return new RetryDelays(
                new Binder(new MapConfigurationPropertySource(
                                Map.of("casewire.notify.delivery.jitter", Double.toString(jitter))))
                        .bind("casewire.notify.delivery", DeliverySettings.class)
                        .get(),
                random);
    }
}
