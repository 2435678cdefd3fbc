package io.casewire.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.wire.WireJson;
import io.casewire.notify.digest.Digest;
import io.casewire.notify.digest.Digest.Kind;
import io.casewire.notify.rhythm.DigestSettings;
import io.casewire.notify.rhythm.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DigestBodiesTests {
    private static final Instant NOW = Instant.parse("2026-11-30T00:30:00Z");
    private static final DigestSettings SETTINGS = Settings.with(Map.of("part", "4KB", "in-full", "5"));

    @Test
    void givesAWebhookAllInPartsOfBoundedSize() {
        List<JsonNode> parts = parts(true, 20, 1000);

        assertThat(parts).hasSize(5);
        List<String> told = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            JsonNode data = parts.get(i).path("data");
            assertThat(data.path("part").asInt()).isEqualTo(i + 1);
            assertThat(data.path("parts").asInt()).isEqualTo(parts.size());
            assertThat(data.path("count").asInt()).isEqualTo(20);
            assertThat(data.path("types").path("casewire.case.published.v1").asInt())
                    .isEqualTo(20);
            assertThat(parts.get(i).toString().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThan(5500);
            data.path("events").forEach(event -> told.add(event.path("id").asString()));
        }
        assertThat(told).hasSize(20).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void listsWhatIsLongerThanAPart() {
        JsonNode data = parts(true, 1, 9000).getFirst().path("data");

        assertThat(data.path("events")).isEmpty();
        assertThat(data.path("listed").get(0).path("eventId").asString()).isEqualTo("e00");
        assertThat(data.path("listed").get(0).path("delivery").asString()).startsWith("dlv-");
    }

    @Test
    void givesAPersonOneMessageWithTheNumberOfTheOthers() {
        List<JsonNode> parts = parts(false, 20, 9000);

        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().at("/data/events")).hasSize(5);
        assertThat(parts.getFirst().at("/data/left").asInt()).isEqualTo(15);
        assertThat(parts.getFirst().at("/data/count").asInt()).isEqualTo(20);
    }

    private static List<JsonNode> parts(boolean whole, int events, int size) {
        List<Delivery> entries = IntStream.range(0, events)
                .mapToObj(i -> FakeDeliveries.pending("e%02d".formatted(i), "s", "海关", "https://one", NOW))
                .toList();
        Digest digest = new Digest(
                "dig-1",
                "s",
                "s",
                "海关",
                1,
                Kind.DAY,
                null,
                "Asia/Shanghai",
                NOW.minusSeconds(86_400),
                NOW,
                1,
                false,
                false,
                NOW,
                entries.stream().map(Delivery::id).toList(),
                List.of());
        DigestBodies bodies = new DigestBodies(digest, SETTINGS, whole);
        bodies.add(
                entries, ids -> ids.stream().collect(Collectors.toMap(id -> id, id -> "{\"id\":\"%s\",\"text\":\"%s\"}"
                        .formatted(id, "x".repeat(size)))));
        return bodies.all().stream().map(WireJson.mapper()::readTree).toList();
    }
}
