package io.casewire.notify.delivery.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.WireJson;
import io.casewire.notify.Cases;
import io.casewire.notify.DigestParcels;
import io.casewire.notify.Receiver;
import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.delivery.channel.PublicUrl;
import io.casewire.notify.delivery.webhook.WebhookClient;
import io.casewire.notify.delivery.webhook.WebhookClients;
import io.casewire.notify.destination.FixedNames;
import io.casewire.notify.subscription.Channel.Robot;
import io.casewire.notify.subscription.RobotKind;
import io.casewire.outbound.destination.Destinations;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What robots are sent, in the form their providers document, and what their answers mean. */
class RobotSenderTests {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String KEY = "73febdcb-0000-4d1b-a994-790f21fc8d30";
    private static final String SECRET = "SECgeheim";

    private final Destinations destinations = new FixedNames().destinations("127.0.0.1/32");
    private final WebhookClient client = WebhookClients.of(destinations);
    private final RobotSender sender =
            new RobotSender(destinations, client, new PublicUrl("https://casewire.example"), () -> NOW);
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private Receiver receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void hangUp() {
        receiver.close();
        client.destroy();
    }

    @Test
    void tellsWecomInMarkdown() throws Exception {
        answers("{\"errcode\":0,\"errmsg\":\"ok\"}");

        assertThat(sender.send(parcel("机器人试点"), robot(RobotKind.WECOM, null))).isInstanceOf(Outcome.Delivered.class);

        JsonNode body = posted();
        assertThat(body.at("/msgtype").asString()).isEqualTo("markdown");
        assertThat(body.at("/markdown/content").asString())
                .contains("【Casewire】新案例：机器人试点", "> 领域：贸易便利化", "[查看详情](https://casewire.example/api/catalog/");
        assertThat(queries).containsExactly("key=" + KEY);
    }

    @Test
    void sendsInPartsWhatIsLongerThanWecomTakesEachOnce() throws Exception {
        // Scenario: a title and facts of more bytes than one message takes; the second part is refused once. Expected:
        // numbered
        // parts in order, the refused one again and no other, whole characters, links in the last alone.
        Robot robot = robot(RobotKind.WECOM, null);
        Parcel parcel = longParcel();
        answers("{\"errcode\":0}");
        assertThat(sender.send(parcel, robot)).isEqualTo(new Outcome.Continued(200, "{\"errcode\":0}", 1));
        answers("{\"errcode\":93000}");
        assertThat(sender.send(after(1, parcel), robot)).isInstanceOf(Outcome.Declined.class);
        answers("{\"errcode\":0}");
        assertThat(sender.send(after(1, parcel), robot)).isInstanceOf(Outcome.Delivered.class);

        List<String> contents = receiver.posts("/robot").stream()
                .map(post -> WireJson.mapper()
                        .readTree(post.body())
                        .at("/markdown/content")
                        .asString())
                .toList();
        assertThat(contents).hasSize(3).allSatisfy(content -> {
            assertThat(content.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(4096);
            assertThat(content).doesNotContain("\ufffd");
        });
        assertThat(contents.getFirst()).contains("（1/2）").doesNotContain("](https://");
        assertThat(contents.getLast())
                .isEqualTo(contents.get(1))
                .contains("（2/2）")
                .endsWith(")");
    }

    @Test
    void linksToWhereSomebodySigns() throws Exception {
        answers("{\"errcode\":0}");

        sender.send(parcel("机器人试点"), robot(RobotKind.WECOM, null));

        assertThat(posted().at("/markdown/content").asString())
                .contains("[签收](https://casewire.example/api/notify/v1/receipts/dlv-");
    }

    private static Parcel longParcel() {
        Parcel parcel = parcel("机器人分条");
        String text = "𠀀".repeat(300);
        JsonNode body = WireJson.mapper().readTree(parcel.body());
        ObjectNode content = (ObjectNode) body.at("/data/event/case");
        for (String list : List.of("zones", "areas", "leadUnits")) {
            content.putArray(list).add(text);
        }
        ((ObjectNode) body.at("/data/event/document")).put("title", text);
        return new Parcel(
                parcel.id(), parcel.subscription(), parcel.type(), parcel.subject(), body.toString(), parcel.sent());
    }

    private static Parcel after(int sent, Parcel parcel) {
        return new Parcel(parcel.id(), parcel.subscription(), parcel.type(), parcel.subject(), parcel.body(), sent);
    }

    @ParameterizedTest
    @EnumSource(RobotKind.class)
    void tellsADigestInWholeLinesAndSaysHowMuchThereIsBesides(RobotKind kind) throws Exception {
        answers("{\"errcode\":0,\"code\":0}");
        List<CaseEvent> events = IntStream.range(0, 200)
                .mapToObj(i -> Cases.published("第" + i + "号案例".repeat(8) + "*", Domain.TRADE, "-"))
                .toList();

        sender.send(DigestParcels.of(events, 30, 1), robot(kind, null));

        String content = posted().toString();
        int shown = (content.length() - content.replace("新案例：", "").length()) / "新案例：".length();
        assertThat(shown).isBetween(20, 120);
        assertThat(content)
                .contains("共 230 项", "另有 " + (230 - shown) + " 项", "/api/notify/v1/deliveries?subscription=");
        if (kind == RobotKind.WECOM) {
            String text = posted().at("/markdown/content").asString();
            assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(4096);
        }
    }

    @Test
    void signsForDingtalkInTheQuery() throws Exception {
        answers("{\"errcode\":0,\"errmsg\":\"ok\"}");

        assertThat(sender.send(parcel("机器人试点"), robot(RobotKind.DINGTALK, SECRET)))
                .isInstanceOf(Outcome.Delivered.class);

        String time = Long.toString(NOW.toEpochMilli());
        String query = queries.getFirst();
        assertThat(query).startsWith("key=" + KEY + "&timestamp=" + time + "&sign=");
        String sign = URLDecoder.decode(query.substring(query.indexOf("&sign=") + 6), StandardCharsets.UTF_8);
        assertThat(sign).isEqualTo(hmac(SECRET, time + "\n" + SECRET));
        JsonNode body = posted();
        assertThat(body.at("/msgtype").asString()).isEqualTo("markdown");
        assertThat(body.at("/markdown/title").asString()).isEqualTo("【Casewire】新案例：机器人试点");
        assertThat(body.at("/markdown/text").asString()).contains("领域：贸易便利化");
    }

    @Test
    void signsForFeishuInTheBody() throws Exception {
        answers("{\"code\":0,\"msg\":\"success\"}");

        assertThat(sender.send(parcel("机器人试点"), robot(RobotKind.FEISHU, SECRET)))
                .isInstanceOf(Outcome.Delivered.class);

        JsonNode body = posted();
        String time = Long.toString(NOW.getEpochSecond());
        assertThat(body.at("/timestamp").asString()).isEqualTo(time);
        assertThat(body.at("/sign").asString()).isEqualTo(hmac(time + "\n" + SECRET, ""));
        assertThat(body.at("/msg_type").asString()).isEqualTo("post");
        assertThat(body.at("/content/post/zh_cn/title").asString()).isEqualTo("【Casewire】新案例：机器人试点");
        assertThat(body.at("/content/post/zh_cn/content/0/0/text").asString()).isEqualTo("领域：贸易便利化");
        assertThat(queries).containsExactly("key=" + KEY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WECOM    | {\"errcode\":93000,\"errmsg\":\"invalid webhook url\"} | 93000 |",
                "WECOM    | {\"errcode\":45009,\"errmsg\":\"api freq out of limit\"} | 45009 | PT1M",
                "DINGTALK | {\"errcode\":310000,\"errmsg\":\"sign not match\"}  | 310000 |",
                "DINGTALK | {\"errcode\":130101,\"errmsg\":\"send too fast\"}    | 130101 | PT10M",
                "FEISHU   | {\"code\":19021,\"msg\":\"sign match fail\"}         | 19021 |",
                "FEISHU   | {\"code\":11232,\"msg\":\"frequency limited\"}       | 11232 | PT1M",
                "FEISHU   | {\"StatusCode\":9499}                            | 9499 | PT1M",
                "WECOM    | <html>proxy</html>                             | code |",
                "WECOM    | {}                                             | code |",
            })
    void takesACodeInTheAnswerForARefusal(RobotKind kind, String answer, String reason, Duration pause)
            throws Exception {
        answers(answer);

        assertThat(sender.send(parcel("机器人试点"), robot(kind, kind == RobotKind.WECOM ? null : SECRET)))
                .isInstanceOfSatisfying(Outcome.Declined.class, declined -> {
                    assertThat(declined.reason()).contains(reason);
                    assertThat(declined.pause()).isEqualTo(pause);
                });
    }

    @Test
    void repeatsNothingSecretOfAnAnswer() throws Exception {
        answers("{\"errcode\":1,\"errmsg\":\"no " + KEY + " " + SECRET + "\"}");

        assertThat(sender.send(parcel("机器人试点"), robot(RobotKind.DINGTALK, SECRET)))
                .asString()
                .doesNotContain(KEY, SECRET);
    }

    @ParameterizedTest
    @EnumSource(RobotKind.class)
    void asksNoMoreOfARobotThanItTakes(RobotKind kind) throws Exception {
        answers("{\"errcode\":0,\"code\":0}");
        Robot robot = robot(kind, null);
        int taken = kind == RobotKind.FEISHU ? 5 : 20;
        for (int i = 0; i < taken; i++) {
            assertThat(sender.send(parcel("机器人试点"), robot)).isInstanceOf(Outcome.Delivered.class);
        }

        assertThat(sender.send(parcel("机器人试点"), robot)).isInstanceOf(Outcome.Deferred.class);
        assertThat(receiver.posts("/robot")).hasSize(taken);
    }

    @Test
    void namesARobotWithoutItsKey() {
        Robot robot = robot(RobotKind.WECOM, null);

        assertThat(sender.endpoint(robot)).startsWith("http://127.0.0.1:").doesNotContain(KEY);
        assertThat(sender.endpoint(robot))
                .isNotEqualTo(sender.endpoint(new Robot(RobotKind.WECOM, robot.url() + "1", null)));
        assertThat(robot.shown()).doesNotContain(KEY.substring(0, 30)).endsWith("/…8d30");
        assertThat(robot).asString().doesNotContain(KEY);
    }

    @Test
    void letsNoTitleBeMarkup() throws Exception {
        answers("{\"errcode\":0}");

        sender.send(parcel("[点我](http://evil.example)<@all>"), robot(RobotKind.WECOM, null));

        assertThat(posted().at("/markdown/content").asString()).doesNotContain("[点我]", "<@all>");
    }

    private void answers(String body) {
        receiver.answer("/robot", (exchange, _) -> {
            queries.add(exchange.getRequestURI().getRawQuery());
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private JsonNode posted() {
        return WireJson.mapper().readTree(receiver.posts("/robot").getLast().body());
    }

    private Robot robot(RobotKind kind, @Nullable String secret) {
        return new Robot(kind, receiver.url("/robot") + "?key=" + KEY, secret);
    }

    private static String hmac(String key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Parcel parcel(String title) {
        var event = Cases.published(
                title, List.of(Domain.TRADE), List.of("国".repeat(400)), List.of("国".repeat(400)), null, null, "文");
        String body = WireJson.mapper()
                .writeValueAsString(Map.of("type", "casewire.case.published.v1", "data", Map.of("event", event)));
        return new Parcel(
                DeliveryId.derive("robot-test"),
                SubscriptionId.derive("robot-test"),
                "casewire.case.published.v1",
                event.key(),
                body,
                0);
    }
}
