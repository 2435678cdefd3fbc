package io.casewire.replication.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.RegionLevel;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a later instrument and a person change about obligations. */
class DecisionIT {
    private static final String API = "/api/replication/v1/obligations";

    private final RunningService service = RunningService.shared();
    private final String coordinator = RunningService.token("密名协调员", Role.COORDINATOR, null);

    @Test
    void aLaterNationalInstrumentClosesTheProvincialLinesAndOpensThemAgainWhenItIsGone() {
        SampleCase provincial = SampleCase.titled("取代" + UUID.randomUUID())
                .fromAreas("岳阳片区")
                .addressedTo(RegionLevel.PREFECTURE, "430000", "各市州人民政府", "2023-01-01");
        SampleCase national = SampleCase.titled(provincial.title())
                .promotedTo(PromotionScope.NATIONWIDE, "2024-01-01")
                .restingOn("样函〔2024〕1号");
        SampleCase earlier = SampleCase.titled(provincial.title()).promotedTo(PromotionScope.COASTAL, "2022-01-01");
        service.publish(provincial.published());
        service.publish(earlier.published());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lines(provincial)).hasSize(14));
        assertThat(service.post(
                                path(provincial, "430100") + "/transitions",
                                coordinator,
                                Map.of("to", "IN_PROGRESS", "explanation", "已部署"))
                        .status())
                .isEqualTo(200);
        service.publish(national.published());
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(lines(provincial))
                .filteredOn(line -> line.path("outcome").asString("").equals("SUPERSEDED"))
                .hasSize(13)
                .allSatisfy(line -> {
                    JsonNode later = line.path("basis").path("supersededBy");
                    assertThat(later.path("caseId").asString())
                            .isEqualTo(national.id().value());
                    assertThat(later.path("day").asString()).isEqualTo("2024-01-01");
                    assertThat(later.path("instrument").path("number").asString())
                            .isEqualTo("样函〔2024〕1号");
                }));
        JsonNode changsha = service.get(path(provincial, "430100"), coordinator).body();
        assertThat(changsha.path("steps").valueStream().map(step -> step.path("to")
                        .asString()))
                .containsExactly("IN_PROGRESS", "CLOSED");
        assertThat(changsha.path("steps").path(1).path("reason").asString()).contains("样函〔2024〕1号", "2024-01-01");
        assertThat(lines(national))
                .allMatch(line -> line.path("status").asString().equals("UNKNOWN"));
        service.publish(national.withdrawn(2, "误录"));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(lines(provincial))
                .filteredOn(line -> line.path("status").asString().equals("REOPENED"))
                .hasSize(13)
                .allMatch(line -> !line.path("basis").has("supersededBy")));
    }

    @Test
    void aCoordinatorAddsAndWaivesWithAReasonAndTheCasesRevisionsLeaveItSo() {
        SampleCase sample = SampleCase.titled("人工增补").promotedTo(PromotionScope.NAMED, "2023", "430000", "420000");
        service.publish(sample.published());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lines(sample)).hasSize(2));
        Map<String, String> addition = Map.of("caseId", sample.id().value(), "region", "439902", "reason", "密由文件遗漏该片区");
        String region = RunningService.token("r", Role.REGION, "439902");
        assertThat(service.post(API, region, addition).status()).isEqualTo(403);
        assertThat(service.post(API, coordinator, Map.of("caseId", sample.id().value(), "region", "439902"))
                        .text("type"))
                .endsWith("reason-missing");
        assertThat(service.post(
                                API,
                                coordinator,
                                Map.of("caseId", sample.id().value(), "region", "439999", "reason", "无"))
                        .status())
                .isEqualTo(400);
        Answer added = service.post(API, coordinator, addition);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().path("level").asString()).isEqualTo("AREA");
        assertThat(added.body().path("basis").path("byHand").path("actor").asString())
                .isEqualTo("密名协调员");
        assertThat(service.post(API, coordinator, addition).status()).isEqualTo(409);
        assertThat(service.post(
                                path(sample, "439902") + "/transitions",
                                region,
                                Map.of("to", "IN_PROGRESS", "explanation", "已启动"))
                        .status())
                .isEqualTo(200);
        Map<String, String> waiver = Map.of("reason", "密由另行部署");
        assertThat(service.post(path(sample, "420000") + "/waiver", region, waiver)
                        .status())
                .isEqualTo(403);
        assertThat(service.post(path(sample, "420000") + "/waiver", coordinator, waiver)
                        .status())
                .isEqualTo(200);
        assertThat(service.post(path(sample, "420000") + "/waiver", coordinator, waiver)
                        .status())
                .isEqualTo(409);
        service.publish(sample.renamed("人工增补（改）").revised(2));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(lines(sample))
                .anyMatch(line -> line.path("caseTitle").asString().endsWith("（改）")));
        assertThat(lines(sample))
                .extracting(line -> line.path("regionCode").asString())
                .containsExactlyInAnyOrder("430000", "439902");
        assertThat(service.get(API + "?lapsed=true&case=" + sample.id()).body().toString())
                .contains("WAIVED", "ADDED")
                .doesNotContain("密名", "密由");
        assertThat(service.get(path(sample, "439902")).body().toString()).doesNotContain("密名", "密由");
        assertThat(service.post(
                                API,
                                coordinator,
                                Map.of("caseId", sample.id().value(), "region", "420000", "reason", "恢复"))
                        .status())
                .isEqualTo(201);
        assertThat(lines(sample)).hasSize(3);
    }

    private List<JsonNode> lines(SampleCase sample) {
        return service.get(API + "?case=" + sample.id())
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static String path(SampleCase sample, String region) {
        return API + "/" + ObligationId.derive(sample.id().value(), region).value();
    }
}
