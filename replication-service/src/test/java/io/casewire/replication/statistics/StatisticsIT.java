package io.casewire.replication.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.RegionLevel;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatisticsIT {
    private final RunningService service = RunningService.shared();

    @Test
    void ratesCountWhatWasSaidAndShowHowMuchThatIs() {
        // no other test has cases of this domain
        SampleCase sample = SampleCase.titled("合同纠纷一站化解")
                .in(Domain.RULE_OF_LAW)
                .from("湖南自贸试验区")
                .promotedTo(PromotionScope.NATIONWIDE, "2023");
        service.publish(sample.published());
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        adoption(sample).path("rate").path("inScope").asInt())
                .isEqualTo(30));
        close(sample, "420000", "ADOPTED");
        close(sample, "410000", "PARTIAL");
        close(sample, "540000", "NOT_APPLICABLE");
        step(sample, "440000", Map.of("to", "NOT_STARTED"), "reporter");
        JsonNode rate = adoption(sample).path("rate");
        assertThat(rate.path("unknown").asInt()).isEqualTo(26);
        assertThat(rate.path("adopted").asInt()).isEqualTo(1);
        assertThat(rate.path("partial").asInt()).isEqualTo(1);
        assertThat(rate.path("notApplicable").asInt()).isEqualTo(1);
        assertThat(rate.path("open").asInt()).isEqualTo(1);
        assertThat(rate.path("numerator").asInt()).isEqualTo(2);
        assertThat(rate.path("denominator").asInt()).isEqualTo(3);
        assertThat(rate.path("rate").asDouble()).isEqualTo(0.6667);
        assertThat(rate.path("coverage").asDouble()).isEqualTo(0.1333);
        JsonNode statistics = service.get("/api/replication/v1/statistics").body();
        assertThat(statistics.path("byDomain").valueStream())
                .filteredOn(one -> one.path("domain").asString().equals("rule-of-law"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("rate")).isEqualTo(rate));
        long byRegion = statistics
                .path("byRegion")
                .valueStream()
                .mapToLong(one -> one.path("rate").path("inScope").asLong())
                .sum();
        long byLevel = statistics
                .path("byLevel")
                .valueStream()
                .mapToLong(one -> one.path("inScope").asLong())
                .sum();
        assertThat(byLevel).isEqualTo(byRegion);
        assertThat(statistics.path("overall").path("level").asString()).isEqualTo("PROVINCE");
        assertThat(statistics.path("overall"))
                .isEqualTo(statistics.path("byLevel").path(0));
        JsonNode counts = service.get("/api/replication/v1/counts").body();
        assertThat(counts.path("obligations").asLong()).isEqualTo(byRegion);
        assertThat(counts.path("adopted").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(counts.path("promotedCases").asLong()).isPositive();
        JsonNode matrix =
                service.get("/api/replication/v1/matrix?domain=rule-of-law").body();
        assertThat(matrix.path("regions")).hasSize(31);
        assertThat(matrix.path("rows")).hasSize(1);
        JsonNode cells = matrix.path("rows").path(0).path("cells");
        assertThat(cells.path("430000").path("role").asString()).isEqualTo("ORIGIN");
        assertThat(cells.path("410000").path("outcome").asString()).isEqualTo("PARTIAL");
    }

    @Test
    void aRegionsLedgerIsPagedAndFilteredByStatus() {
        // no other test obliges this city
        List<SampleCase> samples = List.of(city("甲"), city("乙"), city("丙"));
        samples.forEach(sample -> service.publish(sample.published()));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ledger("").path("items")).hasSize(3));
        assertThat(ledger("").path("name").asString()).isEqualTo("阳江市");
        assertThat(ledger("").path("rate").path("inScope").asInt()).isEqualTo(3);
        TreeSet<String> seen = new TreeSet<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = ledger(cursor.isEmpty() ? "size=1" : "size=1&cursor=" + cursor);
            page.path("items").forEach(item -> seen.add(item.path("caseId").asString()));
            cursor = page.path("next").asString("");
            pages++;
        } while (!cursor.isEmpty());
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(3);
        step(samples.getFirst(), "441700", Map.of("to", "NOT_STARTED"), "reporter");
        assertThat(ledger("status=not_started").path("items")).hasSize(1);
        assertThat(ledger("status=CLOSED").path("items")).isEmpty();
        assertThat(service.get("/api/replication/v1/regions/441799/ledger").status())
                .isEqualTo(404);
    }

    @Test
    void prefecturesHaveRatesOfTheirOwnAndCountInNoProvincialOne() {
        // no other test has cases of this domain
        SampleCase sample = SampleCase.titled("跨区域通办")
                .in(Domain.COOPERATION)
                .fromAreas("长沙片区")
                .addressedTo(RegionLevel.PREFECTURE, "430000", "各市州人民政府", "2023-11-14");
        service.publish(sample.published());
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        adoption(sample).path("rate").path("inScope").asInt())
                .isEqualTo(13));
        close(sample, "430200", "ADOPTED");
        JsonNode adoption = adoption(sample);
        assertThat(adoption.path("rate").path("level").asString()).isEqualTo("PREFECTURE");
        assertThat(adoption.path("byLevel")).hasSize(1);
        assertThat(adoption.path("regions")).hasSize(14).allSatisfy(region -> assertThat(
                        region.path("provinceCode").asString())
                .isEqualTo("430000"));
        assertThat(domains("")).doesNotContain("cooperation");
        assertThat(domains("?level=prefecture")).contains("cooperation");
        assertThat(service.get("/api/replication/v1/matrix?domain=cooperation&level=PROVINCE")
                        .body()
                        .path("regions"))
                .isEmpty();
        assertThat(service.get("/api/replication/v1/matrix?domain=cooperation")
                        .body()
                        .path("regions")
                        .path(0)
                        .path("level")
                        .asString())
                .isEqualTo("PREFECTURE");
        JsonNode below = service.get(
                        "/api/replication/v1/obligations?province=430000&level=PREFECTURE&case=" + sample.id())
                .body()
                .path("items");
        assertThat(below).hasSize(14);
        JsonNode basis = below.path(0).path("basis");
        assertThat(basis.path("rule").asString()).isEqualTo("PART_OF_REGION");
        assertThat(basis.path("scopeText").asString()).isEqualTo("各市州人民政府");
        assertThat(basis.path("day").path("counted").asString()).isEqualTo("2023-11-14");
        assertThat(basis.path("set").path("codes")).hasSize(14);
        assertThat(service.get("/api/replication/v1/regions?level=PREFECTURE&province=430000")
                        .body()
                        .path("items"))
                .hasSize(14);
        assertThat(service.get("/api/replication/v1/statistics?level=village").status())
                .isEqualTo(400);
    }

    @Test
    void aSetIsAnsweredAsOfADay() {
        assertThat(members("pilot-zones?asOf=2023-06-24")).isEqualTo(21);
        assertThat(members("pilot-zones?asOf=2026-04-08")).isEqualTo(22);
        assertThat(members("pilot-zones?asOf=2026-04-09")).isEqualTo(23);
        assertThat(members("coastal")).isEqualTo(11);
        assertThat(members("430000-prefectures?asOf=2023-11-14")).isEqualTo(14);
        assertThat(service.get("/api/replication/v1/sets").body().path("items")).hasSize(9);
        assertThat(service.get("/api/replication/v1/sets/pilot-zone").status()).isEqualTo(404);
        assertThat(service.get("/api/replication/v1/sets/coastal?asOf=2023").status())
                .isEqualTo(400);
    }

    private int members(String set) {
        return service.get("/api/replication/v1/sets/" + set)
                .body()
                .path("members")
                .size();
    }

    private List<String> domains(String query) {
        return service.get("/api/replication/v1/statistics" + query)
                .body()
                .path("byDomain")
                .valueStream()
                .map(one -> one.path("domain").asString())
                .toList();
    }

    @Test
    void theMapHasATileForEveryProvinceAndTheCorps() {
        List<JsonNode> regions = service.get("/api/replication/v1/regions")
                .body()
                .path("items")
                .valueStream()
                .toList();
        assertThat(regions)
                .extracting(region -> region.path("code").asString())
                .doesNotHaveDuplicates()
                .contains("110000", "430000", "650000", "660000");
        assertThat(regions)
                .extracting(region ->
                        region.path("row").asInt() + "," + region.path("column").asInt())
                .doesNotHaveDuplicates();
        assertThat(regions)
                .filteredOn(region -> region.path("code").asString().equals("430000"))
                .extracting(region -> region.path("zone").asString())
                .containsExactly("湖南自贸试验区");
    }

    @Test
    void theServiceIsAliveReadyAndMeasured() {
        assertThat(service.get("/actuator/health/liveness").text("status")).isEqualTo("UP");
        assertThat(service.get("/actuator/health/readiness").text("status")).isEqualTo("UP");
        assertThat(service.get("/actuator/prometheus").body().asString()).contains("application_ready_time_seconds");
        assertThat(service.get("/actuator/env").status()).isIn(401, 403, 404);
    }

    private static SampleCase city(String title) {
        return SampleCase.titled(title).promotedTo(PromotionScope.NAMED, "2023", "441700");
    }

    private void close(SampleCase sample, String region, String outcome) {
        step(sample, region, Map.of("to", "IN_PROGRESS", "explanation", "已部署"), "reporter");
        step(
                sample,
                region,
                Map.of(
                        "to", "SUBMITTED",
                        "outcome", outcome,
                        "explanation", "已完成",
                        "reason", "如上",
                        "evidence", List.of("https://example.org/1")),
                "reporter");
        step(sample, region, Map.of("to", "CLOSED"), "reviewer");
    }

    private void step(SampleCase sample, String region, Map<String, ?> body, String who) {
        String id = ObligationId.derive(sample.id().value(), region).value();
        assertThat(service.post(
                                "/api/replication/v1/obligations/" + id + "/transitions",
                                RunningService.token(who, Role.COORDINATOR, null),
                                body)
                        .status())
                .isEqualTo(200);
    }

    private JsonNode adoption(SampleCase sample) {
        return service.get("/api/replication/v1/cases/" + sample.id() + "/adoption")
                .body();
    }

    private JsonNode ledger(String query) {
        return service.get("/api/replication/v1/regions/441700/ledger?" + query).body();
    }
}
