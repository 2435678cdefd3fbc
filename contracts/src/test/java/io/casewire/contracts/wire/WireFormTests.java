package io.casewire.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.parsed.Quantity;
import io.casewire.contracts.topic.Topics;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Times and numbers have one form, so that text order is right and a receiver that writes JSON anew writes the same bytes. */
class WireFormTests {
    @ParameterizedTest
    @CsvSource({
        "2026-03-04T05:06:07Z,           2026-03-04T05:06:07.000Z",
        "2026-03-04T05:06:07.3Z,         2026-03-04T05:06:07.300Z",
        "2026-03-04T05:06:07.089Z,       2026-03-04T05:06:07.089Z",
        "2026-03-04T05:06:07.089999Z,    2026-03-04T05:06:07.089Z",
        "2026-03-04T05:06:07.999999999Z, 2026-03-04T05:06:07.999Z",
        "2026-03-04T00:00:00Z,           2026-03-04T00:00:00.000Z",
    })
    void aTimeHasThreeDigitsOfASecond(Instant time, String written) {
        assertThat(WireJson.mapper().writeValueAsString(List.of(time))).isEqualTo("[\"" + written + "\"]");
        ProducerRecord<String, byte[]> sent = sent(time);
        assertThat(header(sent, "ce_time")).isEqualTo(written);
        assertThat(header(sent, "ce_recordedtime")).isEqualTo(written);
        assertThat(sent.headers().headers("ce_time")).hasSize(1);
    }

    @Test
    void anEnvelopeIsReadBackAsItWasMadeHoweverFineItsClock() {
        Envelope<LinkEvent> made = Envelope.now(
                (LinkEvent) example(LinkEvent.class),
                URI.create("/casewire/test"),
                Instant.parse("2026-03-04T05:06:07.089123456Z"),
                "upload-1",
                false);
        ProducerRecord<String, byte[]> sent = EventCodec.encode(Topics.LINK, made);
        ConsumerRecord<String, byte[]> received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        assertThat(EventCodec.decode(Topics.LINK, received)).isEqualTo(made);
    }

    @Test
    void anOutlineOfAnObligationTellsTheDeadlineAndNobodysNameOrReason() {
        assertThat(Examples.all())
                .filteredOn(ObligationEvent.class::isInstance)
                .hasSize(8)
                .allSatisfy(event -> {
                    assertThat(WireJson.mapper().writeValueAsString(event)).contains("王芳", "省推进办会议确定");
                    assertThat(WireJson.mapper().writeValueAsString(((ObligationEvent) event).outline()))
                            .doesNotContain("王芳", "省推进办会议确定")
                            .contains("\"dueOn\":\"2026-06-30\"", "\"workingDays\":30");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "0.0, 0",
        "-0.0, 0",
        "-3.0, -3",
        "0.85, 0.85",
        "100.0, 100",
        "1.5E10, 15000000000",
        "1.0E-5, 0.00001",
        "1.234E-6, 0.000001234",
        "1.5E-7, 1.5e-7",
        "1.0E-7, 1e-7",
        "1.0E20, 100000000000000000000",
        "1.0E21, 1e+21",
        "1.25E22, 1.25e+22",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "12345678.9, 12345678.9"
    })
    void aNumberIsWrittenInItsShortestForm(double value, String written) {
        assertThat(WireJson.mapper().writeValueAsString(value)).isEqualTo(written);
        assertThat(WireJson.mapper().writeValueAsString(new BigDecimal(Double.toString(value))))
                .isEqualTo(written);
        assertThat(WireJson.mapper().readValue(written, Double.class)).isEqualTo(value + 0.0);
    }

    @ParameterizedTest
    @CsvSource({
        "50.00, 50",
        "12.50, 12.5",
        "0.000, 0",
        "1E+3, 1000",
        "-7.10, -7.1",
        "12345678901234567890.50, 12345678901234567890.5"
    })
    void aDecimalHasNoZerosAtItsEnd(BigDecimal value, String written) {
        assertThat(WireJson.mapper().writeValueAsString(value)).isEqualTo(written);
    }

    @Test
    void whatIsWrittenIsWhatTheTreeHolds() {
        JsonNode tree = WireJson.mapper().valueToTree(List.of(1.0, new BigDecimal("50.00"), 0.85, 1.0E-7));
        assertThat(tree).isEqualTo(WireJson.mapper().readTree("[1,50,0.85,1e-7]"));
        assertThat(WireJson.mapper().writeValueAsString(tree)).startsWith("[1,50,0.85,");
        assertThat(WireJson.mapper().writeValueAsString(new BigInteger("123456789012345678901")))
                .isEqualTo("123456789012345678901");
    }

    @Test
    void twoQuantitiesOfOneNumberAreOne() {
        assertThat(new Quantity(new BigDecimal("12.50"), "小时")).isEqualTo(new Quantity(new BigDecimal("12.5"), "小时"));
        assertThat(new Quantity(new BigDecimal("1E+2"), "小时")).isEqualTo(new Quantity(new BigDecimal("100"), "小时"));
    }

    static List<Event> examples() {
        return Examples.all();
    }

    /** As JavaScript's JSON.parse and JSON.stringify do it: every number of an event comes out as it went in. */
    @ParameterizedTest
    @MethodSource("examples")
    void anEventHoldsNoNumberWithAZeroAtItsEnd(Event example) {
        assertThat(WireJson.mapper().writeValueAsString(example)).doesNotContainPattern("[:,\\[]-?\\d+\\.\\d*0[,}\\]]");
    }

    @Test
    void aRegionsRoleIsReadByItsOlderNameToo() {
        assertThat(WireJson.mapper().readValue("\"SOURCE\"", Role.class)).isEqualTo(Role.ORIGIN);
        assertThat(WireJson.mapper().writeValueAsString(Role.ORIGIN)).isEqualTo("\"ORIGIN\"");
    }

    private static ProducerRecord<String, byte[]> sent(Instant time) {
        return EventCodec.encode(
                Topics.DELIVERY,
                Envelope.now(
                        (DeliveryEvent) example(DeliveryEvent.class),
                        URI.create("/casewire/test"),
                        time,
                        "upload-1",
                        false));
    }

    private static Event example(Class<? extends Event> type) {
        return Examples.all().stream().filter(type::isInstance).findFirst().orElseThrow();
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
