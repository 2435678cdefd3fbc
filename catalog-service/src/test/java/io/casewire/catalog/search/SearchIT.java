package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.CatalogClient;
import io.casewire.catalog.CatalogTest;
import io.casewire.catalog.Wire;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CatalogTest
class SearchIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CASES = "/api/catalog/v1/cases";

    private final Wire wire = new Wire();
    private final CatalogClient client;

    SearchIT(@LocalServerPort int port) {
        this.client = new CatalogClient(port);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void findsWhatWasJustStoredAndNoLongerWhatWasWithdrawn() {
        CaseRecord content = CaseDraft.of("found", "进口棉花检验监管改革")
                .practice("企业可在堆场<b>直提</b>。")
                .zones("山东自贸试验区")
                .originality(Originality.PROVINCIAL_FIRST)
                .scope(PromotionScope.NATIONWIDE)
                .metric("检验时间", "60")
                .content();
        wire.tell(content, 1).flush();
        awaitTotal(1, "q", "棉花");
        JsonNode answer = client.get(CASES, "q", "堆场", "zone", "山东自贸试验区", "scope", "NATIONWIDE", "hasMetrics", "true")
                .json();
        assertThat(answer.path("total").asLong()).isEqualTo(1);
        JsonNode item = answer.path("items").get(0);
        assertThat(item.path("id").asString()).isEqualTo(content.id().value());
        assertThat(item.path("metrics").asInt()).isEqualTo(1);
        assertThat(item.path("highlights").path("practice").asString())
                .isEqualTo("企业可在<mark>堆场</mark>&lt;b&gt;直提&lt;/b&gt;。");
        assertThat(answer.path("facets").path("originality").toString())
                .isEqualTo("[{\"value\":\"PROVINCIAL_FIRST\",\"count\":1}]");
        assertThat(answer.has("next")).isFalse();
        wire.withdraw(content, 2, "重复").flush();
        awaitTotal(0, "q", "棉花");
    }

    @Test
    void saysHowTheQueryWasUnderstood() {
        CaseRecord content = CaseDraft.of("understood", "铁路箱下水直运监管")
                .practice("货物换装时间缩短。")
                .zones("重庆自贸试验区")
                .metrics(UnderstandingTests.change("12", "3", "小时"))
                .content();
        wire.tell(content, 1).flush();
        awaitTotal(1, "q", "下水直运");
        JsonNode answer = client.get(CASES, "q", "铁路箱下水值运 重庆自贸区 火星").json();
        JsonNode query = answer.path("query");
        assertThat(query.path("didYouMean").asString()).isEqualTo("铁路箱下水直运 重庆自贸区 火星");
        assertThat(query.path("places").toString()).isEqualTo("[\"重庆自贸试验区\"]");
        assertThat(query.path("unknown").toString()).isEqualTo("[\"火星\"]");
        JsonNode first = answer.path("items").get(0);
        assertThat(first.path("id").asString()).isEqualTo(content.id().value());
        assertThat(first.path("leftOut").toString()).isEqualTo("[\"火星\"]");
        assertThat(client.get(CASES, "before", "12小时", "change", "..-50", "sort", "effect", "dimension", "time")
                        .ids())
                .containsExactly(content.id().value());
        assertThat(client.get(CASES, "before", "12工作日").ids()).isEmpty();
    }

    @Test
    void walksThroughAllPagesAndSeesEachCaseOnce() {
        for (int i = 0; i < 23; i++) {
            wire.tell(
                    CaseDraft.of("walk" + i, "步行" + i)
                            .domain(Domain.COOPERATION)
                            .leadUnits("步行厅")
                            .content(),
                    1);
        }
        wire.flush();
        awaitTotal(23, "unit", "步行厅");
        for (String typed : List.of("", "步行")) {
            List<String> seen = new ArrayList<>();
            @Nullable String cursor = null;
            do {
                CatalogClient.Answer page = cursor == null
                        ? client.get(CASES, "unit", "步行厅", "q", typed, "size", "5")
                        : client.get(CASES, "unit", "步行厅", "q", typed, "size", "5", "cursor", cursor);
                assertThat(page.status()).isEqualTo(200);
                seen.addAll(page.ids());
                cursor = page.json().path("next").asStringOpt().orElse(null);
            } while (cursor != null && seen.size() < 100);
            assertThat(seen).hasSize(23).doesNotHaveDuplicates();
        }
    }

    @Test
    void countsWhatIsThere() {
        wire.tell(CaseDraft.of("counted", "计数").zones("计数自贸试验区").content(), 1).flush();
        awaitTotal(1, "q", "计数");
        JsonNode counts = client.get("/api/catalog/v1/counts").json();
        assertThat(counts.path("cases").asLong()).isPositive();
        assertThat(counts.path("documents").asLong()).isPositive();
        assertThat(counts.path("zones").toString()).contains("{\"value\":\"计数自贸试验区\",\"count\":1}");
        assertThat(counts.path("domains").toString()).contains("{\"value\":\"trade\",\"count\":");
        assertThat(counts.path("latest").size()).isBetween(1, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "domain,nowhere,unknown-value",
        "originality,national_frist,unknown-value",
        "scope,EVERYWHERE,unknown-value",
        "year,two,unknown-value",
        "zone,湖南自由试验,unknown-value",
        "area,岳阳片,unknown-value",
        "hasMetrics,maybe,unknown-value",
        "size,0,invalid-parameter",
        "size,101,invalid-parameter",
        "size,ten,invalid-parameter",
        "size,-1,invalid-parameter",
        "size,99999999999,invalid-parameter",
        "cursor,abc,invalid-parameter",
        "cursor,'{\"$gt\":\"\"}',invalid-parameter",
        "zone,' ',invalid-parameter",
        "hasMetrics,TRUE,unknown-value",
        "document,x,unknown-value",
        "strength,URGED,unknown-value",
        "genre,NOVEL,unknown-value",
        "batch,first,unknown-value",
        "instrumentYear,two,unknown-value",
        "metric,AVERAGE,unknown-value",
        "dimension,money,unknown-value",
        "change,half,invalid-parameter",
        "before,1天..2小时,invalid-parameter",
        "sort,best,unknown-value",
        "fold,no,unknown-value",
        "domian,trade,unknown-parameter",
        "domain[$ne],trade,unknown-parameter",
    })
    void namesTheParameterItRefuses(String name, String value, String slug) {
        CatalogClient.Answer refused = client.get(CASES, name, value);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.type()).isEqualTo("application/problem+json");
        assertThat(refused.json().path("type").asString()).isEqualTo("urn:casewire:problem:" + slug);
        assertThat(refused.json().path("parameter").asString()).isEqualTo(name);
        assertThat(refused.json().path("detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "domain,Trade",
        "originality,national_first",
        "scope,Nationwide",
        "zone,湖南自贸区",
        "zone,中国(湖南)自由贸易试验区",
        "zone,湖南自貿試驗區",
        "area,岳陽片區",
    })
    void takesEveryFormOfANameOfAClosedSet(String name, String value) {
        assertThat(client.get(CASES, name, value).status()).isEqualTo(200);
    }

    @Test
    void refusesQueriesThatAreTooLong() {
        assertThat(client.get(CASES, "q", "通".repeat(101))
                        .json()
                        .path("parameter")
                        .asString())
                .isEqualTo("q");
        assertThat(client.get(CASES, "q", "a ".repeat(17))
                        .json()
                        .path("parameter")
                        .asString())
                .isEqualTo("q");
        assertThat(client.get(CASES, "q", "自贸区".repeat(33)).status()).isEqualTo(200);
        assertThat(client.get(CASES, "q", "blockchainx ".repeat(8)).status()).isEqualTo(200);
        assertThat(client.get(CASES, "q", "a", "q", "b")
                        .json()
                        .path("parameter")
                        .asString())
                .isEqualTo("q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ne\":null}",
                "{\"$where\":\"sleep(10000)\"}",
                "$where",
                "'; return true; //",
                "[$ne]=1",
                ".*",
                "../../etc/passwd",
                "${jndi:ldap://127.0.0.1/a}",
            })
    void takesOperatorsForPlainText(String operator) {
        for (String name : List.of("q", "unit")) {
            CatalogClient.Answer answer = client.get(CASES, name, operator);
            assertThat(answer.status()).as(name).isEqualTo(200);
            assertThat(answer.json().path("total").asLong()).as(name).isZero();
        }
        for (String name : List.of("zone", "area")) {
            assertThat(client.get(CASES, name, operator).status()).as(name).isEqualTo(400);
        }
        for (String name : List.of("region", "kind", "document", "cursor")) {
            CatalogClient.Answer answer = client.get("/api/catalog/v1/evidence", name, operator);
            assertThat(answer.status()).as(name).isIn(200, 400);
            assertThat(answer.json().path("items").size()).as(name).isZero();
        }
    }

    @Test
    void refusesWhatIsNoReading() {
        assertThat(client.get("/api/catalog/v1/nothing").status()).isEqualTo(404);
        assertThat(client.get("/actuator/health/liveness").json().path("status").asString())
                .isEqualTo("UP");
        assertThat(client.get("/actuator/health/readiness")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(client.get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(client.get("/actuator/env").status()).isEqualTo(401);
    }

    private void awaitTotal(long total, String... parameters) {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        client.get(CASES, parameters).json().path("total").asLong())
                .isEqualTo(total));
    }
}
