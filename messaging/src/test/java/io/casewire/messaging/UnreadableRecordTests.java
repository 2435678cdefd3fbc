package io.casewire.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places in the log, as Kafka's client names them and as an operator does. */
class UnreadableRecordTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Record batch for partition casewire.case.rule-of-law-0 at offset 5 is invalid, cause: x | casewire.case.rule-of-law/0@5",
                "Record for partition casewire.link-11 at offset 5 is invalid, cause: x | casewire.link/11@5",
                "Encountered corrupt message when fetching offset 7 for topic-partition casewire.link-0 | casewire.link/0@7",
                "Unexpected error code 87 while fetching at offset 6 from topic-partition casewire.link-0 | casewire.link/0@6",
            })
    void isReadFromWhatTheClientSays(String message, String place) {
        assertThat(UnreadableRecord.of(new KafkaException(message), _ -> -1L))
                .hasValueSatisfying(record -> assertThat(record.position()).hasToString(place));
    }

    @Test
    void takesTheInnermostPlaceAndReason() {
        KafkaException failure = new KafkaException(
                "Received exception when fetching the next record from casewire.link-0. If needed, please seek past the record",
                new KafkaException("Record batch for partition casewire.link-0 at offset 5 is invalid, cause: crc"));

        assertThat(UnreadableRecord.of(failure, _ -> 8L)).hasValueSatisfying(record -> {
            assertThat(record.position()).isEqualTo(new TopicPosition("casewire.link", 0, 5));
            assertThat(record.reason()).endsWith("crc");
        });
    }

    @Test
    void takesThePositionWhereTheClientNamesThePartitionOnly() {
        KafkaException failure = new KafkaException(
                "Received exception when fetching the next record from casewire.link-0. If needed, please seek past the record",
                new CorruptRecordException("Invalid magic found in record: -3"));

        assertThat(UnreadableRecord.of(failure, _ -> 8L)).hasValueSatisfying(record -> {
            assertThat(record.position()).isEqualTo(new TopicPosition("casewire.link", 0, 8));
            assertThat(record.reason()).isEqualTo("Invalid magic found in record: -3");
        });
    }

    @Test
    void isNoneWhereTheFailureIsAboutNoPlace() {
        assertThat(UnreadableRecord.of(new KafkaException("Failed to construct kafka consumer"), _ -> 1L))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "casewire.link/0@5, casewire.link, 0, 5, 6",
        "casewire.link/0@5, casewire.link, 0, 6, -1",
        "casewire.link/0@5, casewire.link, 1, 5, -1",
        "casewire.link/0@5, casewire.task, 0, 5, -1",
        "casewire.link/0@5-9, casewire.link, 0, 5, 10",
        "casewire.link/0@5-9, casewire.link, 0, 7, 10",
        "casewire.link/0@5-9, casewire.link, 0, 10, -1",
    })
    void goesOnBehindWhatAnOperatorGaveUp(String given, String topic, int partition, long offset, long next) {
        assertThat(Skips.of(List.of(given))
                        .behind(new TopicPosition(topic, partition, offset))
                        .orElse(-1))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "casewire.link",
        "casewire.link/0",
        "casewire.link@5",
        "casewire.link/0@",
        "casewire.link/0@9-5",
        "casewire.link/0@x"
    })
    void refusesAPlaceThatIsNotOfTheForm(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Skips.of(List.of(given)))
                .withMessageContaining(given);
    }
}
