package io.casewire.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.ObligationEvent.ObligationMoved;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class EventRulesTests {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

    static List<Event> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void takesEveryExample(Event event) {
        assertThat(EventRules.violation(topic(event), event)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/revision                        | -1                            | revision is -1",
                "/revision                        | 0                             | revision is 0",
                "/revision                        | 9223372036854775807           | revision is 9223372036854775807",
                "/case/title                      | \"*900000\"                   | case.title has 900000 characters; at most 2000",
                "/case/printedTitle               | \"*2001\"                     | case.printedTitle has 2001 characters",
                "/case/category                   | \"*1001\"                     | case.category has 1001 characters",
                "/case/originUnits/0              | \"*1001\"                     | case.originUnits[0] has 1001 characters",
                "/case/practice/text              | \"*1000001\"                  | case.practice.text has 1000001 characters",
                "/case/path                       | [*10001]                      | case.path has 10001 values",
                "/case/domainConfidence           | 1.5                           | case.domainConfidence is 1.5",
                "/case/domainConfidence           | -0.1                          | case.domainConfidence is -0.1",
                "/case/metrics/0/before/value     | 1e100                         | case.metrics[0].before.value has more than 60 digits",
                "/case/metrics/0/asOf             | \"+99999-01\"                 | case.metrics[0].asOf is '+99999-01'",
                "/case/promotion/since            | \"tomorrow\"                  | case.promotion.since is 'tomorrow'",
                "/document/issuedOn               | \"9999-99-99\"                | document.issuedOn is '9999-99-99'",
                "/case/domains/0                  | \"finance\"                   | domain 'finance' does not belong on casewire.case.trade",
                "/case/id                         | \"case-1\"                    | Not an id",
                "/document/id                     | \"doc-x\"                     | Not an id",
            })
    void rejectsAnEventThatBreaksARule(String pointer, String value, String reason) {
        CasePublished event = example(CasePublished.class);

        assertThatThrownBy(() -> EventCodec.decode(Topics.cases(Domain.TRADE), changed(event, pointer.strip(), value)))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/obligation/regionCode | \"43\"                             | obligation.regionCode is '43'",
                "/obligation/dueOn      | \"+999999999-01-01\"               | obligation.dueOn is +999999999-01-01",
                "/obligation/caseRevision | 0                                | obligation.caseRevision is 0",
                "/step/at               | \"+1000000000-12-31T23:59:59Z\"    | step.at is +1000000000-12-31T23:59:59Z",
            })
    void rejectsAnObligationThatBreaksARule(String pointer, String value, String reason) {
        ObligationMoved event = example(ObligationMoved.class);

        assertThatThrownBy(() -> EventCodec.decode(Topics.OBLIGATION, changed(event, pointer.strip(), value)))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "ce_time          | 1969-12-31T23:59:59Z | ce_time is 1969-12-31T23:59:59Z",
                "ce_time          | 2100-01-01T00:00:00Z | ce_time is 2100-01-01T00:00:00Z",
                "ce_recordedtime  | +1000000000-12-31T23:59:59.999999999Z | ce_recordedtime is +1000000000",
                "ce_recordedtime  | yesterday | yesterday",
                "ce_id            | something@1 | ce_id is 'something@1'",
                "ce_backfill      | yes | ce_backfill is 'yes'",
                "ce_correlationid | ^ ^ | correlationid",
            })
    void rejectsAnEnvelopeThatBreaksARule(String header, String value, String reason) {
        ConsumerRecord<String, byte[]> record = received(sent(example(CasePublished.class)));
        record.headers().remove(header);
        record.headers().add(header, value.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> EventCodec.decode(Topics.cases(Domain.TRADE), record))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining(reason);
    }

    @Test
    void publishesNothingThatItWouldReject() {
        CasePublished event = example(CasePublished.class);
        CasePublished worse = new CasePublished(event.content(), -1, event.document());
        Envelope<CasePublished> late =
                new Envelope<>(event, event.eventId(), URI.create("/t"), EventRules.END, EventRules.END, "c", false);

        assertThatThrownBy(() -> EventCodec.encode(Topics.cases(Domain.TRADE), envelope(worse)))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("revision is -1");
        assertThatThrownBy(() -> EventCodec.encode(Topics.cases(Domain.FINANCE), envelope(event)))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("casewire.case.finance");
        assertThatThrownBy(() -> EventCodec.encode(Topics.cases(Domain.TRADE), late))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("ce_time");
    }

    @ParameterizedTest
    @CsvSource({"gone, Not an id", "task-00000000000000000000000000, Not an id", ", missing"})
    void rejectsATombstoneOfNothingThatLivesThere(String key, String reason) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("casewire.case.trade", 0, 0, key, null);

        assertThatThrownBy(() -> EventCodec.tombstone(Topics.cases(Domain.TRADE), record))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining(reason);
    }

    @Test
    void takesATombstoneOfACase() {
        String key = example(CasePublished.class).key();

        assertThat(EventCodec.tombstone(
                        Topics.cases(Domain.TRADE), new ConsumerRecord<>("casewire.case.trade", 0, 0, key, null)))
                .isEqualTo(key);
    }

    private static <E extends Event> E example(Class<E> type) {
        return Examples.all().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Topic<? extends Event> topic(Event event) {
        return event instanceof io.casewire.contracts.event.CaseEvent of
                ? Topics.cases(of.content().firstDomain())
                : Topics.all().stream()
                        .filter(topic -> topic.valueType().isInstance(event))
                        .findFirst()
                        .orElseThrow();
    }

    // *N stands for N characters, or values
    private static ConsumerRecord<String, byte[]> changed(Event event, String pointer, String value) {
        JsonNode json = WireJson.mapper().readTree(WireJson.mapper().writeValueAsBytes(event));
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode next = value.startsWith("\"*")
                ? WireJson.mapper().getNodeFactory().stringNode("字".repeat(count(value)))
                : value.startsWith("[*")
                        ? WireJson.mapper().valueToTree(Collections.nCopies(count(value), "一"))
                        : WireJson.mapper().readTree(value);
        JsonNode parent = json.at(path.head());
        if (parent instanceof ArrayNode list) {
            list.set(path.last().getMatchingIndex(), next);
        } else {
            ((ObjectNode) parent).set(path.last().getMatchingProperty(), next);
        }
        ProducerRecord<String, byte[]> sent = sent(event);
        ProducerRecord<String, byte[]> forged = new ProducerRecord<>(
                sent.topic(), null, sent.key(), WireJson.mapper().writeValueAsBytes(json), sent.headers());
        if (pointer.equals("/revision")) {
            forged.headers().remove("ce_id");
            forged.headers().add("ce_id", (sent.key() + '@' + value).getBytes(StandardCharsets.UTF_8));
        }
        return received(forged);
    }

    private static int count(String value) {
        return Integer.parseInt(value.replaceAll("[^0-9]", ""));
    }

    private static ProducerRecord<String, byte[]> sent(Event event) {
        return send(topic(event), event);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Event> ProducerRecord<String, byte[]> send(Topic<E> topic, Event event) {
        return EventCodec.encode(topic, envelope((E) event));
    }

    private static <E extends Event> Envelope<E> envelope(E event) {
        return Envelope.now(event, URI.create("/casewire/test"), NOW, "upload-1", false);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        ConsumerRecord<String, byte[]> received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }
}
