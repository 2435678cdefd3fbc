package io.casewire.notify.delivery.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.notify.delivery.stream.StreamWindow.Follower;
import io.casewire.notify.matching.EventAttributes;
import io.casewire.notify.matching.EventFilter;
import io.casewire.notify.matching.Facts;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.EventKind;
import io.casewire.query.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamWindowTests {
    private static final TopicPartition A = new TopicPartition("casewire.case.trade", 0);
    private static final TopicPartition B = new TopicPartition("casewire.task", 0);

    private final StreamWindow window = new StreamWindow(4, 1_000, 2);

    @BeforeEach
    void open() {
        window.begin(A, 10);
        window.begin(B, 0);
        window.open(new TopicIds(Map.of()));
    }

    @Test
    void handsOverWhatFollowsAPlaceAndThenWhatComes() throws InterruptedException {
        add(A, 10, 1);
        add(A, 11, 2);
        Follower follower = follow(Map.of(A, 11L));
        add(B, 0, 3);

        assertThat(taken(follower)).containsExactly("A11", "B0");
    }

    @Test
    void cannotBeFollowedFromBeforeWhatItHolds() {
        assertThat(window.follow(StreamPositions.of(Map.of(A, 9L)), _ -> true)).isEmpty();
        for (int i = 10; i < 15; i++) {
            add(A, i, i);
        }
        // four are kept
        assertThat(window.follow(StreamPositions.of(Map.of(A, 10L)), _ -> true)).isEmpty();
        assertThat(window.follow(StreamPositions.of(Map.of(A, 11L)), _ -> true)).isPresent();
    }

    @Test
    void ordersWhatWasMissedByTimeButNeverAgainstAPartition() throws InterruptedException {
        add(A, 10, 5);
        add(A, 11, 1);
        add(B, 0, 2);
        add(B, 1, 6);

        assertThat(taken(follow(Map.of(A, 10L)))).containsExactly("B0", "A10", "A11", "B1");
    }

    @Test
    void showsTheLastOfAllPartitionsByTime() throws InterruptedException {
        add(A, 10, 1);
        add(A, 11, 4);
        add(B, 0, 2);
        add(B, 1, 3);

        assertThat(taken(last(2))).containsExactly("B1", "A11");
        assertThat(taken(last(9))).containsExactly("A10", "B0", "B1", "A11");
    }

    @Test
    void showsTheLastThatAFilterLetsThrough() throws InterruptedException {
        add(A, 10, 1);
        add(B, 0, 2);
        add(B, 1, 3);

        Follower follower =
                window.followLast(1, event -> event.partition().equals(A)).orElseThrow();

        assertThat(taken(follower)).containsExactly("A10");
        assertThat(window.position(follower, follower.from().at(A, 11)))
                .isEqualTo(StreamPositions.of(Map.of(A, 11L, B, 2L)));
    }

    @Test
    void keepsThePlaceOfAFollowerThatHasSomethingBeforeIt() {
        Follower follower = follow(Map.of(A, 10L));
        add(A, 10, 1);
        add(B, 0, 2);

        assertThat(window.position(follower, follower.from())).isEqualTo(follower.from());
    }

    @Test
    void handsNothingOverTwiceToAReaderThatAnotherInstanceBroughtFarther() throws InterruptedException {
        Follower follower = follow(Map.of(A, 12L));
        add(A, 10, 1);
        add(A, 11, 2);
        add(A, 12, 3);

        assertThat(taken(follower)).containsExactly("A12");
    }

    @Test
    void letsAFollowerGoThatIsTooFarBehindAndNoOther() throws InterruptedException {
        Follower slow = follow(Map.of(A, 10L));
        add(A, 10, 1);
        add(A, 11, 2);
        Follower other = follow(Map.of(A, 12L));
        add(A, 12, 3);

        assertThat(slow.ended()).isTrue();
        assertThat(other.ended()).isFalse();
        assertThat(taken(other)).containsExactly("A12");
    }

    @Test
    void tellsFollowersOfAGapAndCanOnlyBeFollowedFromBehindIt() throws InterruptedException {
        Follower follower = follow(Map.of(A, 10L));
        window.leaveOut(Gap.unreadable(A, 10, 13), A, 13);
        add(A, 13, 1);

        assertThat(taken(follower)).containsExactly("UNREADABLE", "A13");
        assertThat(window.follow(StreamPositions.of(Map.of(A, 12L)), _ -> true)).isEmpty();
        assertThat(window.follow(StreamPositions.of(Map.of(A, 13L)), _ -> true)).isPresent();
    }

    @Test
    void letsAllGoWhenTheTopicsAreOthersAndWhenItCloses() {
        Follower first = follow(Map.of(A, 10L));
        window.reset();
        assertThat(first.ended()).isTrue();
        assertThat(window.follow(StreamPositions.BEGINNING, _ -> true)).isEmpty();

        window.open(new TopicIds(Map.of()));
        Follower second = window.follow(StreamPositions.BEGINNING, _ -> true).orElseThrow();
        window.close();
        assertThat(second.ended()).isTrue();
        assertThat(window.followLast(5, _ -> true)).isEmpty();
    }

    private Follower follow(Map<TopicPartition, Long> from) {
        return window.follow(StreamPositions.of(from), _ -> true).orElseThrow();
    }

    private Follower last(int count) {
        return window.followLast(count, _ -> true).orElseThrow();
    }

    @Test
    void keepsFewerEventsWhereTheyAreLarge() throws InterruptedException {
        add(A, 10, 1);
        add(A, 11, 2, "通关", 600);
        add(B, 0, 3, "通关", 600);
        assertThat(window.follow(StreamPositions.of(Map.of(A, 11L)), _ -> true)).isEmpty();
        assertThat(taken(last(5))).containsExactly("B0");

        // one is kept whatever its size
        add(B, 1, 4, "通关", 2_000);
        assertThat(taken(last(5))).containsExactly("B1");
        add(B, 2, 5);
        assertThat(taken(last(5))).containsExactly("B2");
    }

    @Test
    void handsOverWhatAnswersAQueryFromWhatItHoldsAndFromWhatComes() throws InterruptedException {
        EventFilter filter =
                new EventFilter(new Criteria(null, null, null, null, null, null, null, null, "“一站式监管” -退货 上海自贸区"));
        add(A, 10, 1, "上海自贸试验区一站式监管", 1);
        add(A, 11, 2, "上海自贸试验区退货一站式监管", 1);
        Follower follower =
                window.followLast(5, event -> filter.takes(event.facts())).orElseThrow();
        add(A, 12, 3, "天津自贸试验区一站式监管", 1);
        add(A, 13, 4, "上海自貿試驗區“一站式”監管", 1);

        assertThat(taken(follower)).containsExactly("A10", "A13");
    }

    private void add(TopicPartition partition, long offset, int second) {
        add(partition, offset, second, "通关", 1);
    }

    private void add(TopicPartition partition, long offset, int second, String text, int size) {
        Instant at = Instant.EPOCH.plusSeconds(second);
        Set<String> none = Set.of();
        window.add(new LiveEvent(
                partition,
                offset,
                new Facts(
                        new EventAttributes(EventKind.CASE_PUBLISHED, Set.of(), none, none, none, none, null, null),
                        Content.of(List.of(text))),
                size,
                new LiveEvent.Line("id", "type", "subject", 1, null, at, at, false)));
    }

    private static List<String> taken(Follower follower) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        for (Optional<StreamItem> next = follower.next(0, TimeUnit.SECONDS);
                next.isPresent();
                next = follower.next(0, TimeUnit.SECONDS)) {
            taken.add(
                    switch (next.get()) {
                        case LiveEvent event -> (event.partition().equals(A) ? "A" : "B") + event.offset();
                        case Gap gap -> gap.reason().name();
                    });
        }
        return taken;
    }
}
