package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.identity.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What becomes of a subscription is what its request says, or nothing. */
class SubscriptionRequestsIT {
    private static final String PATH = "/api/notify/v1/subscriptions";
    private static RunningNotify notify;

    @BeforeAll
    static void start() {
        notify = RunningNotify.start();
    }

    @AfterAll
    static void stop() {
        notify.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "domains     | Trade                      | trade",
                "domains     | 贸易便利化                 | trade",
                "domains     | 貿易便利化                 | trade",
                "domains     | ＴＲＡＤＥ                 | trade",
                "domains     | INTELLECTUAL_PROPERTY      | intellectual-property",
                "kinds       | Case.Published             | case.published",
                "kinds       | casewire.case.revised.v1   | case.revised",
                "zones       | 湖南自贸区                 | 湖南自贸试验区",
                "zones       | 中国(湖南)自由贸易试验区   | 湖南自贸试验区",
                "zones       | 湖南自貿試驗區             | 湖南自贸试验区",
                "areas       | 岳陽片區                   | 岳阳片区",
                "regions     | 湖南省                     | 430000",
                "regions     | ４３００００               | 430000",
                "originality | national_first             | NATIONAL_FIRST",
                "originality | 全国首创                   | NATIONAL_FIRST",
                "scopes      | nationwide                 | NATIONWIDE",
                "scopes      | 自贸试验区                 | PILOT_ZONES",
                "strengths   | mandated                   | MANDATED",
                "strengths   | 借鑒                       | ENCOURAGED",
                "genres      | 推广清单                   | PROMOTION_LIST",
                "levels      | prefecture                 | PREFECTURE",
                "levels      | 县级                       | COUNTY",
                "statuses    | 已销号                     | CLOSED",
                "outcomes    | adopted                    | ADOPTED",
                "instruments | 国函〔2023〕56号           | 国函〔2023〕56号",
            })
    void takesEveryNameOfAValueForThatValue(String property, String name, String value) {
        HttpResponse<String> answer = post("\"%s\":[\"%s\"]".formatted(property, name));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode values = RunningNotify.json(answer).at("/" + property);
        assertThat(values).hasSize(1);
        assertThat(values.get(0).asString()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"domains\":[\"trad\"]             | 'trad'         | trade",
                "\"domains\":[\"trade\",null]       | domains        | null",
                "\"kinds\":[\"case.publish\"]       | 'case.publish' | case.published",
                "\"zones\":[\"湖南自贸试验曲\"]     | '湖南自贸试验曲' | 湖南自贸试验区",
                "\"areas\":[\"岳阴片区\"]           | '岳阴片区'     | 岳阳片区",
                "\"regions\":[\"430009\"]           | '430009'       | 430000",
                "\"regions\":[\"海南\"]             | '海南'         | 海南藏族自治州",
                "\"originality\":[\"FIRST\"]        | 'FIRST'        | NATIONAL_FIRST",
                "\"scopes\":[\"everywhere\"]        | 'everywhere'   | NATIONWIDE",
                "\"strengths\":[\"mandate\"]        | 'mandate'      | MANDATED",
                "\"genres\":[\"推广单\"]            | '推广单'       | 推广清单",
                "\"levels\":[\"OTHER\"]             | 'OTHER'        | PROVINCE",
                "\"statuses\":[\"close\"]           | 'close'        | CLOSED",
                "\"outcomes\":[\"adapted\"]         | 'adapted'      | ADOPTED",
                "\"concerns\":\"430009\"            | '430009'       | 430000",
                "\"concerns\":\"吉林\"              | '吉林'         | 吉林市",
                "\"concerns\":\" \"                 | concerns       | nothing readable",
                "\"statuses\":[\"CLOSED\"],\"kinds\":[\"case.published\"] | case.published | only obligations",
                "\"concerns\":\"430000\",\"kinds\":[\"task.published\"] | task.published | case.published",
                "\"query\":\"  \"                   | query          | blank",
                "\"query\":\"通关\",\"units\":[]    | units          | empty",
                "\"units\":[\"\u200b \"]            | units          | nothing readable",
                "\"agency\":\"商务\",\"query\":\"通关\" | '商务'      | itself",
            })
    void refusesByNameWhatItDoesNotUnderstand(String criteria, String named, String nearest) {
        HttpResponse<String> answer = post(criteria);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(RunningNotify.json(answer).at("/detail").asString()).contains(named.strip(), nearest.strip());
    }

    @ParameterizedTest
    @CsvSource({"430000,430000", "湖南省,430000", "430102,430102", "長沙市,430100"})
    void concernsIsOnePlaceByCodeOrName(String given, String code) {
        HttpResponse<String> answer = post("\"concerns\":\"%s\"".formatted(given));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode made = RunningNotify.json(answer);
        assertThat(made.at("/concerns").asString()).isEqualTo(code);
        assertThat(made.at("/kinds").toString())
                .contains("case.published", "evidence.adoption-found", "obligation.overdue")
                .doesNotContain("case.revised", "task");
    }

    @Test
    void asksObligationsWhereNoKindIsNamedAndOnlyTheyHaveWhatIsAskedFor() {
        JsonNode kinds = RunningNotify.json(post("\"levels\":[\"COUNTY\"]")).at("/kinds");

        assertThat(kinds).hasSize(7).allSatisfy(kind -> assertThat(kind.asString())
                .startsWith("obligation."));
    }

    @Test
    void whatIsNoIdFindsNoDeliveriesButARefusal() {
        String id = SubscriptionId.derive("nobody's").value();
        for (String query : List.of("x", id + "x", id.toUpperCase(Locale.ROOT))) {
            HttpResponse<String> answer = deliveries("subscription=" + query);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(RunningNotify.json(answer).at("/parameter").asString()).isEqualTo("subscription");
        }
        assertThat(deliveries("subscription=" + id).statusCode()).isEqualTo(200);
        assertThat(deliveries("status=pending").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "querry, query",
        "strength, strengths",
        "concern, concerns",
        "digest, ''",
        "Domains, domains",
        "domain, domains",
    })
    void refusesAPropertyThatThereIsNot(String property, String nearest) {
        HttpResponse<String> answer = post("\"%s\":[\"trade\"],\"query\":\"通关\"".formatted(property));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(RunningNotify.json(answer).at("/detail").asString()).contains("'" + property + "'", nearest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"query\":5",
                "\"includeHistory\":\"yes\",\"query\":\"通关\"",
                "\"includeHistory\":1,\"query\":\"通关\"",
                "\"domains\":\"trade\"",
                "\"query\":\"通关\",\"query\":\"海关\"",
            })
    void refusesAValueOfAnotherType(String criteria) {
        assertThat(post(criteria).statusCode()).isEqualTo(400);
    }

    @Test
    void subscribesToAllCasesOnlyWhereThatIsSaid() {
        HttpResponse<String> nothing = post("");
        HttpResponse<String> everything = post("\"allCases\":true");
        HttpResponse<String> both = post("\"allCases\":true,\"query\":\"通关\"");

        assertThat(nothing.statusCode()).as(nothing.body()).isEqualTo(422);
        assertThat(RunningNotify.json(nothing).at("/detail").asString()).contains("allCases");
        assertThat(everything.statusCode()).as(everything.body()).isEqualTo(201);
        assertThat(RunningNotify.json(everything).at("/kinds")).hasSize(3);
        assertThat(both.statusCode()).as(both.body()).isEqualTo(422);
    }

    @Test
    void changesNothingWhereAChangeIsRefused() {
        JsonNode subscription = RunningNotify.json(post("\"query\":\"通关\""));
        String path = PATH + "/" + subscription.at("/id").asString();
        String token = RunningNotify.token(Role.AGENCY, "海关");
        for (String body : List.of(
                "{\"querry\":\"海关\",\"webhook\":{\"url\":\"http://127.0.0.1:9/x\"}}",
                "{\"domains\":[\"nonsense\"],\"webhook\":{\"url\":\"http://127.0.0.1:9/x\"}}",
                "{\"query\":\"海关\",\"agency\":\"商务\",\"webhook\":{\"url\":\"http://127.0.0.1:9/x\"}}",
                "{\"webhook\":{\"url\":\"http://127.0.0.1:9/x\"}}")) {
            assertThat(notify.call("PUT", path, token, body).statusCode())
                    .as(body)
                    .isBetween(400, 422);
        }

        JsonNode now = RunningNotify.json(notify.call("GET", path, token, null));
        assertThat(now.at("/version").asLong()).isEqualTo(1);
        assertThat(now.at("/query").asString()).isEqualTo("通关");
    }

    @Test
    void refusesAnUnknownPropertyOfASecretToo() {
        JsonNode subscription = RunningNotify.json(post("\"query\":\"通关\""));

        HttpResponse<String> answer = notify.call(
                "POST",
                PATH + "/" + subscription.at("/id").asString() + "/secret",
                RunningNotify.token(Role.AGENCY, "海关"),
                "{\"secrets\":\"whsec_x\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'secrets'", "secret");
    }

    private static HttpResponse<String> deliveries(String query) {
        return notify.call("GET", "/api/notify/v1/deliveries?" + query, RunningNotify.token(Role.AGENCY, "海关"), null);
    }

    private static HttpResponse<String> post(String criteria) {
        return notify.call(
                "POST",
                PATH,
                RunningNotify.token(Role.AGENCY, "海关"),
                "{" + criteria + (criteria.isEmpty() ? "" : ",")
                        + "\"webhook\":{\"url\":\"http://127.0.0.1:9/hook\"}}");
    }
}
