package io.casewire.notify.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.WireJson;
import io.casewire.notify.Cases;
import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.delivery.channel.PublicUrl;
import io.casewire.notify.subscription.Channel.Email;
import io.casewire.outbound.destination.DestinationRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What comes of a mail, for everything a mail server can do to it. */
class MailSenderTests {
    private static final Email RECEIVER = new Email("wang@example.gov.cn", "0123", true, 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 450 4.2.1 busy      | 450",
                "RCPT | 451 4.7.1 greylisted | 451",
                "RCPT | 452 4.2.2 full      | 452",
                "DATA | 451 4.3.0 later     | 451",
                ".    | 452 4.3.1 no space  | 452",
            })
    void takesATemporaryRefusalForLater(String command, String answer, int status) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain()) {
            server.answer(command.strip(), answer);

            assertThat(sender(server, Map.of()).send(parcel(), RECEIVER))
                    .isInstanceOfSatisfying(Outcome.Rejected.class, refused -> {
                        assertThat(refused.status()).isEqualTo(status);
                        assertThat(refused.excerpt())
                                .contains(answer.substring(4).strip());
                    });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 no such user | 550",
                "RCPT | 553 5.1.3 bad address  | 553",
                "DATA | 554 5.7.1 no           | 554",
                ".    | 552 5.3.4 too big      | 552",
                ".    | 554 5.7.1 spam         | 554",
            })
    void takesAPermanentRefusalForGood(String command, String answer, int status) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain()) {
            server.answer(command.strip(), answer);

            assertThat(sender(server, Map.of()).send(parcel(), RECEIVER))
                    .isInstanceOfSatisfying(Outcome.Bounced.class, bounced -> assertThat(bounced.status())
                            .isEqualTo(status));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL         | 550 5.7.1 not you     | sender",
                "MAIL         | 530 5.7.0 log in first | sender",
                "RCPT         | 530 5.7.0 log in first | otherwise",
                "RCPT         | 421 4.3.2 closing     | closing",
                ".            | 421 4.3.2 closing     | closing",
                "220 scripted | 554 no service        | reached",
                "EHLO         | drop                  | reached",
                "RCPT         | drop                  | broke off",
                ".            | drop                  | not known",
            })
    void holdsNothingAgainstTheReceiverThatTheServerOrTheSettingsAreToBlameFor(
            String command, String answer, String reason) throws Exception {
        // a connection that breaks off behind the message leaves open whether it arrived: it is sent again, with its id
        try (ScriptedServer server = ScriptedServer.plain()) {
            server.answer(command.strip(), answer.strip());

            assertThat(sender(server, Map.of()).send(parcel(), RECEIVER))
                    .isInstanceOfSatisfying(Outcome.Unreachable.class, unreachable -> assertThat(unreachable.reason())
                            .contains(reason.strip()));
        }
    }

    @Test
    void isUnreachableWhereNobodyListens() throws Exception {
        ScriptedServer server = ScriptedServer.plain();
        MailSender sender = sender(server, Map.of());
        server.close();

        assertThat(sender.send(parcel(), RECEIVER)).isInstanceOf(Outcome.Unreachable.class);
    }

    @ParameterizedTest
    @CsvSource({"220 scripted", "EHLO", "RCPT", "."})
    void endsInTimeWhereTheServerDrips(String command) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain()) {
            server.answer(command, ScriptedServer.DRIP);

            // each byte comes within the read timeout, and the line never ends
            assertThat(sender(server, Map.of("attempt-timeout", "1s")).send(parcel(), RECEIVER))
                    .isInstanceOf(Outcome.Unreachable.class);
        }
    }

    @Test
    void hasTheSameIdAtEveryAttempt() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain()) {
            MailSender sender = sender(server, Map.of());
            Parcel parcel = parcel();
            server.answer(".", ScriptedServer.DROP);
            sender.send(parcel, RECEIVER);
            server.answer(".", "250 taken");

            assertThat(sender.send(parcel, RECEIVER)).isInstanceOf(Outcome.Delivered.class);
            assertThat(server.messages()).hasSize(2).allSatisfy(message -> assertThat(message)
                    .contains("Message-ID: <" + parcel.id().value() + "@casewire.example>"));
        }
    }

    @Test
    void saysNothingInTheClearUnlessItMay(@TempDir Path folder) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain()) {
            Outcome outcome = sender(server, Map.of("security", "starttls", "username", "u", "password", "geheim"))
                    .send(parcel(), RECEIVER);

            assertThat(outcome).isInstanceOf(Outcome.Unreachable.class);
            assertThat(server.messages()).isEmpty();
            assertThat(server.commands())
                    .noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
        }
    }

    @Test
    void changesToTlsBeforeAnythingIsSaid(@TempDir Path folder) throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(folder)) {
            Map<String, String> settings = Map.of(
                    "security",
                    "starttls",
                    "trusted-certificates",
                    ScriptedServer.certificate(folder).toString());

            assertThat(sender(server, settings).send(parcel(), RECEIVER)).isInstanceOf(Outcome.Delivered.class);
            assertThat(server.protectedOnes()).containsExactly(true);
        }
    }

    @Test
    void speaksTlsFromTheFirstByteWhereThatIsSet(@TempDir Path folder) throws Exception {
        try (ScriptedServer server = ScriptedServer.tls(folder)) {
            Map<String, String> settings = Map.of(
                    "security",
                    "tls",
                    "trusted-certificates",
                    ScriptedServer.certificate(folder).toString());

            assertThat(sender(server, settings).send(parcel(), RECEIVER)).isInstanceOf(Outcome.Delivered.class);
            assertThat(server.protectedOnes()).containsExactly(true);
        }
    }

    @Test
    void sendsNothingToAServerWhoseCertificateItDoesNotTrust(@TempDir Path folder) throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(folder)) {
            assertThat(sender(server, Map.of("security", "starttls")).send(parcel(), RECEIVER))
                    .isInstanceOf(Outcome.Unreachable.class);
            assertThat(server.messages()).isEmpty();
        }
    }

    @Test
    void namesTheEnvelopeSenderThatIsSet() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain()) {
            sender(server, Map.of("envelope-sender", "bounces@casewire.example"))
                    .send(parcel(), RECEIVER);

            assertThat(server.commands())
                    .anyMatch(command -> command.startsWith("MAIL FROM:<bounces@casewire.example>"));
            assertThat(server.commands()).anyMatch(command -> command.startsWith("RCPT TO:<wang@example.gov.cn>"));
        }
    }

    @Test
    void offersMailOnlyWhereAServerAndThePublicAddressAreSet() {
        MailSender none =
                new MailSender(settings(Map.of()), new PublicUrl("https://casewire.example"), invited(), now());
        MailSender noAddress = new MailSender(
                settings(Map.of("host", "127.0.0.1", "from", "a@casewire.example")),
                new PublicUrl(null),
                invited(),
                now());

        assertThat(none.missing()).hasValueSatisfying(why -> assertThat(why).contains("casewire.notify.mail.host"));
        assertThat(noAddress.missing())
                .hasValueSatisfying(why -> assertThat(why).contains("casewire.notify.public-address"));
        assertThatThrownBy(() -> none.endpoint(RECEIVER)).isInstanceOf(DestinationRefused.class);
        assertThat(List.of(none, noAddress))
                .allMatch(sender -> !sender.missing().equals(Optional.empty()));
    }

    @Test
    void takesAnEmptySettingForNone() {
        // as Compose passes on what .env does not say
        MailSettings settings = settings(Map.of(
                "host", "",
                "port", "",
                "security", "starttls",
                "username", "",
                "password-file", "",
                "from", "",
                "envelope-sender", "",
                "trusted-certificates", ""));

        assertThat(settings.host()).isNull();
        assertThat(settings.portOrDefault()).isEqualTo(587);
        assertThat(settings.passwordFile()).isNull();
        assertThat(settings.trustedCertificates()).isNull();
    }

    @Test
    void readsAPasswordThatIsChangedInItsFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("password");
        Files.writeString(file, "geheim\n");
        MailSettings settings = settings(Map.of("host", "h", "username", "u", "password-file", file.toString()));

        assertThat(settings.currentPassword()).isEqualTo("geheim");
        Files.writeString(file, "neu");
        assertThat(settings.currentPassword()).isEqualTo("neu");
    }

    @Test
    void isUnreachableWhereThePasswordCannotBeRead() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain()) {
            assertThat(sender(server, Map.of("username", "u", "password-file", "/nowhere/password"))
                            .send(parcel(), RECEIVER))
                    .isInstanceOf(Outcome.Unreachable.class);
        }
    }

    @Test
    void printsNoPassword() {
        assertThat(settings(Map.of("host", "h", "username", "u", "password", "geheim")))
                .asString()
                .doesNotContain("geheim");
    }

    private static Parcel parcel() {
        var event = Cases.published("邮件试点", Domain.TRADE, "通关");
        String body = WireJson.mapper()
                .writeValueAsString(Map.of("type", "casewire.case.published.v1", "data", Map.of("event", event)));
        return new Parcel(
                DeliveryId.derive("mail-test"),
                SubscriptionId.derive("mail-test"),
                "casewire.case.published.v1",
                event.key(),
                body,
                0);
    }

    private static MailSender sender(ScriptedServer server, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.port()),
                "security", "none",
                "from", "改革案例 <cases@casewire.example>",
                "read-timeout", "2s"));
        all.putAll(more);
        return new MailSender(settings(all), new PublicUrl("https://casewire.example"), invited(), now());
    }

    private static MailSender.Invited invited() {
        return (_, _, _, _) -> "海关";
    }

    private static InstantSource now() {
        return InstantSource.system();
    }

    private static MailSettings settings(Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>();
        values.forEach((name, value) -> all.put("casewire.notify.mail." + name, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("casewire.notify.mail", MailSettings.class);
    }
}
