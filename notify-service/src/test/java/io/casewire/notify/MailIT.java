package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.casewire.contracts.parsed.Domain;
import io.casewire.identity.Role;
import io.casewire.notify.delivery.mail.ScriptedServer;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A subscription by mail, from the question to the end, against a mail server written by somebody else. */
class MailIT {
    private static final String PATH = "/api/notify/v1/subscriptions";
    private static final String PUBLIC = "https://casewire.example";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile(PUBLIC + "(/api/notify/v1/mail/\\S+)");

    private static GreenMail server;
    private static RunningNotify notify;

    @BeforeAll
    static void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("casewire@example.org", "casewire", "geheim");
        server.start();
        notify = RunningNotify.start(
                "casewire.notify.public-address=" + PUBLIC,
                "casewire.notify.mail.host=127.0.0.1",
                "casewire.notify.mail.port=" + server.getSmtp().getPort(),
                "casewire.notify.mail.security=none",
                "casewire.notify.mail.username=casewire",
                "casewire.notify.mail.password=geheim",
                "casewire.notify.mail.from=改革案例 <cases@casewire.example>");
    }

    @AfterAll
    static void stop() {
        notify.close();
        server.stop();
    }

    @Test
    void sendsNothingButAQuestionBeforeTheReceiverConfirms() throws Exception {
        JsonNode subscription = subscribe("wang@example.gov.cn", "邮件确认");
        assertThat(subscription.at("/active").asBoolean()).isFalse();
        assertThat(subscription.at("/email/status").asString()).isEqualTo("PENDING");
        notify.publish(Cases.published("邮件确认之前", Domain.TRADE, "通关"));

        MimeMessage question = mails("wang@example.gov.cn", 1).getFirst();
        assertThat(question.getSubject()).contains("请确认订阅");
        String link = link(plain(question));

        HttpResponse<String> looked = page("GET", link);
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        assertThat(looked.headers().firstValue("content-security-policy").orElse(""))
                .contains("form-action 'self'");
        assertThat(looked.body()).contains("<form method=\"post\">", "海关");
        assertThat(get(subscription).at("/email/status").asString()).isEqualTo("PENDING");

        JsonNode asked = deliveries(subscription).get(0);
        assertThat(asked.at("/eventType").asString()).isEqualTo("casewire.subscription.confirmation");
        String delivery = "/api/notify/v1/deliveries/" + asked.at("/id").asString();
        assertThat(notify.call("GET", delivery, token(), null).body())
                .doesNotContain(link.substring(link.indexOf('=') + 1));
        assertThat(notify.call("POST", delivery + "/resend", token(), null).statusCode())
                .isEqualTo(409);

        assertThat(page("POST", link).statusCode()).isEqualTo(200);
        JsonNode confirmed = get(subscription);
        assertThat(confirmed.at("/active").asBoolean()).isTrue();
        assertThat(confirmed.at("/email/status").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.toString()).doesNotContain(link.substring(link.indexOf('=') + 1));

        notify.publish(Cases.published("邮件确认之后", Domain.TRADE, "通关"));
        MimeMessage told = mails("wang@example.gov.cn", 2).getLast();
        assertThat(told.getSubject()).isEqualTo("【Casewire】新案例：邮件确认之后");
        assertThat(mails("wang@example.gov.cn", 2))
                .noneMatch(mail -> subject(mail).contains("邮件确认之前"));
    }

    @Test
    void tellsInTwoFormsUnderHeadersThatProgramsUnderstand() throws Exception {
        JsonNode subscription = confirmed("li@example.gov.cn", "邮件形式");
        var event = Cases.published("邮件形式<b>\r\nBcc: x@example.org", Domain.TRADE, "邮件形式");
        notify.publish(event);

        MimeMessage mail = mails("li@example.gov.cn", 2).getLast();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("【Casewire】新案例：邮件形式<b>  Bcc: x@example.org");
        assertThat(Arrays.stream(mail.getFrom()).map(Object::toString)).hasSize(1);
        assertThat(mail.getHeader("From")[0]).contains("cases@casewire.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).startsWith("<" + PUBLIC + "/api/notify/v1/mail/");
        assertThat(mail.getHeader("References")[0])
                .isEqualTo("<" + event.key() + ".thread@casewire.example>")
                .isEqualTo(mail.getHeader("In-Reply-To")[0]);
        JsonNode delivery = deliveries(subscription).get(0);
        assertThat(mail.getMessageID()).isEqualTo("<" + delivery.at("/id").asString() + "@casewire.example>");
        assertThat(delivery.at("/status").asString()).isEqualTo("DELIVERED");
        assertThat(delivery.at("/lastStatus").asInt()).isEqualTo(250);
        assertThat(delivery.at("/channel").asString()).isEqualTo("EMAIL");
        assertThat(plain(mail)).contains("邮件形式", "New case", "领域：贸易便利化", "退订 Unsubscribe: " + PUBLIC);
        assertThat(html(mail)).contains("邮件形式&lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void endsWithOneClickWithoutALogin() throws Exception {
        JsonNode subscription = confirmed("zhao@example.gov.cn", "邮件退订");
        notify.publish(Cases.published("邮件退订一", Domain.TRADE, "邮件退订"));
        String header = mails("zhao@example.gov.cn", 2).getLast().getHeader("List-Unsubscribe")[0];
        String path = header.substring(1 + PUBLIC.length(), header.length() - 1);

        assertThat(page("GET", path).body()).contains("<form method=\"post\">");
        assertThat(get(subscription).at("/active").asBoolean()).isTrue();
        assertThat(page("GET", path + "0").statusCode()).isEqualTo(404);
        assertThat(page("POST", path + "0").statusCode()).isEqualTo(404);
        assertThat(page("POST", path).statusCode()).isEqualTo(200);
        assertThat(page("POST", path).statusCode()).isEqualTo(200);

        JsonNode ended = get(subscription);
        assertThat(ended.at("/active").asBoolean()).isFalse();
        assertThat(ended.at("/email/status").asString()).isEqualTo("UNSUBSCRIBED");
        assertThat(ended.at("/inactiveReason").asString()).contains("unsubscribed");

        // the owner cannot switch it on again over the receiver's head, nor ask at once
        JsonNode again = RunningNotify.json(notify.call(
                "PUT",
                PATH + "/" + ended.at("/id").asString(),
                token(),
                "{\"query\":\"邮件退订\",\"active\":true,\"email\":{\"address\":\"zhao@example.gov.cn\"}}"));
        assertThat(again.at("/active").asBoolean()).isFalse();
        assertThat(notify.call("POST", PATH + "/" + ended.at("/id").asString() + "/confirmation", token(), null)
                        .statusCode())
                .isEqualTo(409);
        notify.publish(Cases.published("邮件退订二", Domain.TRADE, "邮件退订"));
        JsonNode other = confirmed("qian@example.gov.cn", "邮件退订");
        notify.publish(Cases.published("邮件退订三", Domain.TRADE, "邮件退订"));
        mails("qian@example.gov.cn", 2);
        assertThat(other.at("/id")).isNotEqualTo(ended.at("/id"));
        assertThat(mails("zhao@example.gov.cn", 2)).hasSize(2);
    }

    @Test
    void refusesALinkThatIsNotOneOfOurs() throws Exception {
        JsonNode subscription = subscribe("sun@example.gov.cn", "邮件链接");
        String link = link(plain(mails("sun@example.gov.cn", 1).getFirst()));
        String id = subscription.at("/id").asString();

        for (String path : List.of(
                link + "0",
                "/api/notify/v1/mail/" + id + "/confirmation?token=0",
                "/api/notify/v1/mail/sub-x/confirmation?token=0",
                link.replace("confirmation?token", "unsubscription?key"))) {
            assertThat(page("GET", path).statusCode()).as(path).isEqualTo(404);
            assertThat(page("POST", path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(get(subscription).at("/email/status").asString()).isEqualTo("PENDING");
    }

    @Test
    void namesOneChannelAndKeepsIt() {
        JsonNode subscription = subscribe("zhou@example.gov.cn", "邮件渠道");
        String both = "{\"query\":\"邮件渠道\",\"email\":{\"address\":\"zhou@example.gov.cn\"},"
                + "\"webhook\":{\"url\":\"http://127.0.0.1:9/x\"}}";
        String changed = "{\"query\":\"邮件渠道\",\"webhook\":{\"url\":\"http://127.0.0.1:9/x\"}}";
        String misspelt = "{\"query\":\"邮件渠道\",\"emial\":{\"address\":\"zhou@example.gov.cn\"}}";
        String injected = "{\"query\":\"邮件渠道\",\"email\":{\"address\":\"zhou@example.gov.cn\\r\\nBcc: x@y.cn\"}}";

        assertThat(notify.call("POST", PATH, token(), both).statusCode()).isEqualTo(422);
        assertThat(notify.call("POST", PATH, token(), injected).statusCode()).isEqualTo(422);
        assertThat(notify.call("PUT", PATH + "/" + subscription.at("/id").asString(), token(), changed)
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> unknown = notify.call("POST", PATH, token(), misspelt);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("'emial'", "email");
    }

    @Test
    void doesNotFillABoxWithQuestions() {
        for (int i = 0; i < 5; i++) {
            subscribe("wu@example.gov.cn", "邮件很多" + i);
        }
        HttpResponse<String> sixth = post("wu@example.gov.cn", "邮件很多");

        assertThat(sixth.statusCode()).isEqualTo(422);
        assertThat(sixth.body()).contains("confirm");
    }

    @Test
    void pausesASubscriptionWhoseMessagesAreRefusedThreeTimesInARow() throws Exception {
        try (ScriptedServer refusing = ScriptedServer.plain();
                RunningNotify other = RunningNotify.start(
                        "casewire.notify.public-address=" + PUBLIC,
                        "casewire.notify.mail.host=127.0.0.1",
                        "casewire.notify.mail.port=" + refusing.port(),
                        "casewire.notify.mail.security=none",
                        "casewire.notify.mail.from=cases@casewire.example")) {
            String body = "{\"query\":\"邮件退信\",\"email\":{\"address\":\"feng@example.gov.cn\"}}";
            JsonNode made = RunningNotify.json(other.call("POST", PATH, token(), body));
            String path = PATH + "/" + made.at("/id").asString();
            await().atMost(SOON).until(() -> refusing.messages().size() == 1);
            String question = new MimeMessage(
                                            null,
                                            new ByteArrayInputStream(refusing.messages()
                                                    .getFirst()
                                                    .getBytes(StandardCharsets.UTF_8)))
                                    .getContent()
                            instanceof MimeMultipart parts
                    ? parts.getBodyPart(0).getContent().toString()
                    : "";
            assertThat(other.call("POST", link(question), null, null).statusCode())
                    .isEqualTo(200);

            refusing.answer("RCPT", "550 5.1.1 no such user");
            for (int i = 0; i < 3; i++) {
                other.publish(Cases.published("邮件退信" + i, Domain.TRADE, "邮件退信"));
            }
            await().atMost(SOON).until(() -> !active(other, path));
            JsonNode paused = RunningNotify.json(other.call("GET", path, token(), null));
            assertThat(paused.at("/inactiveReason").asString()).contains("Three", "550");
            assertThat(paused.at("/email/status").asString()).isEqualTo("CONFIRMED");

            // one refusal more does not stop what was switched on again
            assertThat(other.call("PUT", path, token(), body).statusCode()).isEqualTo(200);
            other.publish(Cases.published("邮件退信再来", Domain.TRADE, "邮件退信"));
            await().atMost(SOON).until(() -> givenUp(other, made) == 4);
            assertThat(active(other, path)).isTrue();

            refusing.answer("RCPT", "250 ok");
            assertThat(other.call("POST", path + "/pause", token(), null).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> resumed = other.call("POST", path + "/resume", token(), "{\"missed\":true}");
            assertThat(resumed.statusCode()).as(resumed.body()).isEqualTo(200);
            other.publish(Cases.published("邮件退信之后", Domain.TRADE, "邮件退信"));
            await().atMost(SOON).until(() -> refusing.messages().size() == 2);
            assertThat(active(other, path)).isTrue();
        }
    }

    @Test
    void aPauseHoldsThroughTheConfirmationAndIsMadeUpFor() throws Exception {
        JsonNode subscription = subscribe("chen@example.gov.cn", "邮件停顿");
        assertThat(subscription.at("/state").asString()).isEqualTo("WAITING");
        assertThat(step(subscription, "/pause", null).at("/state").asString()).isEqualTo("PAUSED");
        assertThat(step(subscription, "/resume", null).at("/state").asString()).isEqualTo("WAITING");
        assertThat(notify.call(
                                "POST",
                                PATH + "/" + subscription.at("/id").asString() + "/resume",
                                token(),
                                "{\"missed\":true}")
                        .statusCode())
                .isEqualTo(409);
        step(subscription, "/pause", null);
        assertThat(page("POST", link(plain(mails("chen@example.gov.cn", 1).getFirst())))
                        .statusCode())
                .isEqualTo(200);
        JsonNode confirmed = get(subscription);
        assertThat(confirmed.at("/state").asString()).isEqualTo("PAUSED");
        assertThat(confirmed.at("/email/status").asString()).isEqualTo("CONFIRMED");

        notify.publish(Cases.published("邮件停顿中", Domain.TRADE, "-"));
        confirmed("shi@example.gov.cn", "邮件停顿旁人");
        notify.publish(Cases.published("邮件停顿旁人", Domain.TRADE, "-"));
        mails("shi@example.gov.cn", 2);
        assertThat(mails("chen@example.gov.cn")).hasSize(1);

        JsonNode resumed = step(subscription, "/resume", "{\"missed\":true}");
        assertThat(resumed.at("/state").asString()).isEqualTo("ACTIVE");
        // the one for somebody else has the words too
        assertThat(resumed.at("/told/missing").asInt()).isEqualTo(2);
        assertThat(resumed.at("/told/again").asInt()).isZero();
        assertThat(mails("chen@example.gov.cn", 3).stream().skip(1).map(MailIT::subject))
                .containsExactlyInAnyOrder("【Casewire】新案例：邮件停顿中", "【Casewire】新案例：邮件停顿旁人");
    }

    @Test
    void isReadAsAFeedWithoutTheQuestion() throws Exception {
        JsonNode subscription = confirmed("he@example.gov.cn", "邮件订阅源");
        notify.publish(Cases.published("邮件订阅源", Domain.TRADE, "-"));
        mails("he@example.gov.cn", 2);
        assertThat(get(subscription).at("/feed/only").asBoolean()).isFalse();

        JsonNode opened = RunningNotify.json(
                notify.call("POST", PATH + "/" + subscription.at("/id").asString() + "/feed", token(), null));
        String address = opened.at("/json").asString();
        assertThat(address).startsWith(PUBLIC + "/api/notify/v1/feeds/");
        JsonNode feed = RunningNotify.json(notify.call("GET", address.substring(PUBLIC.length()), null, null));
        assertThat(feed.at("/items")).hasSize(1);
        assertThat(feed.at("/items/0/title").asString()).isEqualTo("【案例发布】邮件订阅源");
    }

    private static int givenUp(RunningNotify other, JsonNode subscription) {
        return RunningNotify.json(other.call(
                        "GET",
                        "/api/notify/v1/deliveries?status=abandoned&subscription="
                                + subscription.at("/id").asString(),
                        token(),
                        null))
                .at("/items")
                .size();
    }

    private static JsonNode step(JsonNode subscription, String step, @Nullable String body) {
        HttpResponse<String> answer =
                notify.call("POST", PATH + "/" + subscription.at("/id").asString() + step, token(), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningNotify.json(answer);
    }

    private static boolean active(RunningNotify other, String path) {
        return RunningNotify.json(other.call("GET", path, token(), null))
                .at("/active")
                .asBoolean();
    }

    @Test
    void refusesMailWhereTheOperatorHasSetNoServer() {
        try (RunningNotify without = RunningNotify.start()) {
            HttpResponse<String> answer = without.call(
                    "POST", PATH, token(), "{\"query\":\"通关\",\"email\":{\"address\":\"wang@example.gov.cn\"}}");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(RunningNotify.json(answer).at("/detail").asString()).contains("casewire.notify.mail.host");
        }
    }

    private static JsonNode confirmed(String address, String query) throws Exception {
        JsonNode subscription = subscribe(address, query);
        assertThat(page("POST", link(plain(mails(address, 1).getFirst()))).statusCode())
                .isEqualTo(200);
        return subscription;
    }

    private static JsonNode subscribe(String address, String query) {
        HttpResponse<String> answer = post(address, query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).doesNotContain("webhook", "\"key\"");
        return RunningNotify.json(answer);
    }

    private static HttpResponse<String> post(String address, String query) {
        return notify.call(
                "POST", PATH, token(), "{\"query\":\"" + query + "\",\"email\":{\"address\":\"" + address + "\"}}");
    }

    private static JsonNode get(JsonNode subscription) {
        return RunningNotify.json(
                notify.call("GET", PATH + "/" + subscription.at("/id").asString(), token(), null));
    }

    private static JsonNode deliveries(JsonNode subscription) {
        await().atMost(SOON)
                .until(() -> log(subscription).get(0).at("/status").asString().equals("DELIVERED"));
        return log(subscription);
    }

    private static JsonNode log(JsonNode subscription) {
        return RunningNotify.json(notify.call(
                        "GET",
                        "/api/notify/v1/deliveries?subscription="
                                + subscription.at("/id").asString(),
                        token(),
                        null))
                .at("/items");
    }

    private static String token() {
        return RunningNotify.token(Role.AGENCY, "海关");
    }

    /** The mails to that address, once there are so many. */
    private static List<MimeMessage> mails(String address, int count) {
        await().atMost(SOON).until(() -> mails(address).size() >= count);
        return mails(address);
    }

    private static List<MimeMessage> mails(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> to(mail).equals(address))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String plain(MimeMessage mail) throws Exception {
        return part(mail, 0, "text/plain");
    }

    private static String html(MimeMessage mail) throws Exception {
        return part(mail, 1, "text/html");
    }

    private static String part(MimeMessage mail, int index, String type) throws Exception {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
        assertThat(part.isMimeType(type)).isTrue();
        return part.getContent().toString();
    }

    private static String link(String text) {
        Matcher found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    /** As a browser, or a program for mail, does it: without a token of ours. */
    private static HttpResponse<String> page(String method, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(notify.url(path)));
        if (method.equals("POST")) {
            request.header("content-type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
