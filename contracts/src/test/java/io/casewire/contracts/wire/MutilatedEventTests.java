package io.casewire.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Events of which something is missing or of another kind are events still, or are told to be none; a reader never meets anything else. */
class MutilatedEventTests {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
    private static final List<JsonNode> OTHERS = List.of(
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.stringNode(""),
            JsonNodeFactory.instance.numberNode(0),
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.arrayNode());

    static Stream<Event> examples() {
        return Examples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isReadOrRefused(Event example) {
        ConsumerRecord<String, byte[]> whole = written(example);
        JsonNode root = WireJson.mapper().readTree(whole.value());
        List<String> wrong = new ArrayList<>();
        read(whole, JsonNodeFactory.instance.objectNode(), "all of it", wrong);
        mutilate(root, "", () -> read(whole, root, "", wrong), wrong);
        assertThat(wrong).isEmpty();
    }

    /** Tries each property and element without, and as something else, one at a time. */
    private static void mutilate(JsonNode node, String path, Runnable read, List<String> wrong) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                mutilate(value, path + '/' + name, read, wrong);
                object.remove(name);
                at(path + '/' + name + " is missing", read, wrong);
                for (JsonNode other : OTHERS) {
                    object.set(name, other);
                    at(path + '/' + name + " is " + other, read, wrong);
                }
                object.set(name, value);
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            JsonNode value = array.get(0);
            mutilate(value, path + "/0", read, wrong);
            for (JsonNode other : OTHERS) {
                array.set(0, other);
                at(path + "/0 is " + other, read, wrong);
            }
            array.set(0, value);
        }
    }

    private static void at(String what, Runnable read, List<String> wrong) {
        int before = wrong.size();
        read.run();
        if (wrong.size() > before) {
            wrong.set(before, what + ": " + wrong.get(before));
        }
    }

    private static void read(ConsumerRecord<String, byte[]> whole, JsonNode json, String what, List<String> wrong) {
        Topic<? extends Event> topic = Topics.named(whole.topic()).orElseThrow();
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                whole.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                whole.key(),
                WireJson.mapper().writeValueAsBytes(json),
                whole.headers(),
                whole.leaderEpoch());
        try {
            assertThat(EventCodec.decode(topic, record).event().key()).isEqualTo(whole.key());
        } catch (UndecodableEvent refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        } catch (RuntimeException | StackOverflowError e) {
            wrong.add(what + e);
        }
    }

    private static ConsumerRecord<String, byte[]> written(Event example) {
        return Topics.all().stream()
                .filter(topic -> topic.valueType().isInstance(example))
                .flatMap(topic -> written(topic, example).stream())
                .findFirst()
                .orElseThrow();
    }

    private static <E extends Event> List<ConsumerRecord<String, byte[]>> written(Topic<E> topic, Event example) {
        try {
            E event = topic.valueType().cast(example);
            ProducerRecord<String, byte[]> sent =
                    EventCodec.encode(topic, Envelope.now(event, URI.create("urn:example"), NOW, "upload-1", false));
            ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
            sent.headers().forEach(record.headers()::add);
            return List.of(record);
        } catch (InvalidEvent anotherDomain) {
            return List.of();
        }
    }
}
