package io.casewire.replication.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.embedded.SharedStore;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each number of the statistics is how many lines the list behind it has, in a ledger made at random. */
class CountedListIT {
    private static final String API = "/api/replication/v1";
    private static final Instant DERIVED = Instant.parse("2026-03-01T00:00:00Z");
    private static final int CASES = 6;

    /** What asks the list for the lines that a number counts, beside the filters of the statistics. */
    private static final Map<String, String> BEHIND = behind();

    private static final Map<String, Level> REGIONS = Map.of(
            "110000", Level.PROVINCE,
            "420000", Level.PROVINCE,
            "430000", Level.PROVINCE,
            "ftz", Level.ZONE,
            "430100", Level.PREFECTURE,
            "430200", Level.PREFECTURE);

    private static final Random RANDOM = new Random(20261201);
    private static final String MARK = UUID.randomUUID().toString();
    private static RunningService service;

    private static Map<String, String> behind() {
        Map<String, String> behind = new LinkedHashMap<>();
        behind.put("inScope", "");
        behind.put("unknown", "&outcome=unknown");
        behind.put("open", "&outcome=OPEN");
        behind.put("adopted", "&outcome=adopted");
        behind.put("partial", "&outcome=partial");
        behind.put("notApplicable", "&outcome=not_applicable");
        behind.put("superseded", "&outcome=superseded");
        behind.put("numerator", "&outcome=adopted,partial");
        behind.put("denominator", "&outcome=open&outcome=adopted&outcome=partial");
        behind.put("known", "&outcome=open,adopted,partial,not_applicable,superseded");
        behind.put("evidenced", "&evidenced=true");
        return behind;
    }

    @BeforeAll
    static void fill() {
        service = RunningService.on(SharedStore.freshDatabase(), "counted-" + UUID.randomUUID());
        List<Change> changes = new ArrayList<>();
        for (int ofCase = 0; ofCase < CASES; ofCase++) {
            PolicyDocument instrument = instrument(ofCase);
            List<Domain> domains = ofCase == 5
                    ? List.of()
                    : ofCase % 2 == 0 ? List.of(Domain.TRADE) : List.of(Domain.TRADE, Domain.FINANCE);
            for (Map.Entry<String, Level> region : REGIONS.entrySet()) {
                String code = region.getKey().equals("ftz") ? zone() : region.getKey();
                for (int i = 0; i < 3; i++) {
                    changes.add(new Change(entry(ofCase, i, code, region.getValue(), domains, instrument), 0, null));
                }
            }
        }
        assertThat(service.bean(Entries.class).write(changes)).isTrue();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String zone() {
        return service.get(API + "/regions?level=ZONE&province=430000")
                .body()
                .path("items")
                .path(0)
                .path("code")
                .asString();
    }

    private static @Nullable PolicyDocument instrument(int ofCase) {
        return switch (ofCase) {
            case 0, 5 -> null;
            case 1 -> new PolicyDocument("关于做好复制推广工作的通知" + MARK, null, null);
            default -> new PolicyDocument("通知", "样函〔202" + ofCase + "〕1号" + MARK, null);
        };
    }

    private static Entry entry(
            int ofCase, int i, String code, Level level, List<Domain> domains, @Nullable PolicyDocument instrument) {
        ObligationId id = ObligationId.derive(MARK + ofCase + '-' + i, code);
        Status status = any(Status.values());
        boolean part = i == 2 && RANDOM.nextInt(3) == 0;
        Basis basis = new Basis(
                part ? Basis.Rule.DELEGATED : Basis.Rule.NAMED,
                "全国",
                instrument,
                new Basis.Day(LocalDate.of(2023, 11, 14), Basis.Known.PRINTED, null, null),
                null,
                List.of(),
                null,
                null,
                part ? new Basis.Delegation(ObligationId.derive(MARK + ofCase + "-0", code), "商务厅") : null,
                null,
                null);
        Assurance assurance = any(Assurance.values());
        Obligation obligation = new Obligation(
                id,
                caseId(ofCase),
                1,
                "案例" + ofCase,
                domains,
                code,
                code,
                RANDOM.nextInt(8) == 0 ? Role.ORIGIN : Role.ADOPTER,
                status,
                status == Status.CLOSED ? any(Outcome.values()) : null,
                assurance,
                assurance == Assurance.EVIDENCED ? List.of(EvidenceId.derive("x")) : List.of(),
                ofCase == 0 ? null : any(PromotionStrength.values()),
                "2023",
                null,
                level,
                code.startsWith("43") ? "430000" : code,
                basis,
                null,
                null);
        Entry derived = Entry.derived(obligation, DERIVED);
        return RANDOM.nextInt(7) == 0 ? derived.lapsing(1, "不再适用", DERIVED.plusSeconds(60)) : derived;
    }

    private static CaseId caseId(int ofCase) {
        return CaseId.derive(MARK + ofCase);
    }

    private static <T> T any(T[] values) {
        return values[RANDOM.nextInt(values.length)];
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "domain", "instrument", "level", "strength", "case"})
    void everyNumberOfEveryGroupIsTheLengthOfItsList(String by) {
        long checked = 0;
        for (int ofCase = 0; ofCase < CASES; ofCase++) {
            String one = "case=" + caseId(ofCase);
            for (Level level : List.of(Level.PROVINCE, Level.ZONE, Level.PREFECTURE)) {
                String asked = by.equals("level") ? one : one + "&level=" + level;
                JsonNode answer = get("/statistics?size=500&by=" + by + "&" + asked);
                for (JsonNode group : answer.path("items")) {
                    String key = by.equals("case")
                            ? ""
                            : "&" + by + "=" + encoded(group.path("key").asString());
                    checked += check(group.path("rate"), asked + key);
                }
                if (answer.path("without").isObject()) {
                    checked += check(answer.path("without"), asked + "&without=" + by);
                }
                if (answer.path("overall").isObject()) {
                    checked += check(answer.path("overall"), asked);
                }
            }
        }
        assertThat(checked).as("lines counted at all").isGreaterThan(100);
    }

    @Test
    void aLineCountsOrDoesNotAndIsEvidencedOrIsNot() {
        for (int ofCase = 0; ofCase < CASES; ofCase++) {
            String one = "/obligations?size=500&lapsed=true&case=" + caseId(ofCase);
            assertThat(length(one)).isEqualTo(18);
            assertThat(length(one + "&counted=true") + length(one + "&counted=false"))
                    .isEqualTo(18);
            assertThat(length(one + "&evidenced=true") + length(one + "&evidenced=false"))
                    .isEqualTo(18);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "outcome=adoptd,     unknown-value,     ADOPTED",
        "outcome=open&outcome=parcial, unknown-value, PARTIAL",
        "without=instruments, unknown-value,    INSTRUMENT",
        "outcomes=open,      unknown-parameter, outcome",
        "evidencd=true,      unknown-parameter, evidenced",
    })
    void whatIsNotKnownIsRefusedWithTheNearest(String query, String slug, String nearest) {
        for (String path : List.of("/obligations?", "/ledger/export?")) {
            Answer answer = service.get(API + path + query);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("type")).endsWith(":" + slug);
            assertThat(answer.body().path("nearest").valueStream().map(JsonNode::asString))
                    .contains(nearest);
        }
    }

    @Test
    void whatIsNeitherTrueNorFalseIsRefused() {
        assertThat(service.get(API + "/obligations?evidenced=maybe").status()).isEqualTo(400);
        assertThat(service.get(API + "/obligations?counted=perhaps").status()).isEqualTo(400);
    }

    @Test
    void theTableHasTheLinesOfTheList() {
        String asked = "case=" + caseId(3) + "&counted=true&outcome=open,unknown&domain=finance";
        String table = new String(
                service.download(API + "/ledger/export?format=CSV&" + asked, null)
                        .body(),
                StandardCharsets.UTF_8);
        // a title and the headings above them
        assertThat(table.lines().count() - 2)
                .isEqualTo(length("/obligations?size=500&" + asked))
                .isPositive();
    }

    /** @return how many lines the numbers count together */
    private static long check(JsonNode rate, String asked) {
        long sum = 0;
        for (Map.Entry<String, String> number : BEHIND.entrySet()) {
            long counted = rate.path(number.getKey()).asLong(-1);
            String list = "/obligations?size=500&counted=true&" + asked + number.getValue();
            assertThat(length(list)).as(number.getKey() + " of " + list).isEqualTo(counted);
            sum += counted;
        }
        return sum;
    }

    private static int length(String path) {
        JsonNode page = get(path);
        assertThat(page.path("next").isString()).as("one page").isFalse();
        return page.path("items").size();
    }

    private static JsonNode get(String path) {
        Answer answer = service.get(API + path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
