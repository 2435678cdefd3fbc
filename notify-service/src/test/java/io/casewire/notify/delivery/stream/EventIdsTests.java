package io.casewire.notify.delivery.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdsTests {
    private static final TopicPartition TRADE = new TopicPartition("casewire.case.trade", 0);
    private static final TopicPartition OBLIGATION = new TopicPartition("casewire.obligation", 1);
    private static final TopicIds LOG = ids();

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "127, 128", "16384, 1", "2147483648, 9007199254740993", "9223372036854775807, 5"})
    void readsBackEveryPlace(long trade, long obligation) {
        StreamPositions place = StreamPositions.of(Map.of(TRADE, trade, OBLIGATION, obligation));

        assertThat(EventIds.decode(EventIds.encode(place, LOG), LOG)).isEqualTo(new EventIds.Known(place));
    }

    @Test
    void isShortEnoughForAHeaderWithEveryTopicInUse() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Topic<?> topic : shown()) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                offsets.put(new TopicPartition(topic.name(), partition), 1_000_000_000L);
            }
        }

        assertThat(EventIds.encode(StreamPositions.of(offsets), LOG))
                .hasSizeLessThan(300)
                .matches("[A-Za-z0-9_-]+");
    }

    @Test
    void knowsTopicsOfAnotherLogForSuch() {
        String id = EventIds.encode(StreamPositions.of(Map.of(TRADE, 5L)), ids());

        assertThat(EventIds.decode(id, LOG)).isEqualTo(new EventIds.OtherLog());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AQ", "casewire.case.trade/0/17", "%%", "AQAAAAAA", "通关"})
    void takesNothingElseForAnId(String id) {
        assertThat(EventIds.decode(id, LOG)).isEqualTo(new EventIds.Unknown());
    }

    @Test
    void takesNoIdThatWasChangedOrCut() {
        String id = EventIds.encode(StreamPositions.of(Map.of(TRADE, 5L, OBLIGATION, 70_000L)), LOG);
        byte[] bytes = Base64.getUrlDecoder().decode(id);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 0x10;
            assertThat(EventIds.decode(text(changed), LOG)).isEqualTo(new EventIds.Unknown());
            assertThat(EventIds.decode(text(java.util.Arrays.copyOf(bytes, i)), LOG))
                    .isEqualTo(new EventIds.Unknown());
        }
        assertThat(EventIds.decode("A".repeat(EventIds.MAX_LENGTH + 1), LOG)).isEqualTo(new EventIds.Unknown());
    }

    @Test
    void movesOneReaderWithoutMovingAnother() {
        StreamPositions place = StreamPositions.of(Map.of(TRADE, 5L));

        assertThat(place.at(TRADE, 6).in(TRADE)).isEqualTo(6);
        assertThat(place.atLeast(TRADE, 3)).isEqualTo(place);
        assertThat(place.in(TRADE)).isEqualTo(5);
        assertThat(place.in(OBLIGATION)).isZero();
        assertThat(place.at(TRADE, 0)).isEqualTo(StreamPositions.BEGINNING);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static TopicIds ids() {
        Map<String, Uuid> ids = new HashMap<>();
        shown().forEach(topic -> ids.put(topic.name(), Uuid.randomUuid()));
        return new TopicIds(ids);
    }

    private static List<Topic<? extends Event>> shown() {
        return Topics.all().stream()
                .filter(topic -> ShownTopics.NAMES.contains(topic.name()))
                .toList();
    }
}
