package io.casewire.messaging.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.messaging.continuity.Verdict.LogLost;
import io.casewire.messaging.continuity.Verdict.Sound;
import io.casewire.messaging.continuity.Verdict.StoreLost;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class VerdictTests {
    private static final Instant SEEN = Instant.parse("2031-03-04T05:06:07Z");
    private static final TopicPartition TASKS = new TopicPartition("casewire.task", 0);
    private static final TopicPartition LINKS = new TopicPartition("casewire.link", 0);

    @Test
    void anEmptyStoreBesideAnEmptyLogIsABeginning() {
        assertThat(Verdict.of(null, false, log("one", 0, 0), true)).isInstanceOf(Sound.class);
        assertThat(Verdict.of(null, false, log("one", 0, 0), false)).isInstanceOf(Sound.class);
    }

    @Test
    void aReaderThatHasReadNothingYetBeginsOnAFullLog() {
        assertThat(Verdict.of(null, false, log("one", 500, 0), true)).isInstanceOf(Sound.class);
    }

    @Test
    void aReadersEmptyStoreIsALossWhereItsGroupsHaveRead() {
        assertThat(Verdict.of(null, false, log("one", 500, 120), true))
                .isInstanceOfSatisfying(
                        StoreLost.class, lost -> assertThat(lost.missing()).contains("120 events"));
    }

    @Test
    void theEmptyStoreOfTheServiceThatAllEventsComeFromIsALossWhereThereAreEvents() {
        assertThat(Verdict.of(null, false, log("one", 500, 0), false))
                .isInstanceOfSatisfying(
                        StoreLost.class, lost -> assertThat(lost.missing()).contains("500 events"));
    }

    @Test
    void aStoreFromBeforeItRememberedLogsIsNoLoss() {
        assertThat(Verdict.of(null, true, log("one", 500, 120), true)).isInstanceOf(Sound.class);
    }

    @Test
    void aLogThatGrewIsTheSame() {
        assertThat(Verdict.of(memory("one", 500), true, log("one", 501, 120), true))
                .isInstanceOf(Sound.class);
    }

    @Test
    void anotherClusterIsALossHoweverMuchItHolds() {
        assertThat(Verdict.of(memory("one", 500), true, log("two", 900, 0), true))
                .isInstanceOfSatisfying(LogLost.class, lost -> assertThat(lost.missing())
                        .contains("cluster two with 900 events", "cluster one and 500 events", SEEN.toString()));
    }

    @Test
    void aPartitionThatEndsEarlierIsNamedWithBothEnds() {
        Memory memory = new Memory("one", Map.of(TASKS, 40L, LINKS, 7L), SEEN);
        LogState log = new LogState("one", Map.of(TASKS, 38L, LINKS, 9L), 0, true);

        assertThat(Verdict.of(memory, true, log, true))
                .isInstanceOfSatisfying(LogLost.class, lost -> assertThat(lost.missing())
                        .contains("casewire.task-0: 38 instead of 40")
                        .doesNotContain("casewire.link"));
    }

    @Test
    void aTopicThatIsGoneIsALoss() {
        assertThat(Verdict.of(memory("one", 3), true, new LogState("one", Map.of(), 0, true), true))
                .isInstanceOfSatisfying(
                        LogLost.class, lost -> assertThat(lost.missing()).contains("casewire.task-0: 0 instead of 3"));
    }

    @Test
    void aDecisionOnOneLossIsNoneOnTheNext() {
        assertThat(key(memory("one", 3), log("two", 0, 0)))
                .isEqualTo(key(memory("one", 3), log("two", 5, 0)))
                .isNotEqualTo(key(memory("one", 3), log("three", 0, 0)));
    }

    private static String key(Memory memory, LogState log) {
        return ((LogLost) Verdict.of(memory, true, log, true)).key();
    }

    private static Memory memory(String cluster, long events) {
        return new Memory(cluster, Map.of(TASKS, events), SEEN);
    }

    private static LogState log(String cluster, long events, long read) {
        return new LogState(cluster, Map.of(TASKS, events), read, true);
    }
}
