package io.casewire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ReceivedTests {
    private static final String TOPIC = "casewire.case.trade";

    static Stream<String> types() {
        return WireNames.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyGoldenEventIsKnown(String type) {
        Class<? extends Event> expected = WireNames.typeOf(type).orElseThrow();
        ObjectNode golden = Samples.golden(type);
        String key = WireJson.mapper().treeToValue(golden, expected).key();

        Received received = Received.of(Samples.read(Samples.record("any", type, key, golden)));

        assertThat(received).isInstanceOfSatisfying(Received.Known.class, known -> {
            assertThat(known.event()).isInstanceOf(expected);
            assertThat(known.key()).isEqualTo(key);
        });
    }

    @Test
    void anEventHasTheAttributesOfItsHeaders() {
        Received received = Received.of(Samples.read(Samples.published(TOPIC, 1, 3, "标题")));

        assertThat(received).isInstanceOfSatisfying(Received.Known.class, known -> {
            assertThat(known.attributes())
                    .containsEntry("id", Samples.key(1) + "@3")
                    .containsEntry("datacontenttype", "application/json")
                    .containsEntry("correlationid", "upl-1");
            assertThat(known.envelope().time()).hasToString("2026-03-04T05:06:07.300Z");
            assertThat(known.envelope().recordedTime()).hasToString("2026-03-04T05:06:08Z");
            assertThat(known.envelope().backfill()).isTrue();
            assertThat(known.event()).isInstanceOfSatisfying(CaseEvent.class, of -> assertThat(
                            of.content().title())
                    .isEqualTo("标题"));
        });
    }

    @Test
    void valuesAndPropertiesThatWereAddedLaterAreOtherOrAbsentAndInTheJson() {
        ObjectNode event = Samples.golden(Samples.PUBLISHED);
        ObjectNode content = (ObjectNode) event.get("case");
        content.putArray("domains").add("space-travel");
        content.put("originality", "PLANET_FIRST").put("mood", "glad");
        String key = content.get("id").asString();

        Received received =
                Received.of(Samples.read(Samples.record("casewire.case.space-travel", Samples.PUBLISHED, key, event)));

        assertThat(received).isInstanceOfSatisfying(Received.Known.class, known -> {
            assertThat(known.event()).isInstanceOfSatisfying(CaseEvent.class, of -> {
                assertThat(of.content().domains()).containsExactly(Domain.OTHER);
                assertThat(of.content().originality()).isNull();
            });
            assertThat(known.json()).contains("space-travel", "PLANET_FIRST", "\"mood\":\"glad\"");
        });
    }

    @Test
    void aTypeThatWasAddedLaterIsUnknownWithItsJson() {
        ObjectNode event = Samples.golden(Samples.PUBLISHED);

        Received received =
                Received.of(Samples.read(Samples.record(TOPIC, "casewire.case.merged.v1", "case-1", event)));

        assertThat(received).isInstanceOfSatisfying(Received.Unknown.class, unknown -> {
            assertThat(unknown.key()).isEqualTo("case-1");
            assertThat(unknown.json()).isEqualTo(event.toString());
            assertThat(unknown.reason()).contains("casewire.case.merged.v1");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "7",
                "{}",
                "{\"revision\":1}",
                "{\"revision\":1,\"case\":null}",
                "{\"revision\":1,\"case\":{}}",
                "{\"revision\":1,\"case\":{\"id\":\"x\"}}",
                "\u0000\u0001"
            })
    void whatIsNoEventIsUnknownAndNeverAnException(String json) {
        ConsumerRecord<String, byte[]> record = Samples.read(Samples.published(TOPIC, 1, 1, "a"));
        ConsumerRecord<String, byte[]> broken =
                new ConsumerRecord<>(TOPIC, 0, 0, record.key(), json.getBytes(StandardCharsets.UTF_8));
        record.headers().forEach(header -> broken.headers().add(header));

        assertThat(Received.of(broken))
                .isInstanceOfSatisfying(Received.Unknown.class, unknown -> assertThat(unknown.json())
                        .isEqualTo(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_time"})
    void aRecordWithoutAHeaderThatIsNeededIsUnknown(String header) {
        ProducerRecord<String, byte[]> record = Samples.published(TOPIC, 1, 1, "a");
        record.headers().remove(header);

        assertThat(Received.of(Samples.read(record)))
                .isInstanceOfSatisfying(Received.Unknown.class, unknown -> assertThat(unknown.reason())
                        .contains(header + " is missing"));
    }

    @Test
    void anEventUnderAnothersKeyIsUnknown() {
        ProducerRecord<String, byte[]> record = Samples.published(TOPIC, 1, 1, "a");
        ConsumerRecord<String, byte[]> other = new ConsumerRecord<>(TOPIC, 0, 0, Samples.key(2), record.value());
        record.headers().forEach(header -> other.headers().add(header));

        assertThat(Received.of(other)).isInstanceOf(Received.Unknown.class);
    }

    @Test
    void aRecordWithoutValueIsATombstone() {
        assertThat(Received.of(new ConsumerRecord<>(TOPIC, 0, 0, "case-1", null)))
                .isEqualTo(new Received.Tombstone("case-1"));
    }

    @Test
    void theDeserializerReadsTheSameAndLeavesTombstonesToKafka() {
        ConsumerRecord<String, byte[]> record = Samples.read(Samples.published(TOPIC, 1, 1, "a"));
        EventDeserializer deserializer = new EventDeserializer();

        assertThat(deserializer.deserialize(TOPIC, record.headers(), record.value()))
                .isEqualTo(Received.of(record));
        assertThat(deserializer.deserialize(TOPIC, record.headers(), (byte[]) null))
                .isNull();
        assertThat(deserializer.deserialize(TOPIC, record.value())).isInstanceOf(Received.Unknown.class);
    }
}
