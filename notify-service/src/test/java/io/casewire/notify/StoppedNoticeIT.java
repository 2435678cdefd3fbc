package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.casewire.contracts.parsed.Domain;
import io.casewire.identity.Role;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An owner whose webhook is gone, told of it by what else it subscribed by. */
class StoppedNoticeIT {
    private static final String PATH = "/api/notify/v1/subscriptions";
    private static final String PUBLIC = "https://casewire.example";
    private static final String OWNER = "停用通知海关";
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Pattern LINK = Pattern.compile(PUBLIC + "(/api/notify/v1/mail/\\S+)");

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Test
    void tellsAnOwnerOnceByMailAndInItsFeedsThatAnEndpointWasGivenUp() throws Exception {
        mail.start();
        String[] settings = {
            "casewire.notify.public-address=" + PUBLIC,
            "casewire.notify.mail.host=127.0.0.1",
            "casewire.notify.mail.port=" + mail.getSmtp().getPort(),
            "casewire.notify.mail.security=none",
            "casewire.notify.mail.from=cases@casewire.example"
        };
        String gone;
        String feedAlone;
        String feedOfGone;
        try (Receiver receiver = new Receiver();
                RunningNotify notify = RunningNotify.start(settings)) {
            receiver.answer("/gone", Receiver.Answer.status(410));
            make(notify, OWNER, "{\"query\":\"停用甲\",\"email\":{\"address\":\"owner@example.gov.cn\"}}");
            make(notify, "旁观海关", "{\"query\":\"停用甲\",\"email\":{\"address\":\"other@example.gov.cn\"}}");
            for (String address : List.of("owner@example.gov.cn", "other@example.gov.cn")) {
                await().atMost(SOON).until(() -> mails(address).size() == 1);
                assertThat(notify.call("POST", link(mails(address).getFirst()), null, null)
                                .statusCode())
                        .isEqualTo(200);
            }
            feedAlone = feed(notify, make(notify, OWNER, "{\"query\":\"停用乙\",\"feed\":true}"));
            gone = make(
                    notify,
                    OWNER,
                    "{\"name\":\"口岸业务系统\",\"query\":\"停用丙\",\"webhook\":{\"url\":\"%s\"}}"
                            .formatted(receiver.url("/gone")));
            feedOfGone = feed(notify, gone);

            notify.publish(Cases.published("停用丙", Domain.TRADE, "-"));

            await().atMost(SOON).until(() -> mails("owner@example.gov.cn").size() == 2);
            MimeMessage notice = mails("owner@example.gov.cn").getLast();
            assertThat(notice.getSubject()).isEqualTo("【Casewire】订阅已停用：口岸业务系统");
            assertThat(text(notice)).contains("Subscription stopped", "410 Gone", gone, "/resume");
            JsonNode shown = get(notify, gone);
            assertThat(shown.at("/state").asString()).isEqualTo("STOPPED");
            assertThat(shown.at("/inactiveReason").asString()).contains("410");
            assertThat(shown.at("/givenUpAt").asString()).isNotEmpty();
            for (String feed : List.of(feedAlone, feedOfGone)) {
                await().atMost(SOON).untilAsserted(() -> assertThat(titles(notify, feed))
                        .filteredOn(title -> title.equals("【订阅已停用】口岸业务系统"))
                        .hasSize(1));
            }

            try (RunningNotify again = notify.again(settings)) {
                again.publish(Cases.published("停用甲", Domain.TRADE, "-"));
                await().atMost(SOON)
                        .until(() -> mails("owner@example.gov.cn").size() == 3
                                && mails("other@example.gov.cn").size() == 2);
                assertThat(mails("owner@example.gov.cn").getLast().getSubject())
                        .as("the notice is not told again")
                        .contains("新案例");
                assertThat(mails("other@example.gov.cn").getLast().getSubject())
                        .as("another agency is not told of it")
                        .contains("新案例");
                assertThat(titles(again, feedAlone)).hasSize(1);
                assertThat(again.call("POST", PATH + "/" + gone + "/resume", token(OWNER), null)
                                .statusCode())
                        .isEqualTo(200);
                assertThat(get(again, gone).at("/givenUpAt").isMissingNode()
                                || get(again, gone).at("/givenUpAt").isNull())
                        .isTrue();
                assertThat(titles(again, feedOfGone)).doesNotContain("【订阅已停用】口岸业务系统");
            }
        } finally {
            mail.stop();
        }
    }

    private static String make(RunningNotify notify, String agency, String body) {
        HttpResponse<String> answer = notify.call("POST", PATH, token(agency), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningNotify.json(answer).at("/id").asString();
    }

    private static String feed(RunningNotify notify, String id) {
        return RunningNotify.json(notify.call("POST", PATH + "/" + id + "/feed", token(OWNER), null))
                .at("/json")
                .asString()
                .substring(PUBLIC.length());
    }

    private static JsonNode get(RunningNotify notify, String id) {
        return RunningNotify.json(notify.call("GET", PATH + "/" + id, token(OWNER), null));
    }

    private static List<String> titles(RunningNotify notify, String feed) {
        return RunningNotify.json(notify.call("GET", feed, null, null))
                .at("/items")
                .valueStream()
                .map(item -> item.at("/title").asString())
                .toList();
    }

    private List<MimeMessage> mails(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(one -> address.equals(to(one)))
                .toList();
    }

    private static @Nullable String to(MimeMessage one) {
        try {
            return one.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(MimeMessage one) throws Exception {
        return ((MimeMultipart) one.getContent()).getBodyPart(0).getContent().toString();
    }

    private static String link(MimeMessage question) throws Exception {
        Matcher found = LINK.matcher(text(question));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String token(String agency) {
        return RunningNotify.token(Role.AGENCY, agency);
    }
}
