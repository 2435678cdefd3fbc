package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A subscription by a group's robot, as its owner sees it. */
class RobotIT {
    private static final String PATH = "/api/notify/v1/subscriptions";
    private static final String KEY = "0a1b2c3d-0000-4d1b-a994-790f21fc8d30";
    private static final String SECRET = "SECgeheim";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static Receiver receiver;
    private static RunningNotify notify;

    @BeforeAll
    static void start() throws IOException {
        receiver = new Receiver();
        notify = RunningNotify.start("casewire.notify.robot.allowed-hosts=127.0.0.1");
    }

    @AfterAll
    static void stop() {
        notify.close();
        receiver.close();
    }

    @Test
    void tellsAGroupOnceAndShowsNothingSecret() {
        receiver.answer("/once", (exchange, _) -> {
            byte[] bytes = ("{\"errcode\":0,\"errmsg\":\"" + KEY + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        String url = receiver.url("/once?access_token=" + KEY);
        HttpResponse<String> made =
                post("\"query\":\"机器人一次\",\"robot\":{\"kind\":\"DingTalk\",\"url\":\"%s\",\"secret\":\"%s\"}"
                        .formatted(url, SECRET));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body()).doesNotContain(KEY, SECRET, "webhook");
        JsonNode subscription = RunningNotify.json(made);
        assertThat(subscription.at("/robot/kind").asString()).isEqualTo("dingtalk");
        assertThat(subscription.at("/robot/signed").asBoolean()).isTrue();

        var event = Cases.published("机器人一次", Domain.TRADE, "通关");
        for (int i = 0; i < 3; i++) {
            notify.publish(event);
        }
        notify.publish(Cases.published("机器人一次之后", Domain.TRADE, "通关"));

        await().atMost(SOON).until(() -> receiver.posts("/once").size() == 2);
        JsonNode body =
                WireJson.mapper().readTree(receiver.posts("/once").getFirst().body());
        assertThat(body.at("/markdown/title").asString()).startsWith("【Casewire】新案例：机器人一次");
        String path = "/api/notify/v1/deliveries?subscription="
                + subscription.at("/id").asString();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(RunningNotify.json(call("GET", path + "&status=DELIVERED", null))
                                .at("/items"))
                        .hasSize(2));
        String log = call("GET", path, null).body();
        assertThat(log).doesNotContain(KEY, SECRET);
        String id = WireJson.mapper().readTree(log).at("/items/0/id").asString();
        assertThat(call("GET", "/api/notify/v1/deliveries/" + id, null).body()).doesNotContain(KEY, SECRET);
    }

    @Test
    void keepsTheUrlThatItDoesNotShow() {
        receiver.answer("/kept", (exchange, _) -> {
            byte[] bytes = "{\"errcode\":0}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        JsonNode made = RunningNotify.json(post("\"query\":\"机器人原样\",\"robot\":{\"kind\":\"wecom\",\"url\":\"%s\"}"
                .formatted(receiver.url("/kept?key=" + KEY))));
        String path = PATH + "/" + made.at("/id").asString();

        HttpResponse<String> changed = call(
                "PUT",
                path,
                "{\"query\":\"机器人改\",\"robot\":{\"kind\":\"wecom\",\"url\":\"%s\"}}"
                        .formatted(made.at("/robot/url").asString()));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        notify.publish(Cases.published("机器人改", Domain.TRADE, "机器人改"));

        await().atMost(SOON).until(() -> receiver.posts("/kept").size() == 1);
        assertThat(call("POST", path + "/secret", null).statusCode()).isEqualTo(409);
        assertThat(call("POST", path + "/confirmation", null).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"wecon\",\"url\":\"https://qyapi.weixin.qq.com/x?key=1\"}        | wecom",
                "{\"kind\":\"slack\",\"url\":\"https://hooks.slack.com/x\"}                   | dingtalk",
                "{\"url\":\"https://qyapi.weixin.qq.com/x?key=1\"}                          | robot.kind",
                "{\"kind\":\"wecom\"}                                                     | robot.url",
                "{\"kind\":\"wecom\",\"url\":\"https://oapi.dingtalk.com/robot/send\"}        | qyapi.weixin.qq.com",
                "{\"kind\":\"wecom\",\"url\":\"https://qyapi.weixin.qq.com.evil.example/x\"}  | qyapi.weixin.qq.com",
                "{\"kind\":\"feishu\",\"url\":\"https://evil.example/open.feishu.cn\"}        | open.feishu.cn",
                "{\"kind\":\"feishu\",\"url\":\"https://open.feishu.cn@evil.example/x\"}      | user name",
                "{\"kind\":\"wecom\",\"url\":\"http://127.0.0.1:9/x\",\"secret\":\"s\"}         | no secret",
                "{\"kind\":\"dingtalk\",\"url\":\"http://127.0.0.1:9/x\",\"secret\":\"a b\"}    | blanks",
            })
    void refusesARobotThatIsNoneOfAProvider(String robot, String named) {
        HttpResponse<String> answer = post("\"query\":\"机器人\",\"robot\":" + robot.strip());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(RunningNotify.json(answer).at("/detail").asString()).contains(named.strip());
    }

    private static HttpResponse<String> post(String members) {
        return call("POST", PATH, "{" + members + "}");
    }

    private static HttpResponse<String> call(String method, String path, @Nullable String body) {
        return notify.call(method, path, RunningNotify.token(Role.AGENCY, "海关"), body);
    }
}
