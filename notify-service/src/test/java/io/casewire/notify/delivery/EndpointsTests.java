package io.casewire.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.notify.delivery.Endpoints.Health;
import io.casewire.notify.delivery.Endpoints.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EndpointsTests {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Lane A = new Lane("https://a", "海关");

    private final DeliverySettings settings = new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("casewire.notify.delivery", DeliverySettings.class);
    private final Endpoints endpoints = new Endpoints(settings);

    @Test
    void givesAHostNoMoreThanItsPlaces() {
        for (int i = 0; i < settings.perEndpoint(); i++) {
            assertThat(endpoints.enter("https://a", NOW)).isTrue();
        }

        assertThat(endpoints.enter("https://a", NOW)).isFalse();
        assertThat(closed(NOW)).containsExactly("https://a");
        assertThat(endpoints.enter("https://b", NOW)).isTrue();

        endpoints.leave(A, Report.ANSWERS, NOW);

        assertThat(closed(NOW)).isEmpty();
        assertThat(endpoints.enter("https://a", NOW)).isTrue();
    }

    @Test
    void leavesAFailingHostAloneThenTriesOnceAndWaitsLongerEachTime() {
        fail(settings.breakerFailures());
        Instant trial = NOW.plus(settings.breakerPause());

        assertThat(closed(trial.minusMillis(1))).containsExactly("https://a");
        assertThat(endpoints.enter("https://a", trial)).isTrue();
        assertThat(endpoints.enter("https://a", trial)).as("a second trial").isFalse();
        endpoints.leave(A, Report.FAILS, trial);

        Instant second = trial.plus(settings.breakerPause().multipliedBy(2));
        assertThat(closed(second.minusMillis(1))).containsExactly("https://a");
        assertThat(endpoints.enter("https://a", second)).isTrue();
        endpoints.leave(A, Report.ANSWERS, second);

        assertThat(closed(second)).isEmpty();
    }

    @Test
    void neverPausesLongerThanSet() {
        fail(settings.breakerFailures());
        Instant at = NOW;
        for (int trial = 0; trial < 200; trial++) {
            at = at.plus(settings.breakerMaxPause());
            assertThat(endpoints.enter("https://a", at)).isTrue();
            endpoints.leave(A, Report.FAILS, at);
        }

        assertThat(closed(at.plus(settings.breakerMaxPause()).minus(Duration.ofMillis(1))))
                .isNotEmpty();
        assertThat(closed(at.plus(settings.breakerMaxPause()))).isEmpty();
    }

    @Test
    void takesAttemptsThatWereUnderWayForNoTrials() {
        // four under way fail after the one that opens the breaker
        fail(settings.breakerFailures() - 1);
        for (int i = 0; i < settings.perEndpoint(); i++) {
            assertThat(endpoints.enter("https://a", NOW)).isTrue();
        }
        for (int i = 0; i < settings.perEndpoint(); i++) {
            endpoints.leave(A, Report.FAILS, NOW);
        }

        assertThat(closed(NOW.plus(settings.breakerPause()))).isEmpty();
    }

    @Test
    void leavesAHostAloneThatHangsOnce() {
        endpoints.enter("https://a", NOW);
        endpoints.leave(A, Report.HANGS, NOW);

        assertThat(closed(NOW)).containsExactly("https://a");
        assertThat(closed(NOW.plus(settings.breakerPause()))).isEmpty();
    }

    @Test
    void sparesALaneAsLongAsItAsksAndNoOther() {
        Instant until = NOW.plusSeconds(120);
        pause(A, until);

        assertThat(endpoints.isPaused(A, NOW)).isTrue();
        assertThat(endpoints.isPaused(A, until)).isFalse();
        assertThat(endpoints.isPaused(new Lane("https://a", "商务"), NOW)).isFalse();
        assertThat(endpoints.isPaused(new Lane("https://b", "海关"), NOW)).isFalse();
        assertThat(endpoints.skipped(NOW)).isEqualTo(new Skipped(Set.of(), Set.of(A)));
        assertThat(endpoints.skipped(until)).isEqualTo(Skipped.NOTHING);
        assertThat(endpoints.enter("https://a", NOW))
                .as("others who share the host")
                .isTrue();
    }

    @Test
    void doesNotShortenAPause() {
        // two attempts under way at once: the answer that asks for less comes last
        pause(A, NOW.plusSeconds(120));
        pause(A, NOW.plusSeconds(10));

        assertThat(endpoints.isPaused(A, NOW.plusSeconds(119))).isTrue();
    }

    private void pause(Lane lane, Instant until) {
        endpoints.enter(lane.endpoint(), NOW);
        endpoints.leave(lane, new Report(Health.ANSWERS, until), NOW);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(endpoints.enter("https://a", NOW)).isTrue();
            endpoints.leave(A, Report.FAILS, NOW);
        }
    }

    private Set<String> closed(Instant now) {
        return endpoints.skipped(now).endpoints();
    }
}
