package io.casewire.replication.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.embedded.SharedStore;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.replication.RunningService;
import io.casewire.replication.SampleCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class GazetteerFollowerIT {
    private static final String ZONES =
            "recorded,id,name,official_name,province,founded,aliases,source,reason,withdrawn\n";
    private static final String MEMBERS = "recorded,set,member,from,until,source,reason,withdrawn\n";

    @TempDir
    private Path folder;

    private final SampleCase zones =
            SampleCase.titled("试验区" + UUID.randomUUID()).promotedTo(PromotionScope.PILOT_ZONES, "2023-10-25");
    private final SampleCase unknown =
            SampleCase.titled("新设" + UUID.randomUUID()).promotedTo(PromotionScope.NAMED, "2024-01-01", "山西自贸试验区");
    private final SampleCase delta = named("长三角", "310000", "320000", "330000", "340000");
    private final SampleCase apart = named("长三角和江西", "310000", "320000", "330000", "340000", "360000");

    @Test
    void linesFollowTheOperatorsRowsAndARebuildGivesTheSame() throws IOException {
        String store = SharedStore.freshDatabase();
        String group = "gazetteer-" + UUID.randomUUID();
        try (RunningService built = RunningService.on(store, group)) {
            List.of(zones, unknown, delta, apart).forEach(sample -> built.publish(sample.published()));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(lines(built, zones)).hasSize(21);
                assertThat(lines(built, delta)).hasSize(4).allSatisfy(line -> {
                    assertThat(line.path("basis").path("rule").asString()).isEqualTo("MEMBER_OF_SET");
                    assertThat(line.path("basis").has("amendment")).isFalse();
                });
                assertThat(lines(built, apart)).hasSize(5);
            });
            assertThat(lines(built, unknown)).isEmpty();
        }
        write("");
        List<JsonNode> amended;
        try (RunningService told = RunningService.on(store, group, Gazetteer.with(folder))) {
            JsonNode row = line(told, zones, "659900").path("basis").path("amendment");
            assertThat(row.path("id").asString()).isEqualTo("ftz-xinjiang");
            assertThat(row.path("source").asString()).isEqualTo("国函〔2023〕样号");
            assertThat(lines(told, zones)).hasSize(22);
            assertThat(line(told, unknown, "149900").path("regionName").asString())
                    .isEqualTo("山西自贸试验区");
            assertThat(line(told, delta, "360000")
                            .path("basis")
                            .path("set")
                            .path("id")
                            .asString())
                    .isEqualTo("yangtze-delta");
            assertThat(line(told, apart, "360000").path("basis").path("rule").asString())
                    .isEqualTo("NAMED");
            assertThat(told.get("/api/replication/v1/sets/yangtze-delta?asOf=2022-12-31")
                            .body()
                            .path("members"))
                    .hasSize(4);
            assertThat(told.get("/api/replication/v1/sets/yangtze-delta?asOf=2023-01-01")
                            .body()
                            .path("members"))
                    .hasSize(5);
            JsonNode versions =
                    told.get("/api/replication/v1/sets/pilot-zones/versions").body();
            assertThat(versions.path("builtIn").asBoolean()).isTrue();
            assertThat(versions.path("items")).hasSize(2);
            amended = all(told);
        }
        try (RunningService rebuilt = RunningService.on(
                SharedStore.freshDatabase(), "gazetteer-" + UUID.randomUUID(), Gazetteer.with(folder))) {
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(all(rebuilt)).containsExactlyElementsOf(amended));
        }
        write("2024-06-01");
        try (RunningService withdrawn = RunningService.on(store, group, Gazetteer.with(folder))) {
            assertThat(lines(withdrawn, zones)).hasSize(21);
            assertThat(lines(withdrawn, unknown)).isEmpty();
            assertThat(lines(withdrawn, delta)).hasSize(4);
            JsonNode lapsed = withdrawn
                    .get("/api/replication/v1/obligations?lapsed=true&region=360000&case=" + delta.id())
                    .body()
                    .path("items")
                    .path(0);
            assertThat(lapsed.path("lapsed").asString()).isEqualTo("长三角 does not have this region on 2024-01-01");
        }
    }

    @Test
    void linesStayWhereTheOperatorsTablesAreMissing() throws IOException {
        String store = SharedStore.freshDatabase();
        String group = "gazetteer-" + UUID.randomUUID();
        write("");
        try (RunningService told = RunningService.on(store, group, Gazetteer.with(folder))) {
            told.publish(delta.published());
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(lines(told, delta)).hasSize(5));
        }
        try (RunningService without = RunningService.on(store, group)) {
            assertThat(lines(without, delta)).hasSize(5);
        }
    }

    private void write(String withdrawn) throws IOException {
        Files.writeString(
                folder.resolve("zones.csv"),
                ZONES + "2023-12-01,ftz-xinjiang,,,650000,2023-10-21,,国函〔2023〕样号,以批复之日为准," + withdrawn + "\n"
                        + "2024-01-02,ftz-shanxi,山西自贸试验区,中国（山西）自由贸易试验区,140000,2024-01-01,,国函〔2024〕样号,新设,"
                        + withdrawn + "\n");
        Files.writeString(
                folder.resolve("set-members.csv"),
                MEMBERS + "2023-12-01,yangtze-delta,360000,2023-01-01,,样文,江西加入," + withdrawn + "\n");
    }

    /** All but the times: the service that other tests share derives the same lines at times of its own. */
    private List<JsonNode> all(RunningService service) {
        return List.of(zones, unknown, delta, apart).stream()
                .flatMap(sample -> lines(service, sample).stream())
                .<JsonNode>map(line -> ((ObjectNode) line).without(List.of("derivedAt", "updatedAt")))
                .toList();
    }

    private static List<JsonNode> lines(RunningService service, SampleCase sample) {
        return service.get("/api/replication/v1/obligations?size=100&case=" + sample.id())
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static JsonNode line(RunningService service, SampleCase sample, String region) {
        return lines(service, sample).stream()
                .filter(line -> line.path("regionCode").asString().equals(region))
                .findFirst()
                .orElseThrow();
    }

    private static SampleCase named(String words, String... regions) {
        SampleCase sample = SampleCase.titled(words + UUID.randomUUID());
        Promotion promotion = new Promotion(
                PromotionScope.NAMED, words, List.of(regions), PromotionStrength.MANDATED, "2024-01-01", null);
        return new SampleCase(
                sample.id(),
                sample.title(),
                sample.domain(),
                sample.zones(),
                sample.areas(),
                sample.units(),
                promotion,
                sample.issuedOn());
    }
}
