package io.casewire.replication.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.SampleCase;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

class AsOfIT {
    private static final Instant DERIVED = Instant.parse("2026-02-28T20:00:00Z");
    private static final String API = "/api/replication/v1";

    private final RunningService service = RunningService.shared();

    @Test
    void countsOfAPastDayAreWhatWasTrueAtItsEndInChina() {
        SampleCase sample =
                SampleCase.titled("截至" + UUID.randomUUID()).promotedTo(PromotionScope.NATIONWIDE, "2023-11-14");
        service.publish(sample.published());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(sample)).hasSize(31));
        entries(sample)
                .forEach(entry -> write(
                        entry, Entry.derived(entry.obligation(), DERIVED).rederived(entry.obligation(), DERIVED)));
        change(sample, "420000", entry -> entry.lapsing(1, "不再适用", Instant.parse("2026-05-10T15:59:59Z")));
        change(
                sample,
                "410000",
                entry -> entry.evidencedBy(List.of(EvidenceId.derive("past")), Instant.parse("2026-06-30T16:00:00Z")));
        String id = line(sample, "430000").id().value();
        String token = RunningService.token("r", Role.COORDINATOR, null);
        assertThat(service.post(
                                API + "/obligations/" + id + "/transitions",
                                token,
                                Map.of("to", "IN_PROGRESS", "explanation", "已部署"))
                        .status())
                .isEqualTo(200);

        assertThat(rate(sample, "2026-03-01")).isEqualTo("31 0 0");
        assertThat(rate(sample, "2026-05-09")).isEqualTo("31 0 0");
        assertThat(rate(sample, "2026-05-10")).isEqualTo("30 0 0");
        assertThat(rate(sample, "2026-06-30")).isEqualTo("30 0 0");
        assertThat(rate(sample, "2026-07-01")).isEqualTo("30 0 1");
        assertThat(rate(sample, null)).isEqualTo("30 1 1");
        assertThat(rate(sample, today())).isEqualTo("30 1 1");
        JsonNode then = get("/cases/" + sample.id() + "/adoption?asOf=2026-05-09");
        assertThat(then.path("countedOn").asString()).isEqualTo("2026-05-09");
        assertThat(then.path("regions")).hasSize(31);
        assertThat(then.path("rate").path("unknown").asInt()).isEqualTo(31);
        assertThat(get("/cases/" + sample.id() + "/adoption").path("regions")).hasSize(30);
        assertThat(get("/regions/comparison?asOf=2026-05-09&case=" + sample.id())
                        .path("notComparable"))
                .hasSize(31);
        assertThat(get("/statistics?by=region&size=500&asOf=2026-05-10&case=" + sample.id())
                        .path("items"))
                .hasSize(30);
        assertThat(get("/matrix?asOf=2026-05-09").path("day").asString()).isEqualTo("2026-05-09");
        assertThat(get("/counts?asOf=2026-05-09").path("obligations").asInt()).isEqualTo(31);
    }

    @Test
    void curvesGapsAndLedgersOfAPastDayAreWhatWasTrueAtItsEnd() {
        // later than the other case here, which a day before it counts alone
        Instant derived = Instant.parse("2026-05-15T00:00:00Z");
        SampleCase sample =
                SampleCase.titled("截至" + UUID.randomUUID()).promotedTo(PromotionScope.NATIONWIDE, "2023-11-14");
        service.publish(sample.published());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(sample)).hasSize(31));
        entries(sample)
                .forEach(entry -> write(
                        entry, Entry.derived(entry.obligation(), derived).rederived(entry.obligation(), derived)));
        close(sample, "310000", "2026-05-20T02:00:00Z");
        close(sample, "320000", "2026-06-10T15:59:59Z");
        change(sample, "330000", entry -> entry.lapsing(1, "不再适用", Instant.parse("2026-06-20T00:00:00Z")));

        String curve = "/cases/" + sample.id() + "/adoption/curve?asOf=";
        assertThat(get(curve + "2026-05-19").path("points")).isEmpty();
        assertThat(get(curve + "2026-06-09").path("points")).hasSize(1);
        JsonNode june = get(curve + "2026-06-10");
        assertThat(june.path("day").asString()).isEqualTo("2026-06-10");
        assertThat(june.path("points").path(1).path("closedOut").asInt()).isEqualTo(2);
        assertThat(june.path("points").path(1).path("inScope").asInt()).isEqualTo(31);
        assertThat(june.path("adopters").path(1).path("code").asString()).isEqualTo("320000");
        assertThat(get(curve + "2026-06-20").path("rate").path("inScope").asInt())
                .isEqualTo(30);
        assertThat(get("/adoption/curve?asOf=2026-06-09&case=" + sample.id())
                        .path("last")
                        .path("code")
                        .asString())
                .isEqualTo("310000");

        assertThat(peers(sample, "2026-06-09", 2)).isEmpty();
        assertThat(peers(sample, "2026-06-09", 1)).containsExactly("310000");
        assertThat(peers(sample, "2026-06-10", 2)).containsExactly("310000", "320000");

        assertThat(statuses(sample, "310000", "asOf=2026-05-19")).containsExactly("UNKNOWN");
        assertThat(statuses(sample, "310000", "asOf=2026-05-20")).containsExactly("CLOSED");
        assertThat(statuses(sample, "310000", "asOf=2026-05-19&status=CLOSED")).isEmpty();
        assertThat(statuses(sample, "310000", "asOf=2026-05-20&status=closed")).containsExactly("CLOSED");
        assertThat(statuses(sample, "330000", "asOf=2026-06-19")).containsExactly("UNKNOWN");
        assertThat(statuses(sample, "330000", "asOf=2026-06-20")).isEmpty();
        assertThat(statuses(sample, "330000", "asOf=2026-06-20&lapsed=true")).containsExactly("UNKNOWN");
        JsonNode ledger = get("/regions/310000/ledger?asOf=2026-06-30");
        assertThat(ledger.path("day").asString()).isEqualTo("2026-06-30");
        assertThat(ledger.path("rate").path("adopted").asInt()).isEqualTo(1);
        SampleCase another =
                SampleCase.titled("截至" + UUID.randomUUID()).promotedTo(PromotionScope.NAMED, "2023-11-14", "310000");
        service.publish(another.published());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(another)).hasSize(1));
        change(another, "310000", entry -> Entry.derived(entry.obligation(), derived)
                .rederived(entry.obligation(), derived));
        // as of that day at least two cases ask something of it, a page of one each
        JsonNode first = get("/regions/310000/ledger?asOf=2026-06-30&size=1");
        JsonNode second = get("/regions/310000/ledger?asOf=2026-06-30&size=1&cursor="
                + first.path("next").asString());
        assertThat(second.path("items").path(0).path("id").asString())
                .isNotEqualTo(first.path("items").path(0).path("id").asString());
    }

    private List<String> peers(SampleCase sample, String day, int k) {
        JsonNode found = get("/regions/350000/gaps?size=200&k=" + k + "&asOf=" + day);
        assertThat(found.path("day").asString()).isEqualTo(day);
        return found.path("items")
                .valueStream()
                .filter(gap -> gap.path("caseId").asString().equals(sample.id().value()))
                .flatMap(gap -> gap.path("peers").valueStream())
                .map(peer -> peer.path("code").asString())
                .toList();
    }

    private List<String> statuses(SampleCase sample, String region, String query) {
        return get("/regions/" + region + "/ledger?size=500&" + query)
                .path("items")
                .valueStream()
                .filter(line ->
                        line.path("caseId").asString().equals(sample.id().value()))
                .map(line -> line.path("status").asString())
                .toList();
    }

    /** Closes a line as adopted, and has it in the store as if that had been done then. */
    private void close(SampleCase sample, String region, String at) {
        String id = line(sample, region).id().value();
        for (Map<String, Object> step : List.<Map<String, Object>>of(
                Map.of("to", "IN_PROGRESS", "explanation", "已部署"),
                Map.of(
                        "to", "SUBMITTED",
                        "outcome", "ADOPTED",
                        "explanation", "已完成",
                        "evidence", List.of("https://example.org/1")),
                Map.of("to", "CLOSED"))) {
            String subject = "CLOSED".equals(step.get("to")) ? "reviewer" : "reporter";
            assertThat(service.post(
                                    API + "/obligations/" + id + "/transitions",
                                    RunningService.token(subject, Role.COORDINATOR, null),
                                    step)
                            .status())
                    .isEqualTo(200);
        }
        service.bean(MongoTemplate.class)
                .execute(
                        "obligations",
                        lines -> lines.updateOne(
                                Filters.eq("_id", id),
                                Updates.combine(
                                        Updates.set("steps.0.step.at", at),
                                        Updates.set("steps.1.step.at", at),
                                        Updates.set("steps.2.step.at", at))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/statistics",
                "/statistics?by=region",
                "/matrix",
                "/counts",
                "/regions/comparison",
                "/adoption/curve",
                "/regions/350000/gaps",
                "/regions/350000/ledger"
            })
    void aDayThatIsToComeOrBeforeTheLedgerIsRefused(String path) {
        String with = path + (path.contains("?") ? "&" : "?") + "asOf=";
        for (String day : List.of("2099-01-01", "1999-01-01", "2026-6-30")) {
            RunningService.Answer answer = service.get(API + with + day);
            assertThat(answer.status()).as(day).isEqualTo(400);
            assertThat(answer.text("parameter")).isEqualTo("asOf");
        }
        assertThat(service.get(API + with + "2099-01-01").text("detail")).contains("to today, " + today());
    }

    private String rate(SampleCase sample, @Nullable String day) {
        JsonNode statistics = get("/statistics?case=" + sample.id() + (day == null ? "" : "&asOf=" + day));
        assertThat(statistics.path("day").asString()).isEqualTo(day == null ? today() : day);
        JsonNode overall = statistics.path("overall");
        return "%d %d %d"
                .formatted(
                        overall.path("inScope").asInt(),
                        overall.path("open").asInt(),
                        overall.path("evidenced").asInt());
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private JsonNode get(String path) {
        RunningService.Answer answer = service.get(API + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private void change(SampleCase sample, String region, UnaryOperator<Entry> change) {
        Entry before = line(sample, region);
        write(before, change.apply(before));
    }

    private void write(Entry before, Entry after) {
        assertThat(service.bean(Entries.class).write(List.of(new Change(after, before.revision(), null))))
                .isTrue();
    }

    private Entry line(SampleCase sample, String region) {
        return entries(sample).stream()
                .filter(entry -> entry.obligation().regionCode().equals(region))
                .findFirst()
                .orElseThrow();
    }

    private List<Entry> entries(SampleCase sample) {
        return service.bean(Entries.class).ofCases(List.of(sample.id()));
    }
}
