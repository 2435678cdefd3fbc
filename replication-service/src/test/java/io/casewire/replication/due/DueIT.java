package io.casewire.replication.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.ObligationEvent.ObligationDueSet;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DueIT {
    private static final String API = "/api/replication/v1/obligations";

    private final RunningService service = RunningService.shared();
    private final String coordinator = RunningService.token("密名协调员", Role.COORDINATOR, null);
    private final String hunan = RunningService.token("r", Role.REGION, "430000");

    @Test
    void aCoordinatorSetsADeadlineThatOutlastsRevisionsAndTakesItBack() {
        SampleCase sample = published("期限" + UUID.randomUUID(), "430000", "420000");
        String path = path(sample, "430000");
        assertThat(service.put(path + "/due", hunan, day("2090-06-30")).status())
                .isEqualTo(403);
        assertThat(service.put(path + "/due", null, day("2090-06-30")).status()).isEqualTo(401);
        Answer set = service.put(path + "/due", coordinator, day("2090-06-30"), "If-Match", "\"1\"");
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.text("dueOn")).isEqualTo("2090-06-30");
        assertThat(set.body().path("due").path("source").asString()).isEqualTo("COORDINATOR");
        assertThat(set.body().path("due").path("actor").asString()).isEqualTo("密名协调员");
        assertThat(set.body().path("due").path("provisional").asBoolean(true)).isFalse();
        assertThat(set.body().path("overdue").asBoolean(true)).isFalse();
        assertThat(set.body().path("workingDaysLeft").asLong()).isGreaterThan(15_000);
        assertThat(set.body().path("workingDaysProvisional").asBoolean()).isTrue();
        assertThat(service.put(path + "/due", coordinator, day("2090-06-30")).header("ETag"))
                .as("the same again changes nothing")
                .isEqualTo(set.header("ETag"));
        assertThat(service.put(path + "/due", coordinator, day("2090-07-01"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        service.publish(sample.renamed(sample.title() + "改").revised(2));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(service.get(path).text("caseTitle")).endsWith("改"));
        Answer revised = service.get(path);
        assertThat(revised.text("dueOn")).isEqualTo("2090-06-30");
        assertThat(revised.body().path("due").path("source").asString()).isEqualTo("COORDINATOR");
        assertThat(revised.body().toString()).doesNotContain("密名", "密由");
        assertThat(service.get(API + "?case=" + sample.id()).body().toString()).doesNotContain("密名", "密由");
        assertThat(service.get(path, hunan).body().toString()).contains("密由");
        Answer back = service.delete(path + "/due?reason=" + encoded("密由撤销"), coordinator);
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.body().has("dueOn")).isFalse();
        assertThat(back.body().path("due").path("reason").asString()).isEqualTo("密由撤销");
        assertThat(service.delete(path + "/due", coordinator).header("ETag")).isEqualTo(back.header("ETag"));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(RunningService.events())
                .filteredOn(event -> event.event() instanceof ObligationDueSet
                        && event.event().obligation().caseId().equals(sample.id()))
                .extracting(event -> String.valueOf(event.event().obligation().dueOn()))
                .containsExactly("2090-06-30", "null"));
    }

    @Test
    void aDeadlineMayBeCountedInWorkingDaysAndSaysWhetherAYearWasNotAnnounced() {
        SampleCase sample = published("工作日" + UUID.randomUUID(), "430000");
        String path = path(sample, "430000") + "/due";
        Answer counted = service.put(path, coordinator, workingDays(3, "2026-02-13"));
        assertThat(counted.text("dueOn")).isEqualTo("2026-02-25");
        assertThat(counted.body().path("due").path("workingDays").asInt()).isEqualTo(3);
        assertThat(counted.body().path("due").path("countedFrom").asString()).isEqualTo("2026-02-13");
        assertThat(counted.body().path("due").path("provisional").asBoolean(true))
                .isFalse();
        assertThat(counted.body().path("overdue").asBoolean()).isTrue();
        Answer provisional = service.put(path, coordinator, workingDays(30, "2090-11-30"));
        assertThat(provisional.body().path("due").path("provisional").asBoolean())
                .isTrue();
    }

    @Test
    void refusesWhatIsNoDeadlineAndLinesThatNeedNone() {
        SampleCase sample = SampleCase.titled("拒绝" + UUID.randomUUID())
                .from("湖南自贸试验区")
                .promotedTo(PromotionScope.NATIONWIDE, "2023");
        service.publish(sample.published());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lines("?case=" + sample.id())).hasSize(31));
        String path = path(sample, "420000") + "/due";
        assertThat(service.put(path, coordinator, Map.of("on", "2090-06-30")).text("type"))
                .endsWith("reason-missing");
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("reason", "无"),
                Map.of("reason", "无", "on", "2090-6-30"),
                Map.of("reason", "无", "on", "20900-06-30"),
                Map.of("reason", "无", "on", "2090-06-30", "workingDays", 3, "from", "2090-01-01"),
                Map.of("reason", "无", "workingDays", 3),
                Map.of("reason", "无", "workingDays", 0, "from", "2090-01-01"))) {
            assertThat(service.put(path, coordinator, bad).status())
                    .as("%s", bad)
                    .isEqualTo(400);
        }
        assertThat(service.put(path(sample, "430000") + "/due", coordinator, day("2090-06-30"))
                        .text("type"))
                .endsWith("origin-has-nothing-to-adopt");
        assertThat(service.put(API + "/obl-nothing/due", coordinator, day("2090-06-30"))
                        .status())
                .isEqualTo(404);
        service.post(path(sample, "420000") + "/waiver", coordinator, Map.of("reason", "另行部署"));
        assertThat(service.put(path, coordinator, day("2090-06-30")).text("type"))
                .endsWith("obligation-lapsed");
    }

    @Test
    void aBatchTellsWhatItWouldDoDoesItInPartsAndChangesNoLineTwice() {
        String number = "批函〔2023〕" + Math.floorMod(UUID.randomUUID().hashCode(), 999_999) + "号";
        SampleCase sample = SampleCase.titled("批量" + UUID.randomUUID())
                .from("湖南自贸试验区")
                .promotedTo(PromotionScope.NATIONWIDE, "2023")
                .restingOn(number);
        service.publish(sample.published());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lines("?case=" + sample.id())).hasSize(31));
        String filter = "{\"instrument\":\"" + number.replace('〔', '[').replace('〕', ']') + "\"}";
        assertThat(batch(hunan, filter, "").status()).isEqualTo(403);
        assertThat(batch(coordinator, "{}", "").text("type")).endsWith("filter-missing");
        assertThat(batch(coordinator, "{\"domain\":\"nothing\"}", "").text("type"))
                .endsWith("unknown-value");
        Answer dry = batch(coordinator, filter, ",\"dryRun\":true");
        assertThat(dry.body().path("matching").asInt()).isEqualTo(30);
        assertThat(dry.body().path("changed").asInt()).isEqualTo(30);
        assertThat(lines("?case=" + sample.id())).noneMatch(line -> line.has("dueOn"));
        Answer first = batch(coordinator, filter, ",\"size\":20");
        assertThat(first.body().path("looked").asInt()).isEqualTo(20);
        assertThat(first.body().path("changed").asInt()).isEqualTo(20);
        assertThat(lines("?due_after=2090-01-01&case=" + sample.id())).hasSize(20);
        Answer rest = batch(coordinator, filter, ",\"size\":20,\"cursor\":\"" + first.text("next") + "\"");
        assertThat(rest.body().path("changed").asInt()).isEqualTo(10);
        assertThat(rest.body().has("next")).isFalse();
        Answer again = batch(coordinator, filter, "");
        assertThat(again.body().path("unchanged").asInt()).isEqualTo(30);
        assertThat(again.body().path("changed").asInt()).isZero();
        assertThat(lines("?case=" + sample.id()))
                .filteredOn(line -> line.path("dueOn").asString("").equals("2090-12-29"))
                .hasSize(30)
                .allMatch(line -> line.path("revision").asInt() == 2);
    }

    @Test
    void listsAreFilteredByWhatLinesAreAboutAndWhenTheyAreDue() {
        String tag = UUID.randomUUID().toString();
        SampleCase trade = published("“单一窗口” 甲" + tag, "430000", "420000", "440000");
        service.put(path(trade, "430000") + "/due", coordinator, day("2026-03-02"));
        service.put(path(trade, "420000") + "/due", coordinator, day("2090-03-02"));
        String of = "?case=" + trade.id();
        assertThat(lines(of + "&due_before=2090-03-02")).hasSize(1);
        assertThat(lines(of + "&due_after=2026-03-02")).hasSize(1);
        assertThat(lines(of + "&due_after=2026-03-01&due_before=2090-03-03")).hasSize(2);
        assertThat(lines(of + "&overdue=true"))
                .singleElement()
                .matches(line -> line.path("overdue").asBoolean()
                        && line.path("workingDaysLeft").asLong() < -100);
        assertThat(lines(of + "&overdue=true&asOf=2026-03-02")).isEmpty();
        assertThat(lines(of + "&overdue=true&asOf=2026-03-03"))
                .singleElement()
                .matches(line -> line.path("workingDaysLeft").asLong() == -1);
        assertThat(lines(of + "&overdue=false")).hasSize(2);
        assertThat(lines(of + "&domain=TRADE")).hasSize(3);
        assertThat(lines(of + "&domain=" + Domain.FINANCE.slug())).isEmpty();
        assertThat(lines(of + "&strength=mandated")).hasSize(3);
        assertThat(lines(of + "&strength=encouraged")).isEmpty();
        assertThat(lines("?title=" + encoded("单一窗口甲" + tag))).hasSize(3);
        assertThat(lines("?title=" + encoded("單一窗口　甲" + tag)))
                .as("the same text in traditional characters")
                .hasSize(3);
        assertThat(lines("?title=" + encoded("甲.*" + tag))).as("no pattern").hasSize(3);
        assertThat(lines("?title=" + encoded("双一窗口甲" + tag))).isEmpty();
        assertThat(service.put(path(trade, "430000") + "/due", hunan, day("2090-01-01"))
                        .status())
                .isEqualTo(403);
        report(trade, "430000", "IN_PROGRESS");
        report(trade, "430000", "SUBMITTED");
        assertThat(lines(of + "&overdue=true"))
                .as("what is submitted waits for the reviewer")
                .isEmpty();
        assertThat(service.get("/api/replication/v1/regions/420000/ledger?size=500")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(line -> line.path("caseId")
                                .asString("")
                                .equals(trade.id().value())))
                .singleElement()
                .matches(line -> line.has("workingDaysLeft"));
    }

    @Test
    void unknownValuesAreRefused() {
        for (String bad : List.of(
                "sort=newest",
                "strength=hard",
                "domain=none",
                "due_before=2026-2-1",
                "asOf=today",
                "overdue=maybe",
                "title=%E3%80%82",
                "instrument=-")) {
            assertThat(service.get(API + "?" + bad).status()).as("%s", bad).isEqualTo(400);
        }
        String cursor = service.get(API + "?sort=title&size=1").text("next");
        assertThat(service.get(API + "?sort=due&cursor=" + cursor).status()).isEqualTo(400);
        assertThat(service.get(API + "?cursor=" + cursor).status()).isEqualTo(400);
    }

    @Test
    void pagesInEveryOrderGiveEachLineOnce() {
        String tag = UUID.randomUUID().toString();
        SampleCase b = published(tag + "乙".repeat(150), "430000", "420000", "440000");
        SampleCase a = published(tag + "甲", "430000", "420000");
        service.put(path(b, "440000") + "/due", coordinator, day("2090-03-02"));
        service.put(path(a, "420000") + "/due", coordinator, day("2090-03-01"));
        report(a, "430000", "IN_PROGRESS");
        for (String sort : List.of("id", "due", "title", "status", "instrument")) {
            List<JsonNode> all = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = service.get(API + "?title=" + tag + "&size=2&sort=" + sort + next)
                        .body();
                page.path("items").forEach(all::add);
                next = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
            } while (!next.isEmpty());
            assertThat(all.stream().map(line -> line.path("id").asString()))
                    .as(sort)
                    .hasSize(5)
                    .doesNotHaveDuplicates();
            switch (sort) {
                case "due" ->
                    assertThat(all.stream().map(line -> line.path("dueOn").asString("none")))
                            .containsExactly("2090-03-01", "2090-03-02", "none", "none", "none");
                case "title" ->
                    assertThat(all.stream()
                                    .map(line ->
                                            line.path("caseTitle").asString().contains("乙")))
                            .containsExactly(true, true, true, false, false);
                case "status" ->
                    assertThat(all.getFirst().path("status").asString()).isEqualTo("IN_PROGRESS");
                default -> assertThat(all).isNotEmpty();
            }
        }
    }

    @Test
    void theCalendarSaysWhatIsCountedByAndWhatIsNotAnnounced() {
        JsonNode year = service.get("/api/replication/v1/calendar?year=2026").body();
        assertThat(year.path("announced").asBoolean()).isTrue();
        assertThat(year.path("notices").valueStream().map(JsonNode::asString)).containsExactly("国办发明电〔2025〕7号");
        assertThat(year.path("sources").valueStream().map(JsonNode::asString)).containsExactly("casewire");
        assertThat(year.path("daysOff")).hasSize(33);
        assertThat(year.path("makeUpDays").valueStream().map(day -> day.path("day")
                        .asString()))
                .containsExactly("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
        JsonNode next = service.get("/api/replication/v1/calendar?year=2090").body();
        assertThat(next.path("announced").asBoolean(true)).isFalse();
        assertThat(next.path("daysOff")).isEmpty();
        assertThat(service.get("/api/replication/v1/calendar?year=1").status()).isEqualTo(400);
    }

    private void report(SampleCase sample, String region, String to) {
        Map<String, Object> body = to.equals("SUBMITTED")
                ? Map.of(
                        "to", to, "explanation", "已完成", "outcome", "ADOPTED", "evidence", List.of("http://a.example/1"))
                : Map.of("to", to, "explanation", "已启动");
        assertThat(service.post(
                                path(sample, region) + "/transitions",
                                RunningService.token("r", Role.REGION, region),
                                body)
                        .status())
                .isEqualTo(200);
    }

    private SampleCase published(String title, String... regions) {
        SampleCase sample = SampleCase.titled(title).promotedTo(PromotionScope.NAMED, "2023", regions);
        service.publish(sample.published());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lines("?case=" + sample.id())).hasSize(regions.length));
        return sample;
    }

    private Answer batch(String token, String filter, String more) {
        return service.post(
                API + "/due",
                token,
                "{\"filter\":" + filter + ",\"on\":\"2090-12-29\",\"reason\":\"年度要求\"" + more + "}");
    }

    private List<JsonNode> lines(String query) {
        Answer answer = service.get(API + query);
        assertThat(answer.status()).as("%s: %s", query, answer.body()).isEqualTo(200);
        return answer.body().path("items").valueStream().toList();
    }

    private static Map<String, Object> day(String on) {
        return Map.of("on", on, "reason", "密由推进会");
    }

    private static Map<String, Object> workingDays(int number, String from) {
        return Map.of("workingDays", number, "from", from, "reason", "密由推进会");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String path(SampleCase sample, String region) {
        return API + "/" + ObligationId.derive(sample.id().value(), region).value();
    }
}
