package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.parsed.Domain;
import io.casewire.identity.Role;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Whoever has a message signs for it, once. */
@Timeout(180)
class ReceiptIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("(/api/notify/v1/receipts/[^)\"]+)");

    private static Receiver receiver;
    private static RunningNotify notify;

    @BeforeAll
    static void start() throws IOException {
        receiver = new Receiver();
        notify = RunningNotify.start(
                "casewire.notify.robot.allowed-hosts=127.0.0.1",
                "casewire.notify.public-address=https://casewire.example");
    }

    @AfterAll
    static void stop() {
        notify.close();
        receiver.close();
    }

    @Test
    void isGivenByTheLinkOfAMessageOnceAndShownToItsOwner() throws Exception {
        String link = linkOfARobot("/signed", "签收一");
        String delivery = link.substring(link.lastIndexOf('/') + 1, link.lastIndexOf('_'));

        assertThat(page("GET", link, null).body()).contains("签收一", "<button").doesNotContain("海关");
        assertThat(log(delivery).has("receiptedAt")).as("looking signs nothing").isFalse();

        assertThat(page("POST", link, "李雷").statusCode()).isEqualTo(200);
        assertThat(page("POST", link, "韩梅梅").body()).contains("已签收").doesNotContain("李雷", "韩梅梅");

        JsonNode signed = log(delivery);
        assertThat(signed.at("/receiptedBy").asString()).isEqualTo("李雷");
        assertThat(signed.at("/receiptedAt").isString()).isTrue();
        assertThat(signed.at("/status").asString()).isEqualTo("DELIVERED");
        // delivered and signed for, each with its event
        assertThat(stored(delivery).get("revision")).hasToString("2");
        assertThat(page("GET", link, null).body()).contains("已签收").doesNotContain("<button");
    }

    @Test
    void isRefusedWhereTheLinkOrTheNameIsNone() throws Exception {
        String link = linkOfARobot("/refused", "签收二");

        for (String wrong : new String[] {
            link.substring(0, link.length() - 1) + (link.endsWith("0") ? "1" : "0"),
            "/api/notify/v1/receipts/dlv-1",
            "/api/notify/v1/receipts/_",
            link.substring(0, link.lastIndexOf('_') + 1)
        }) {
            assertThat(page("GET", wrong, null).statusCode()).as(wrong).isEqualTo(404);
            assertThat(page("POST", wrong, "李雷").statusCode()).as(wrong).isEqualTo(404);
        }
        assertThat(page("POST", link, "长".repeat(51)).statusCode()).isEqualTo(400);
        assertThat(page("POST", link, "").statusCode()).isEqualTo(200);
    }

    @Test
    void isGivenForAWebhookByItsOwner() {
        String id = notify.subscribe("海关", receiver.url("/hook"), "\"query\":\"签收三\"")
                .at("/id")
                .asString();
        notify.publish(Cases.published("签收三", Domain.TRADE, "通关"));
        String delivery = delivered(id);
        String path = "/api/notify/v1/deliveries/" + delivery + "/receipt";

        assertThat(notify.call("POST", path, RunningNotify.token(Role.AGENCY, "商务"), null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("POST", path, "{\"name\":\"" + "长".repeat(51) + "\"}").statusCode())
                .isEqualTo(400);
        assertThat(call("POST", path, "{\"nam\":\"x\"}").statusCode()).isEqualTo(400);
        assertThat(RunningNotify.json(call("POST", path, "{\"name\":\"王芳\"}"))
                        .at("/receiptedBy")
                        .asString())
                .isEqualTo("王芳");
        assertThat(RunningNotify.json(call("POST", path, null))
                        .at("/receiptedBy")
                        .asString())
                .isEqualTo("王芳");
    }

    private static String linkOfARobot(String path, String query) {
        receiver.answer(path, (exchange, _) -> {
            byte[] bytes = "{\"errcode\":0}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        HttpResponse<String> made = call(
                "POST",
                "/api/notify/v1/subscriptions",
                "{\"query\":\"%s\",\"robot\":{\"kind\":\"wecom\",\"url\":\"%s\"}}"
                        .formatted(query, receiver.url(path + "?key=geheim")));
        notify.publish(Cases.published(query, Domain.TRADE, "通关"));
        delivered(RunningNotify.json(made).at("/id").asString());
        Matcher link = LINK.matcher(receiver.posts(path).getFirst().body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** The one delivery to that subscription, once it is delivered. */
    private static String delivered(String subscription) {
        String path = "/api/notify/v1/deliveries?status=DELIVERED&subscription=" + subscription;
        return await().atMost(SOON)
                .until(
                        () -> RunningNotify.json(call("GET", path, null))
                                .at("/items/0/id")
                                .asString(""),
                        id -> !id.isEmpty());
    }

    private static JsonNode log(String delivery) {
        return RunningNotify.json(call("GET", "/api/notify/v1/deliveries/" + delivery, null));
    }

    private static Document stored(String delivery) {
        return notify.bean(MongoTemplate.class)
                .getCollection("deliveries")
                .find(new Document("_id", delivery))
                .iterator()
                .next();
    }

    private static HttpResponse<String> call(String method, String path, @Nullable String body) {
        return notify.call(method, path, RunningNotify.token(Role.AGENCY, "海关"), body);
    }

    /** As a browser does it, without an account. */
    private static HttpResponse<String> page(String method, String path, @Nullable String name)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(notify.url(path)));
        if (name == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("content-type", "application/x-www-form-urlencoded")
                    .method(
                            method,
                            HttpRequest.BodyPublishers.ofString(
                                    "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
