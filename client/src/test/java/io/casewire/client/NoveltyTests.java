package io.casewire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoveltyTests {
    private final Novelty novelty = new Novelty(Seen.inMemory(2));

    @Test
    void aRevisionIsNewOnceAndNoneAfterANewerOne() {
        assertThat(isNewThenNoted(event(1, 2), at("trade", 5))).isTrue();

        assertThat(novelty.isNew(event(1, 2), at("trade", 6))).isFalse();
        assertThat(novelty.isNew(event(1, 1), at("trade", 7))).isFalse();
        assertThat(novelty.isNew(event(1, 1), at("finance", 0))).isFalse();
        assertThat(novelty.isNew(event(1, 3), at("trade", 8))).isTrue();
        assertThat(novelty.isNew(event(2, 1), at("trade", 9))).isTrue();
    }

    @Test
    void anEventOfAnUnknownTypeCountsByTheRevisionInItsId() {
        assertThat(isNewThenNoted(unknown("case-1@2"), at("trade", 1))).isTrue();

        assertThat(novelty.isNew(unknown("case-1@2"), at("trade", 2))).isFalse();
        assertThat(novelty.isNew(unknown("case-1@3"), at("trade", 2))).isTrue();
        assertThat(novelty.isNew(unknown("something else"), at("trade", 2))).isTrue();
    }

    @Test
    void aTombstoneIsNewWhereTheCaseWasReadLast() {
        Received.Tombstone gone = new Received.Tombstone(Samples.key(1));
        assertThat(novelty.isNew(gone, at("trade", 1))).isTrue();

        assertThat(isNewThenNoted(event(1, 1), at("trade", 2))).isTrue();
        assertThat(novelty.isNew(gone, at("trade", 3))).isTrue();
    }

    @Test
    void aTombstoneTakesNothingAwayThatLivesElsewhereOrCameBack() {
        Received.Tombstone gone = new Received.Tombstone(Samples.key(1));
        isNewThenNoted(event(1, 2), at("finance", 0));
        assertThat(novelty.isNew(gone, at("trade", 3))).isFalse();

        isNewThenNoted(event(1, 3), at("trade", 7));
        assertThat(novelty.isNew(gone, at("trade", 3))).isFalse();
    }

    @Test
    void aBoundedMemoryForgetsWhatWasUsedLongestAgo() {
        isNewThenNoted(event(1, 1), at("trade", 0));
        isNewThenNoted(event(2, 1), at("trade", 1));
        assertThat(novelty.isNew(event(1, 1), at("trade", 2))).isFalse();
        isNewThenNoted(event(3, 1), at("trade", 3));

        assertThat(novelty.isNew(event(1, 1), at("trade", 4))).isFalse();
        assertThat(novelty.isNew(event(2, 1), at("trade", 5))).isTrue();
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        Retries retries = new Retries(9, Duration.ofMillis(100), Duration.ofMillis(350));

        assertThat(retries.pauseAfter(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(retries.pauseAfter(2)).isEqualTo(Duration.ofMillis(200));
        assertThat(retries.pauseAfter(3)).isEqualTo(Duration.ofMillis(350));
        assertThat(retries.pauseAfter(60)).isEqualTo(Duration.ofMillis(350));
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Seen.inMemory(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Retries(0, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Retries(1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Connection(Map.of("bootstrap.servers", "a:1")))
                .hasMessageContaining("group.id");
    }

    private boolean isNewThenNoted(Received received, Position at) {
        boolean isNew = novelty.isNew(received, at);
        novelty.note(received, at);
        return isNew;
    }

    private static Received event(int number, long revision) {
        return Received.of(Samples.read(Samples.published("any", number, revision, "a")));
    }

    private static Received unknown(String id) {
        return new Received.Unknown("case-1", Map.of("id", id), "{}", "why");
    }

    private static Position at(String topic, long offset) {
        return new Position(topic, 0, offset);
    }
}
