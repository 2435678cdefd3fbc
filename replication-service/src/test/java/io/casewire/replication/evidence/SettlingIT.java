package io.casewire.replication.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Awaitility.setDefaultTimeout;

import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.event.EvidenceEvent.EvidenceWithdrawn;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.topic.Topics;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SettlingIT {
    private static final String API = "/api/replication/v1";

    private final RunningService service = RunningService.shared();
    private final String title = "成果" + UUID.randomUUID();
    private final String coordinator = RunningService.token("协调员", Role.COORDINATOR, null);

    @BeforeEach
    void patience() {
        setDefaultTimeout(Duration.ofSeconds(60));
    }

    @Test
    void whatNamesNoKnownCaseWaitsUntilThereIsOne() {
        EvidenceId fact = found(title, "420000", 1);
        await().untilAsserted(() -> assertThat(why(fact)).isEqualTo("NO_CASE"));
        assertThat(waiting("NO_CASE")).containsKey(fact.value());
        assertThat(waiting("NO_REGION")).doesNotContainKey(fact.value());
        SampleCase sample = national(title);
        service.publish(sample.published());
        await().untilAsserted(() -> assertThat(assurance(sample, "420000")).isEqualTo("EVIDENCED"));
        await().untilAsserted(() -> assertThat(why(fact)).isEmpty());
        assertThat(waiting("NO_CASE")).doesNotContainKey(fact.value());
    }

    @Test
    void whatNamesNoRegionOrOneThatOwesNothingWaitsAndSaysWhy() {
        service.publish(national(title).from("湖北自贸试验区").published());
        EvidenceId nowhere = found(title, null, 1);
        EvidenceId city = found(title, "430600", 1);
        EvidenceId maker = found(title, "420000", 1);
        await().untilAsserted(() -> assertThat(why(nowhere)).isEqualTo("NO_REGION"));
        await().untilAsserted(() -> assertThat(why(city)).isEqualTo("NOT_OBLIGED"));
        await().untilAsserted(() -> assertThat(why(maker)).isEqualTo("NOT_OBLIGED"));
    }

    @Test
    void aCoordinatorSettlesWhatSeveralCasesShareAndLaterReadingsLeaveThat() {
        SampleCase one = national(title);
        SampleCase other = national(title);
        service.publish(one.published());
        service.publish(other.published());
        EvidenceId fact = found(title, "420000", 1);
        await().untilAsserted(() -> assertThat(why(fact)).isEqualTo("SEVERAL_CASES"));
        assertThat(waiting("SEVERAL_CASES"))
                .hasEntrySatisfying(fact.value(), item -> assertThat(item.path("candidates"))
                        .hasSize(2));
        await().untilAsserted(() -> assertThat(assurance(one, "420000")).isEqualTo("NONE"));
        Answer matched = match(fact, one, "420000", "文号相同", coordinator);
        assertThat(matched.status()).isEqualTo(200);
        assertThat(matched.body().path("settlement").path("actor").asString()).isEqualTo("协调员");
        assertThat(assurance(one, "420000")).isEqualTo("EVIDENCED");
        assertThat(assurance(other, "420000")).isEqualTo("NONE");
        assertThat(waiting("SEVERAL_CASES")).doesNotContainKey(fact.value());
        // read again, with another name of the result
        found(fact, title + "（修订）", "420000", 2);
        EvidenceId later = found(title + "（修订）", "410000", 1);
        await().untilAsserted(() -> assertThat(why(later)).isEqualTo("NO_CASE"));
        assertThat(assurance(one, "420000")).isEqualTo("EVIDENCED");
        assertThat(why(fact)).isEmpty();
        JsonNode item = service.get(API + "/obligations/" + obligation(one, "420000") + "/evidence")
                .body()
                .path("items")
                .path(0);
        assertThat(item.path("quote").asString()).isEqualTo("湖北复制推广。");
        assertThat(item.path("document").path("title").asString()).isEqualTo("示例文件");
        assertThat(item.path("lines").path(0).asInt()).isEqualTo(7);
        assertThat(item.path("settlement").path("kind").asString()).isEqualTo("MATCHED");
        assertThat(item.path("settlement").has("actor"))
                .as("nobody who may not know is told")
                .isFalse();
        assertThat(service.post(API + "/evidence/" + fact + "/dismissal", coordinator, Map.of("reason", "所述为另一成果"))
                        .status())
                .isEqualTo(200);
        assertThat(assurance(one, "420000")).isEqualTo("NONE");
        assertThat(why(fact)).isEmpty();
    }

    @Test
    void whatWasSettledSpeaksNoMoreOnceItIsWithdrawn() {
        SampleCase sample = national(title);
        service.publish(sample.published());
        EvidenceId fact = found(title + "做法", "420000", 1);
        await().untilAsserted(() -> assertThat(why(fact)).isEqualTo("NO_CASE"));
        awaitLine(sample, "420000");
        assertThat(match(fact, sample, "420000", "名称不同", coordinator).status()).isEqualTo(200);
        assertThat(assurance(sample, "420000")).isEqualTo("EVIDENCED");
        service.publish(Topics.EVIDENCE, new EvidenceWithdrawn(fact, 2, sample.document(), "误读"));
        await().untilAsserted(() -> assertThat(assurance(sample, "420000")).isEqualTo("NONE"));
        assertThat(match(fact, sample, "420000", "名称不同", coordinator).text("type"))
                .endsWith("evidence-withdrawn");
    }

    @Test
    void whatWaitedIsForgottenOnceItIsWithdrawnAndWaitsAgainWhenItIsReadAnew() {
        EvidenceId fact = found(title, "420000", 1);
        await().untilAsserted(() -> assertThat(why(fact)).isEqualTo("NO_CASE"));
        service.publish(
                Topics.EVIDENCE, new EvidenceWithdrawn(fact, 2, national(title).document(), "误读"));
        await().untilAsserted(() -> assertThat(why(fact)).isEmpty());
        assertThat(waiting("NO_CASE")).doesNotContainKey(fact.value());
        found(fact, title, "420000", 3);
        await().untilAsserted(() -> assertThat(why(fact)).isEqualTo("NO_CASE"));
    }

    @Test
    void onlyACoordinatorSettlesForAReasonAndWhereSomethingIsOwed() {
        SampleCase sample = national(title);
        service.publish(sample.published());
        EvidenceId fact = found(title + "做法", "420000", 1);
        await().untilAsserted(() -> assertThat(why(fact)).isEqualTo("NO_CASE"));
        awaitLine(sample, "420000");
        assertThat(match(fact, sample, "420000", "如上", null).status()).isEqualTo(401);
        assertThat(match(fact, sample, "420000", "如上", RunningService.token("王芳", Role.REGION, "420000"))
                        .status())
                .isEqualTo(403);
        assertThat(match(fact, sample, "420000", "\u200b", coordinator).status())
                .isEqualTo(422);
        assertThat(match(fact, sample, "420100", "如上", coordinator).text("type"))
                .endsWith("not-obliged");
        assertThat(match(fact, sample, "429", "如上", coordinator).status()).isEqualTo(400);
        String path = API + "/evidence/" + fact + "/match";
        Map<String, String> body = Map.of("caseId", sample.id().value(), "region", "420000", "reason", "如上");
        assertThat(service.post(path, coordinator, body, "If-Match", "\"9.9\"").status())
                .isEqualTo(412);
        String tag = service.get(API + "/evidence/" + fact).header("ETag");
        assertThat(service.post(path, coordinator, body, "If-Match", String.valueOf(tag))
                        .status())
                .isEqualTo(200);
        assertThat(service.post(path, coordinator, body, "If-Match", String.valueOf(tag))
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource({"why=NOCASE, 400", "what=NO_CASE, 400", "size=0, 400", "cursor=x, 400", "size=1, 200"})
    void theListIsReadStrictly(String query, int status) {
        assertThat(service.get(API + "/evidence/unmatched?" + query).status()).isEqualTo(status);
    }

    private static SampleCase national(String title) {
        return SampleCase.titled(title).promotedTo(PromotionScope.NATIONWIDE, "2023");
    }

    private EvidenceId found(String result, @Nullable String region, long revision) {
        EvidenceId id = EvidenceId.derive(UUID.randomUUID().toString());
        found(id, result, region, revision);
        return id;
    }

    private void found(EvidenceId id, String result, @Nullable String region, long revision) {
        AdoptionRecord adoption =
                new AdoptionRecord(id, "湖北", region, null, result, "湖北复制推广。", List.of(), new LineRange(7, 8));
        service.publish(
                Topics.EVIDENCE,
                new AdoptionFound(adoption, revision, SampleCase.titled("报告").document()));
    }

    private Answer match(EvidenceId fact, SampleCase sample, String region, String reason, @Nullable String token) {
        return service.post(
                API + "/evidence/" + fact + "/match",
                token,
                Map.of("caseId", sample.id().value(), "region", region, "reason", reason));
    }

    private String why(EvidenceId fact) {
        Answer answer = service.get(API + "/evidence/" + fact);
        return answer.status() == 200 ? answer.text("why") : "not read yet";
    }

    private Map<String, JsonNode> waiting(String why) {
        Map<String, JsonNode> waiting = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = service.get(API + "/evidence/unmatched?size=3&why=" + why + cursor)
                    .body();
            page.path("items").forEach(item -> waiting.put(item.path("id").asString(), item));
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return waiting;
    }

    private void awaitLine(SampleCase sample, String region) {
        await().untilAsserted(() -> assertThat(assurance(sample, region)).isEqualTo("NONE"));
    }

    private static String obligation(SampleCase sample, String region) {
        return ObligationId.derive(sample.id().value(), region).value();
    }

    private String assurance(SampleCase sample, String region) {
        return service.get(API + "/obligations/" + obligation(sample, region)).text("assurance");
    }
}
