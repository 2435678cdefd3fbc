package io.casewire.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.benchmarks.faults.Violation.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Made-up histories, each with one thing wrong. */
class CheckerTests {
    private static final Set<Promise> ALL = EnumSet.allOf(Promise.class);

    @Test
    void aHistoryInWhichAllIsWellHolds() {
        History history =
                history(List.of("a@1", "a@2", "b@1"), List.of("a@1", "a@2", "b@1"), List.of("b@1", "a@1", "a@2"));

        assertThat(Checker.check(history, ALL)).isEmpty();
    }

    @Test
    void whatWasNeverAcknowledgedMayBeThereOrNot() {
        assertThat(Checker.check(history(List.of("a@1", "b@1"), List.of(), List.of("b@1")), ALL))
                .isEmpty();
    }

    @Test
    void anAcknowledgedEventThatNobodySawIsLost() {
        History history = history(List.of("a@1", "b@1"), List.of("a@1", "b@1"), List.of("a@1"));

        assertThat(Checker.check(history, Set.of(Promise.EVERY)))
                .extracting(Violation::kind, Violation::id)
                .containsExactly(tuple(Kind.LOST, "b@1"));
    }

    @Test
    void ofAStoreOnlyTheHighestRevisionIsAskedFor() {
        List<String> both = List.of("a@1", "a@2");

        assertThat(Checker.check(history(both, both, List.of("a@2")), Set.of(Promise.HIGHEST)))
                .isEmpty();
        assertThat(Checker.check(history(both, both, List.of("a@1")), Set.of(Promise.HIGHEST)))
                .extracting(Violation::kind)
                .containsExactly(Kind.LOST);
        assertThat(Checker.check(history(both, both, List.of()), Set.of(Promise.HIGHEST)))
                .extracting(Violation::id)
                .containsExactly("a@2");
    }

    @Test
    void whatWasNeverSentIsFoundWhateverWasPromised() {
        assertThat(Checker.check(history(List.of("a@1"), List.of(), List.of("a@1", "a@2")), Set.of()))
                .extracting(Violation::kind)
                .containsExactly(Kind.NEVER_SENT);
    }

    @Test
    void anEventTwiceBreaksThePromiseOfOnceAlone() {
        History history = history(List.of("a@1"), List.of("a@1"), List.of("a@1", "a@1", "a@1"));

        assertThat(Checker.check(history, Set.of(Promise.EVERY, Promise.FORWARD)))
                .isEmpty();
        assertThat(Checker.check(history, Set.of(Promise.ONCE)))
                .extracting(Violation::kind)
                .containsExactly(Kind.TWICE);
    }

    @Test
    void aRevisionAfterAHigherOneOfItsKeyWentBack() {
        List<String> sent = List.of("a@1", "a@2", "a@10", "b@1");

        assertThat(Checker.check(
                        history(sent, List.of(), List.of("a@2", "b@1", "a@10", "a@10")), Set.of(Promise.FORWARD)))
                .isEmpty();
        assertThat(Checker.check(history(sent, List.of(), List.of("a@10", "a@2", "b@1")), Set.of(Promise.FORWARD)))
                .extracting(Violation::kind, Violation::id)
                .containsExactly(tuple(Kind.WENT_BACK, "a@2"));
    }

    @Test
    void aKeyToldBeforeIsToldAgainUnderAHigherRevisionAlone() {
        History before = history(List.of(), List.of(), List.of("a@1", "a@2", "b@1"));

        assertThat(Checker.toldAgain(before, history(List.of(), List.of(), List.of("a@1", "a@2", "b@1", "c@1", "c@2"))))
                .isEmpty();
        assertThat(Checker.toldAgain(
                        before, history(List.of(), List.of(), List.of("a@1", "a@2", "b@1", "b@2", "a@10"))))
                .extracting(Violation::kind, Violation::id)
                .containsExactlyInAnyOrder(tuple(Kind.TOLD_AGAIN, "b@2"), tuple(Kind.TOLD_AGAIN, "a@10"));
    }

    private static History history(List<String> sent, List<String> acknowledged, List<String> observed) {
        History history = new History();
        sent.forEach(history::sent);
        acknowledged.forEach(history::acknowledged);
        observed.forEach(history::observed);
        return history;
    }
}
