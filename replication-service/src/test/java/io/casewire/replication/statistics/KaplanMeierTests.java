package io.casewire.replication.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casewire.replication.statistics.KaplanMeier.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Weeks in remission of two groups of 21 patients (E. J. Freireich and others, Blood 21, 1963), whose estimates textbooks print: 6, 7, 10,
 * 13, 16, 22 and 23 weeks with 0.857, 0.807, 0.753, 0.690, 0.627, 0.538 and 0.448, median 23; the other group 8.
 */
class KaplanMeierTests {
    @Test
    void givesTheFiguresTextbooksPrint() {
        KaplanMeier treated = KaplanMeier.of(observations(
                List.of(6, 6, 6, 7, 10, 13, 16, 22, 23), List.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)));
        Map<Long, Double> printed =
                new TreeMap<>(Map.of(6L, 0.857, 7L, 0.807, 10L, 0.753, 13L, 0.690, 16L, 0.627, 22L, 0.538, 23L, 0.448));
        assertThat(treated.steps()).extracting(KaplanMeier.Step::days).containsExactlyElementsOf(printed.keySet());
        treated.steps().forEach(step -> assertThat(step.left()).isCloseTo(printed.get(step.days()), within(0.0006)));
        assertThat(treated.steps()).extracting(KaplanMeier.Step::atRisk).containsExactly(21, 17, 15, 12, 11, 7, 6);
        assertThat(treated.n()).isEqualTo(21);
        assertThat(treated.events()).isEqualTo(9);
        assertThat(treated.median()).hasValue(23);
    }

    @Test
    void withoutAnybodyCensoredItIsTheShareThatIsLeft() {
        KaplanMeier placebo = KaplanMeier.of(observations(
                List.of(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23), List.of()));
        assertThat(placebo.median()).hasValue(8);
        assertThat(placebo.steps().getFirst().left()).isCloseTo(19.0 / 21, within(1e-12));
        assertThat(placebo.steps().getLast().left()).isZero();
    }

    @Test
    void theMedianIsNotReachedWhileMoreThanHalfAreLeft() {
        assertThat(KaplanMeier.of(observations(List.of(10), List.of(20, 20, 20)))
                        .median())
                .isEmpty();
        assertThat(KaplanMeier.of(List.of()).median()).isEmpty();
        assertThat(KaplanMeier.of(observations(List.of(10), List.of(20))).median())
                .as("exactly half")
                .hasValue(10);
    }

    private static List<Observation> observations(List<Integer> events, List<Integer> censored) {
        List<Observation> observations = new ArrayList<>();
        censored.forEach(days -> observations.add(new Observation(days, false)));
        events.forEach(days -> observations.add(new Observation(days, true)));
        return observations;
    }
}
