package io.casewire.replication.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.topic.Topics;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ComparisonIT {
    private static final String API = "/api/replication/v1";

    private final RunningService service = RunningService.shared();
    private final SampleCase sample =
            SampleCase.titled("比较" + UUID.randomUUID()).promotedTo(PromotionScope.NATIONWIDE, "2023-11-14");

    @BeforeEach
    void derived() {
        service.publish(sample.published());
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        get("/cases/" + sample.id() + "/adoption").path("regions"))
                .hasSize(31));
    }

    @Test
    void regionsOfWhichTooLittleIsHeardAreNotCompared() {
        close("310000", "ADOPTED");
        close("320000", "ADOPTED");
        close("330000", "NOT_APPLICABLE");
        step("340000", Map.of("to", "NOT_STARTED"), "reporter");
        JsonNode comparison = get("/regions/comparison?case=" + sample.id());
        assertThat(comparison.path("leastCoverage").asDouble()).isEqualTo(0.5);
        assertThat(comparison.path("level").asString()).isEqualTo("PROVINCE");
        assertThat(comparison.path("comparable").valueStream())
                .extracting(one -> one.path("place").asInt() + " "
                        + one.path("code").asString() + " "
                        + one.path("rate").path("rate").asDouble())
                .containsExactly("1 310000 1.0", "1 320000 1.0", "3 340000 0.0");
        assertThat(comparison.path("notComparable")).hasSize(28);
        assertThat(comparison.path("notComparable").valueStream())
                .filteredOn(one -> one.path("why").asString().equals("NOTHING_APPLIES"))
                .extracting(one -> one.path("code").asString())
                .containsExactly("330000");
        assertThat(comparison.path("notComparable").path(0).path("coverage").asDouble(-1))
                .isZero();
    }

    @Test
    void aGapIsWhatEnoughRegionsLikeItAdoptedAndItDidNot() {
        List.of("310000", "320000", "330000").forEach(region -> close(region, "ADOPTED"));
        JsonNode gap = gap("350000", 3);
        assertThat(gap.path("title").asString()).isEqualTo(sample.title());
        assertThat(gap.path("status").asString()).isEqualTo("UNKNOWN");
        assertThat(gap.path("peers")).hasSize(3).allSatisfy(peer -> {
            assertThat(peer.path("alike").valueStream().map(JsonNode::asString)).containsExactly("KIND", "GROUP");
            assertThat(peer.path("by").asString()).isEqualTo("CLOSE_OUT");
            assertThat(peer.path("day").asString()).hasSize(10);
        });
        assertThat(gap("350000", 4).isMissingNode()).isTrue();
        assertThat(gap("520000", 1).isMissingNode())
                .as("neither at the sea nor in the east")
                .isTrue();
        assertThat(gap("110000", 3).path("peers").path(0).path("alike").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("GROUP");
        assertThat(gap("310000", 2).isMissingNode()).as("it adopted").isTrue();
        close("350000", "NOT_APPLICABLE");
        assertThat(gap("350000", 3).isMissingNode()).isTrue();
        assertThat(service.get(API + "/regions/350099/gaps").status()).isEqualTo(404);
        assertThat(service.get(API + "/regions/350000/gaps?k=0").status()).isEqualTo(400);
    }

    @Test
    void ratesAreGroupedAndFiltered() {
        close("310000", "PARTIAL");
        step("320000", Map.of("to", "IN_PROGRESS", "explanation", "已部署"), "reporter");
        String only = "&case=" + sample.id();
        JsonNode strengths = get("/statistics?by=strength" + only);
        assertThat(strengths.path("level").asString()).isEqualTo("PROVINCE");
        assertThat(strengths.path("items")).hasSize(1);
        JsonNode rate = strengths.path("items").path(0).path("rate");
        assertThat(strengths.path("items").path(0).path("key").asString()).isEqualTo("MANDATED");
        assertThat(rate.path("numerator").asInt()).isEqualTo(1);
        assertThat(rate.path("denominator").asInt()).isEqualTo(2);
        assertThat(rate.path("inScope").asInt()).isEqualTo(31);
        assertThat(rate.path("coverage").asDouble()).isEqualTo(0.0645);
        assertThat(strengths.path("day").asString()).hasSize(10);
        assertThat(get("/statistics?strength=encouraged" + only)
                        .path("overall")
                        .path("inScope")
                        .asInt())
                .isZero();
        JsonNode regions = get("/statistics?by=region&size=2" + only);
        assertThat(regions.path("items")).hasSize(2);
        assertThat(get("/statistics?by=region&size=40&cursor="
                                + regions.path("next").asString() + only)
                        .path("items"))
                .hasSize(29);
        assertThat(get("/statistics?by=case&region=320000" + only)
                        .path("items")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo(sample.title());
        JsonNode instruments = get("/statistics?by=instrument" + only);
        assertThat(instruments.path("items")).isEmpty();
        assertThat(instruments.path("without").path("inScope").asInt()).isEqualTo(31);
        assertThat(get("/statistics?by=level" + only)
                        .path("items")
                        .path(0)
                        .path("key")
                        .asString())
                .isEqualTo("PROVINCE");
    }

    @Test
    void theCurveSaysWhoAdoptedWhenAndHowLongItTook() {
        close("310000", "ADOPTED");
        close("320000", "PARTIAL");
        step("330000", Map.of("to", "NOT_STARTED"), "reporter");
        JsonNode curve = get("/cases/" + sample.id() + "/adoption/curve");
        assertThat(curve.path("points")).hasSize(1);
        assertThat(curve.path("points").path(0).path("closedOut").asInt()).isEqualTo(2);
        assertThat(curve.path("points").path(0).path("inScope").asInt()).isEqualTo(31);
        assertThat(curve.path("first").path("code").asString()).isEqualTo("310000");
        assertThat(curve.path("last").path("code").asString()).isEqualTo("320000");
        JsonNode time = curve.path("timeToAdopt");
        assertThat(time.path("n").asInt()).isEqualTo(3);
        assertThat(time.path("events").asInt()).isEqualTo(2);
        assertThat(time.path("censored").asInt()).isEqualTo(1);
        assertThat(time.path("leftOut").asInt()).isEqualTo(28);
        assertThat(time.path("median").asString()).isEqualTo("REACHED");
        assertThat(time.path("medianDays").asLong())
                .isEqualTo(curve.path("last").path("afterDays").asLong())
                .isPositive();
        assertThat(get("/adoption/curve?case=" + sample.id()).path("timeToAdopt"))
                .isEqualTo(time);
        assertThat(get("/adoption/curve?case=" + sample.id()).path("adopters").isArray())
                .isFalse();
    }

    @Test
    void whatOnlyADocumentSaysIsShownAsSuchAndCountsOnItsDateAndNotAsClosed() {
        EvidenceId fact = EvidenceId.derive(UUID.randomUUID().toString());
        service.publish(
                Topics.EVIDENCE,
                new AdoptionFound(
                        new AdoptionRecord(
                                fact, "湖北", "420000", null, sample.title(), "湖北复制推广。", List.of(), new LineRange(1, 1)),
                        1,
                        sample.issuedOn("2023-12").document()));
        String path = "/cases/" + sample.id() + "/adoption";
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        get(path).path("rate").path("evidenced").asInt())
                .isEqualTo(1));
        assertThat(get(path).path("rate").path("numerator").asInt()).isZero();
        assertThat(get(path).path("rate").path("unknown").asInt()).isEqualTo(31);
        assertThat(get(path).path("regions").valueStream())
                .filteredOn(region -> region.path("evidenced").asBoolean())
                .extracting(region -> region.path("code").asString())
                .containsExactly("420000");
        JsonNode curve = get(path + "/curve");
        assertThat(curve.path("first").path("by").asString()).isEqualTo("DOCUMENT");
        assertThat(curve.path("first").path("day").asString())
                .as("the last day of the month")
                .isEqualTo("2023-12-31");
        assertThat(curve.path("first").path("afterDays").asInt()).isEqualTo(47);
        assertThat(curve.path("points").path(0).path("documented").asInt()).isEqualTo(1);
        assertThat(curve.path("points").path(0).path("closedOut").asInt()).isZero();
        assertThat(curve.path("timeToAdopt").path("n").asInt()).isEqualTo(1);
        assertThat(evidencedCells()).containsExactly("420000");
    }

    private List<String> evidencedCells() {
        String cursor = "";
        do {
            JsonNode page = get("/matrix?size=100" + cursor);
            for (JsonNode row : page.path("rows")) {
                if (row.path("id").asString().equals(sample.id().value())) {
                    return row.path("cells").properties().stream()
                            .filter(cell -> cell.getValue().path("evidenced").asBoolean())
                            .map(Map.Entry::getKey)
                            .toList();
                }
            }
            cursor = "&cursor=" + page.path("next").asString("");
        } while (cursor.length() > "&cursor=".length());
        return List.of();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/statistics?by=colour",
                "/statistics?by=region&colour=red",
                "/statistics?domain=trad",
                "/statistics?strength=MUST",
                "/statistics?instrument=没有这个文号",
                "/statistics?case=x",
                "/statistics?size=3",
                "/adoption/curve?level=village",
                "/regions/comparison?province=43"
            })
    void whatIsNotKnownIsRefused(String path) {
        assertThat(service.get(API + path).status()).as(path).isEqualTo(400);
    }

    private JsonNode gap(String region, int k) {
        return get("/regions/" + region + "/gaps?size=200&k=" + k)
                .path("items")
                .valueStream()
                .filter(gap -> gap.path("caseId").asString().equals(sample.id().value()))
                .findFirst()
                .orElseGet(() -> get("/sets").path("none"));
    }

    private JsonNode get(String path) {
        return service.get(API + path).body();
    }

    private void close(String region, String outcome) {
        step(region, Map.of("to", "IN_PROGRESS", "explanation", "已部署"), "reporter");
        step(
                region,
                Map.of(
                        "to", "SUBMITTED",
                        "outcome", outcome,
                        "explanation", "已完成",
                        "reason", "如上",
                        "evidence", List.of("https://example.org/1")),
                "reporter");
        step(region, Map.of("to", "CLOSED"), "reviewer");
    }

    private void step(String region, Map<String, ?> body, String who) {
        String id = ObligationId.derive(sample.id().value(), region).value();
        assertThat(service.post(
                                API + "/obligations/" + id + "/transitions",
                                RunningService.token(who, Role.COORDINATOR, null),
                                body)
                        .status())
                .isEqualTo(200);
    }
}
