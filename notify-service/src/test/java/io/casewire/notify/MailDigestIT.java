package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.casewire.contracts.parsed.Domain;
import io.casewire.identity.Role;
import io.casewire.notify.delivery.mail.ScriptedServer;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** A digest by mail, to a mail server written by somebody else, and to one that fails. */
class MailDigestIT {
    private static final String PATH = "/api/notify/v1/subscriptions";
    private static final String PUBLIC = "https://casewire.example";
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Pattern CONFIRM = Pattern.compile(PUBLIC + "(/api/notify/v1/mail/\\S+)");
    private static final Pattern RECEIPT = Pattern.compile(PUBLIC + "(/api/notify/v1/receipts/\\S+)");

    @Test
    void tellsADayOnceInTwoFormsWithLinksAndMakesUpOnceForARunItMissed() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        String[] settings = settings(server.getSmtp().getPort());
        String id;
        RunningNotify down = RunningNotify.start(settings);
        try (RunningNotify notify = down) {
            id = subscribe(notify, "邮件汇总");
            await().atMost(SOON).until(() -> server.getReceivedMessages().length == 1);
            confirm(notify, server.getReceivedMessages()[0]);
            hold(notify, id, "邮件汇总", 3);

            next(notify, id, Instant.now());

            await().atMost(SOON).until(() -> server.getReceivedMessages().length == 2);
            MimeMessage digest = server.getReceivedMessages()[1];
            assertThat(digest.getSubject()).startsWith("【Casewire】每日汇总（3 项）：");
            assertThat(digest.getHeader("List-Unsubscribe")[0]).startsWith("<" + PUBLIC + "/api/notify/v1/mail/");
            assertThat(digest.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            JsonNode sent = digestDelivery(notify, id);
            assertThat(digest.getMessageID()).isEqualTo("<" + sent.at("/id").asString() + "@casewire.example>");
            for (String form : List.of(part(digest, 0, "text/plain"), part(digest, 1, "text/html"))) {
                assertThat(form).contains("每日汇总：共 3 项", "邮件汇总0", "邮件汇总1", "邮件汇总2", "签收", "退订");
            }
            String receipt = found(RECEIPT, part(digest, 0, "text/plain"));
            assertThat(notify.call("GET", receipt, null, null).body()).contains("签收");
            assertThat(notify.call("POST", receipt + "?name=wang", null, null).statusCode())
                    .isEqualTo(200);
            assertThat(digestDelivery(notify, id).at("/receiptedAt").asString()).isNotEmpty();

            hold(notify, id, "邮件汇总其后", 2);
            next(notify, id, Instant.now().plusSeconds(1));
        }
        try {
            try (RunningNotify _ = down.again(settings)) {
                await().atMost(SOON).until(() -> server.getReceivedMessages().length == 3);
                assertThat(server.getReceivedMessages()[2].getSubject()).contains("（2 项）");
            }
            try (RunningNotify third = down.again(settings)) {
                hold(third, id, "邮件汇总最后", 1);
                next(third, id, Instant.now());
                await().atMost(SOON).until(() -> server.getReceivedMessages().length == 4);
                assertThat(server.getReceivedMessages()[3].getSubject())
                        .as("what was made up for is not told again")
                        .contains("（1 项）");
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void triesAgainWhereTheServerFailsForNowAndNotWhereItRefuses() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain();
                RunningNotify notify = RunningNotify.start(settings(server.port()))) {
            String id = subscribe(notify, "邮件故障");
            await().atMost(SOON).until(() -> server.messages().size() == 1);
            confirm(notify, mail(server, 0));

            // broken off behind the message: nobody knows whether it arrived
            hold(notify, id, "邮件故障断线", 2);
            server.answer(".", ScriptedServer.DROP);
            next(notify, id, Instant.now());
            await().atMost(SOON).until(() -> server.messages().size() == 2);
            server.answer(".", "250 taken");
            await().atMost(SOON).untilAsserted(() -> assertThat(
                            digestDelivery(notify, id).at("/status").asString())
                    .isEqualTo("DELIVERED"));
            List<String> ids = server.messages().stream()
                    .skip(1)
                    .map(MailDigestIT::messageId)
                    .toList();
            assertThat(ids).hasSizeBetween(2, 3);
            assertThat(ids.stream().distinct()).as("the same one each time").hasSize(1);

            // for now
            int before = server.messages().size();
            hold(notify, id, "邮件故障暂时", 1);
            server.answer("RCPT", "451 4.3.0 later");
            next(notify, id, Instant.now());
            await().atMost(SOON).untilAsserted(() -> assertThat(
                            digestDelivery(notify, id).at("/attempts").asInt())
                    .isPositive());
            server.answer("RCPT", "250 ok");
            await().atMost(SOON).until(() -> server.messages().size() == before + 1);

            // for good
            hold(notify, id, "邮件故障永久", 1);
            server.answer("RCPT", "550 5.1.1 no such user");
            next(notify, id, Instant.now());
            await().atMost(SOON).untilAsserted(() -> assertThat(
                            digestDelivery(notify, id).at("/status").asString())
                    .isEqualTo("ABANDONED"));
            assertThat(digestDelivery(notify, id).at("/attempts").asInt()).isEqualTo(1);
            assertThat(server.messages()).hasSize(before + 1);
        }
    }

    private static String[] settings(int port) {
        return new String[] {
            "casewire.notify.public-address=" + PUBLIC,
            "casewire.notify.mail.host=127.0.0.1",
            "casewire.notify.mail.port=" + port,
            "casewire.notify.mail.security=none",
            "casewire.notify.mail.from=cases@casewire.example",
            "casewire.notify.delivery.retry-delays=1s,1s,1s,1s,1s,1s,1s,1s,1s,1s",
            "casewire.notify.digest.delay=0s",
            "casewire.notify.digest.settle=0s",
            "casewire.notify.digest.poll=200ms"
        };
    }

    private static String subscribe(RunningNotify notify, String query) {
        HttpResponse<String> answer = notify.call(
                "POST",
                PATH,
                token(),
                "{\"query\":\"%s\",\"email\":{\"address\":\"digest@example.gov.cn\"},\"digest\":{\"every\":\"DAY\"}}"
                        .formatted(query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningNotify.json(answer).at("/id").asString();
    }

    private static void confirm(RunningNotify notify, MimeMessage question) throws Exception {
        assertThat(notify.call("POST", found(CONFIRM, part(question, 0, "text/plain")), null, null)
                        .statusCode())
                .isEqualTo(200);
    }

    /** Publishes so many cases and waits until they wait for the digest. */
    private static void hold(RunningNotify notify, String id, String title, int number) {
        for (int i = 0; i < number; i++) {
            notify.publish(Cases.published(title + i, Domain.TRADE, "-"));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(log(notify, id, "&status=HELD")).hasSize(number));
    }

    /** Sets the end of the open window. */
    private static void next(RunningNotify notify, String id, Instant end) {
        assertThat(notify.bean(MongoTemplate.class)
                        .updateFirst(
                                Query.query(Criteria.where("_id").is(id)),
                                new Update().set("next", end).inc("revision", 1),
                                Document.class,
                                "digestHolds")
                        .getMatchedCount())
                .isEqualTo(1);
    }

    /** That of the last digest. */
    private static JsonNode digestDelivery(RunningNotify notify, String id) {
        return log(notify, id, "")
                .valueStream()
                .filter(one -> one.at("/eventType").asString().equals("casewire.digest.v1"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no digest"));
    }

    private static JsonNode log(RunningNotify notify, String id, String more) {
        return RunningNotify.json(
                        notify.call("GET", "/api/notify/v1/deliveries?subscription=" + id + more, token(), null))
                .at("/items");
    }

    private static MimeMessage mail(ScriptedServer server, int nth) throws Exception {
        return new MimeMessage(
                null, new ByteArrayInputStream(server.messages().get(nth).getBytes(StandardCharsets.UTF_8)));
    }

    private static String messageId(String message) {
        return message.lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElse("");
    }

    private static String part(MimeMessage mail, int index, String type) throws Exception {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
        assertThat(part.isMimeType(type)).isTrue();
        return part.getContent().toString();
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static String token() {
        return RunningNotify.token(Role.AGENCY, "邮件汇总海关");
    }
}
