package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.parsed.Domain;
import io.casewire.identity.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A preview says what a subscription would have been told of, and makes none. */
class PreviewIT {
    private static final String PATH = "/api/notify/v1/subscriptions/preview";
    private static RunningNotify notify;

    @BeforeAll
    static void start() {
        notify = RunningNotify.start();
    }

    @AfterAll
    static void stop() {
        notify.close();
    }

    @Test
    void countsByWeekWhatASubscriptionWouldHaveBeenToldOf() {
        notify.publish(Cases.published("预览综合保税区仓储", Domain.TRADE, "-"));
        notify.publish(Cases.published("预览综合保税区退货", Domain.TRADE, "-"));
        notify.publish(Cases.published("预览综合保税区融资", Domain.FINANCE, "-"));
        String body = "{\"domains\":[\"贸易便利化\"],\"query\":\"预览 综保区 -退货\"}";
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        json(PATH + "?days=10", body).at("/total").asInt())
                .isEqualTo(1));

        JsonNode preview = json(PATH + "?days=10", body);

        assertThat(preview.at("/domains/0").asString()).isEqualTo("trade");
        assertThat(preview.at("/latest/0/title").asString()).isEqualTo("预览综合保税区仓储");
        assertThat(preview.at("/latest/0/type").asString()).isEqualTo("casewire.case.published.v1");
        assertThat(preview.at("/weeks")).hasSize(2);
        assertThat(preview.at("/weeks/0/count").asInt()).isZero();
        assertThat(preview.at("/weeks/1/count").asInt()).isEqualTo(1);
        assertThat(Duration.between(
                        Instant.parse(preview.at("/from").asString()),
                        Instant.parse(preview.at("/until").asString())))
                .isEqualTo(Duration.ofDays(10));
        assertThat(preview.at("/weeks/0/from")).isEqualTo(preview.at("/from"));
        assertThat(preview.at("/weeks/1/until")).isEqualTo(preview.at("/until"));
        assertThat(RunningNotify.json(notify.call(
                                "GET", "/api/notify/v1/subscriptions", RunningNotify.token(Role.AGENCY, "预览"), null))
                        .at("/items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?days=0   | {\"query\":\"通关\"}     | 400 | days",
                "?days=93  | {\"query\":\"通关\"}     | 400 | days",
                "          | {\"domains\":[\"trad\"]} | 422 | trade",
                "          | {}                       | 422 | allCases",
            })
    void refusesWhatItDoesNotUnderstand(@Nullable String parameters, String body, int status, String named) {
        HttpResponse<String> answer = preview(PATH + (parameters == null ? "" : parameters), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(RunningNotify.json(answer).at("/detail").asString()).contains(named);
    }

    private static JsonNode json(String path, String body) {
        HttpResponse<String> answer = preview(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningNotify.json(answer);
    }

    private static HttpResponse<String> preview(String path, String body) {
        return notify.call("POST", path, RunningNotify.token(Role.AGENCY, "预览"), body);
    }
}
