package io.casewire.replication.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DelegationIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final RunningService service = RunningService.shared();
    private final String hunan = RunningService.token("report@hunan", Role.REGION, "430000");
    private final String changsha = RunningService.token("report@changsha", Role.REGION, "430100");
    private final String coordinator = RunningService.token("review@centre", Role.COORDINATOR, null);

    @Test
    void theParentShowsHowFarItsPartsAreAndItsTagFollowsThem() {
        String id = line(sample());
        String first = id(down(id, hunan, "430100"));
        String second = id(down(id, hunan, "430600"));
        String office = id(order(id, hunan, Map.of("department", "省商务厅", "reason", "牵头")));
        String before = service.get(path(id), hunan).header("ETag");
        step(first, changsha, Map.of("to", "IN_PROGRESS", "explanation", "已部署"));
        service.patch(path(first) + "/work", changsha, Map.of("percent", 40));
        service.patch(path(office) + "/work", hunan, Map.of("percent", 75));
        Answer parent = service.get(path(id), hunan);
        assertThat(parent.body().path("parts").path("number").asInt()).isEqualTo(3);
        assertThat(parent.body()
                        .path("parts")
                        .path("byStatus")
                        .path("IN_PROGRESS")
                        .asInt())
                .isOne();
        assertThat(parent.body().path("parts").path("byStatus").path("UNKNOWN").asInt())
                .isEqualTo(2);
        assertThat(parent.body().path("parts").path("percent").asInt()).isEqualTo(58);
        assertThat(parent.body().path("parts").path("percentOf").asInt()).isEqualTo(2);
        assertThat(parent.header("ETag")).isNotEqualTo(before);
        // the tag is one of the line itself too
        assertThat(step(
                                id,
                                hunan,
                                Map.of("to", "IN_PROGRESS", "explanation", "已分解"),
                                "If-Match",
                                String.valueOf(parent.header("ETag")))
                        .status())
                .isEqualTo(200);
        JsonNode seen = service.get(path(id)).body().path("parts");
        assertThat(seen.path("number").asInt()).isEqualTo(3);
        assertThat(seen.has("percent")).isFalse();
        assertThat(service.get(path(id) + "/delegations")
                        .body()
                        .path("items")
                        .valueStream()
                        .map(part -> part.path("id").asString()))
                .containsExactlyInAnyOrder(first, second, office);
        assertThat(service.get(path(id) + "/delegations").body().toString()).doesNotContain("省商务厅", "牵头");
    }

    @Test
    void aPartGoesUpToInProgressAndTheWholeIsSubmittedByWhoOwesIt() {
        String id = line(sample());
        String part = id(down(id, hunan, "430100"));
        assertThat(step(part, hunan, Map.of("to", "NOT_STARTED")).text("rule")).isEqualTo("not-your-region");
        assertThat(step(part, changsha, Map.of("to", "NOT_STARTED")).status()).isEqualTo(200);
        assertThat(step(part, changsha, Map.of("to", "IN_PROGRESS", "explanation", "已部署"))
                        .status())
                .isEqualTo(200);
        assertThat(service.post(path(part) + "/notes", changsha, Map.of("text", "试运行"))
                        .status())
                .isEqualTo(200);
        for (String token : new String[] {changsha, coordinator}) {
            Answer refused = step(part, token, Map.of("to", "SUBMITTED", "explanation", "完成"));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("rule")).isEqualTo("part-is-not-submitted");
        }
        step(id, hunan, Map.of("to", "IN_PROGRESS", "explanation", "已分解"));
        assertThat(step(id, changsha, Map.of("to", "SUBMITTED", "explanation", "完成"))
                        .text("rule"))
                .isEqualTo("not-your-region");
        assertThat(step(id, hunan, Map.of("to", "SUBMITTED", "explanation", "完成"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ratesDoNotCountParts() {
        SampleCase sample = sample();
        String id = line(sample);
        JsonNode rate = adoption(sample);
        JsonNode ledger =
                service.get("/api/replication/v1/regions/430900/ledger").body().path("rate");
        JsonNode province =
                service.get("/api/replication/v1/regions/430000/ledger").body().path("rate");
        String part = id(down(id, hunan, "430900"));
        order(id, hunan, Map.of("department", "省商务厅", "reason", "牵头"));
        step(part, coordinator, Map.of("to", "NOT_STARTED"));
        assertThat(adoption(sample)).isEqualTo(rate);
        assertThat(service.get("/api/replication/v1/regions/430900/ledger")
                        .body()
                        .path("rate"))
                .isEqualTo(ledger);
        assertThat(service.get("/api/replication/v1/regions/430000/ledger")
                        .body()
                        .path("rate"))
                .isEqualTo(province);
        assertThat(service.get("/api/replication/v1/obligations?region=430900&case=" + sample.id())
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aPartStaysWhenTheCaseIsRevisedAndLapsesWithTheLine() {
        SampleCase sample = sample();
        String id = line(sample);
        String part = id(down(id, hunan, "430100"));
        String ofPart = id(down(part, changsha, "430102"));
        service.publish(sample.renamed(sample.title() + "改").revised(2));
        await().atMost(SOON).until(() -> service.get(path(id)).text("caseTitle").endsWith("改"));
        assertThat(service.get(path(part)).body().has("lapsed")).isFalse();
        service.publish(
                sample.promotedTo(PromotionScope.NAMED, "2023", "420000").revised(3));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(service.get(path(ofPart)).text("lapsed")).contains("part of"));
        assertThat(service.get(path(part)).text("lapsed")).contains("part of");
        assertThat(step(part, changsha, Map.of("to", "NOT_STARTED")).text("rule"))
                .isEqualTo("obligation-lapsed");
        assertThat(service.get(path(id)).body().has("parts")).isFalse();
    }

    @Test
    void aPartLapsesWithALineThatIsWaived() {
        String id = line(sample());
        String part = id(down(id, hunan, "430100"));
        String ofPart = id(down(part, changsha, "430102"));
        assertThat(service.post(path(id) + "/waiver", coordinator, Map.of("reason", "来函"))
                        .status())
                .isEqualTo(200);
        assertThat(service.get(path(part)).body().has("lapsed")).isTrue();
        assertThat(service.get(path(ofPart)).body().has("lapsed")).isTrue();
    }

    @Test
    void whoHandedItDownTakesItBackForAReasonAndMayHandItDownAgain() {
        String id = line(sample());
        String part = id(down(id, hunan, "430100"));
        assertThat(back(part, changsha, "不干").status()).isEqualTo(403);
        assertThat(back(part, hunan, " ").text("type")).endsWith("reason-missing");
        assertThat(back(id, hunan, "错").text("type")).endsWith("not-delegated");
        Answer back = back(part, hunan, "改由省直");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.text("lapsed")).contains("took it back");
        assertThat(back.body().path("basis").path("byHand").path("reason").asString())
                .isEqualTo("改由省直");
        assertThat(service.get(path(part)).body().toString()).doesNotContain("改由省直", "report@hunan");
        assertThat(back(part, hunan, "再次").text("type")).endsWith("obligation-lapsed");
        Answer again = down(id, hunan, "430100");
        assertThat(again.status()).isEqualTo(201);
        assertThat(id(again)).isEqualTo(part);
        assertThat(again.body().has("lapsed")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "REGION | 430000 | {\"to\":\"430100\",\"reason\":\"r\"}     | 201 | -",
                "REGION | 430000 | {\"to\":\"439900\",\"reason\":\"r\"}     | 201 | -",
                "REGION | 430000 | {\"to\":\"430102\",\"reason\":\"r\"}     | 201 | -",
                "COORDINATOR | - | {\"to\":\"430100\",\"reason\":\"r\"}     | 201 | -",
                "REGION | 430100 | {\"to\":\"430102\",\"reason\":\"r\"}     | 403 | not-your-region",
                "READER | -      | {\"to\":\"430100\",\"reason\":\"r\"}     | 403 | -",
                "REGION | 430000 | {\"to\":\"420100\",\"reason\":\"r\"}     | 422 | not-a-part-of-the-region",
                "REGION | 430000 | {\"to\":\"430000\",\"reason\":\"r\"}     | 422 | not-a-part-of-the-region",
                "REGION | 430000 | {\"to\":\"430100\"}                      | 422 | reason-missing",
                "REGION | 430000 | {\"to\":\"43010\",\"reason\":\"r\"}      | 400 | unknown-value",
                "REGION | 430000 | {\"reason\":\"r\"}                       | 400 | bad-request",
                "REGION | 430000 | {\"to\":\"430100\",\"department\":\"厅\",\"reason\":\"r\"} | 400 | bad-request",
                "REGION | 430000 | {\"region\":\"430100\",\"reason\":\"r\"} | 400 | unknown-property",
            })
    void whatLiesInTheRegionGetsItFromWhoReportsForTheRegion(
            Role role, @Nullable String region, String body, int status, @Nullable String slug) {
        Answer answer = service.post(
                path(line(sample())) + "/delegations", RunningService.token("somebody", role, region), body);
        assertThat(answer.status()).isEqualTo(status);
        if (slug != null) {
            assertThat(answer.text("type")).isEqualTo("urn:casewire:problem:" + slug);
        }
    }

    @Test
    void itIsHandedDownOnceAndNotWhenClosed() {
        String id = line(sample());
        down(id, hunan, "430100");
        assertThat(down(id, hunan, "430100").text("type")).endsWith("already-delegated");
        step(id, hunan, Map.of("to", "SUBMITTED", "outcome", "NOT_APPLICABLE", "explanation", "无口岸", "reason", "内陆"));
        step(id, coordinator, Map.of("to", "CLOSED"));
        assertThat(down(id, hunan, "430600").text("type")).endsWith("obligation-closed");
    }

    @Test
    void aRestoredLedgerKnowsThePartsOfItsLines() {
        String id = line(sample());
        String part = id(down(id, hunan, "430100"));
        service.patch(path(part) + "/work", changsha, Map.of("percent", 10));
        await().atMost(SOON).until(() -> RunningService.events().stream()
                .anyMatch(envelope ->
                        envelope.event().key().equals(part) && envelope.event().revision() == 2));
        try (RunningService rebuilt =
                RunningService.on(SharedStore.freshDatabase(), "delegation-" + UUID.randomUUID())) {
            assertThat(rebuilt.get(path(id), hunan).body().path("parts"))
                    .isEqualTo(service.get(path(id), hunan).body().path("parts"));
            assertThat(rebuilt.get(path(part), hunan).body())
                    .isEqualTo(service.get(path(part), hunan).body());
        }
    }

    private JsonNode adoption(SampleCase sample) {
        return service.get("/api/replication/v1/cases/" + sample.id() + "/adoption")
                .body()
                .path("byLevel");
    }

    private static SampleCase sample() {
        return SampleCase.titled("分解" + UUID.randomUUID()).promotedTo(PromotionScope.NAMED, "2023", "430000");
    }

    private String line(SampleCase sample) {
        service.publish(sample.published());
        String id = ObligationId.derive(sample.id().value(), "430000").value();
        await().atMost(SOON).until(() -> service.get(path(id)).status() == 200);
        return id;
    }

    private Answer down(String id, String token, String to) {
        return order(id, token, Map.of("to", to, "reason", "属地落实"));
    }

    private Answer order(String id, String token, Map<String, ?> order) {
        return service.post(path(id) + "/delegations", token, order);
    }

    private Answer back(String id, String token, String reason) {
        return service.post(path(id) + "/withdrawal", token, Map.of("reason", reason));
    }

    private Answer step(String id, String token, Map<String, ?> step, String... headers) {
        return service.post(path(id) + "/transitions", token, step, headers);
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("id");
    }

    private static String path(String id) {
        return "/api/replication/v1/obligations/" + id;
    }
}
