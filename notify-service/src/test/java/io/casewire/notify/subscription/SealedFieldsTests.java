package io.casewire.notify.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.notify.sealing.KeyRing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

class SealedFieldsTests {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final SigningSecret FIRST = SigningSecret.draw();
    private static final SigningSecret SECOND = SigningSecret.draw();
    private static final Mailbox MAILBOX = Mailbox.asked("wang@example.org", NOW);
    private static final KeyRing KEYS = KeyRing.read("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    private final MappingMongoConverter converter = SubscriptionTests.converter(SealedFields.conversions(KEYS));

    static Stream<Arguments> everyRouteHoldsItsSecretsSealedAndReadsThemBack() {
        String url = "https://hooks.example.org/a?key=geheim";
        String robot = "https://oapi.dingtalk.com/robot/send?access_token=geheim";
        return Stream.of(
                Arguments.of(
                        Route.webhook(url, Secrets.of(FIRST).rotated(SECOND, NOW)),
                        List.of(url, FIRST.text(), SECOND.text())),
                Arguments.of(
                        Route.webhook(url, Secrets.of(FIRST).with(Verification.asked(NOW))),
                        List.of(url, FIRST.text())),
                Arguments.of(
                        Route.robot(new Channel.Robot(RobotKind.DINGTALK, robot, "SECgeheim")),
                        List.of(robot, "SECgeheim")),
                Arguments.of(Route.robot(new Channel.Robot(RobotKind.WECOM, robot, null)), List.of(robot)),
                Arguments.of(Route.mail(MAILBOX), List.of(MAILBOX.key())),
                Arguments.of(Route.NONE, List.of()));
    }

    @ParameterizedTest
    @MethodSource
    void everyRouteHoldsItsSecretsSealedAndReadsThemBack(Route route, List<String> secrets) {
        Subscription made = subscription(route);
        Document stored = new Document();
        converter.write(made, stored);

        assertThat(secrets).allSatisfy(secret -> assertThat(stored.toJson()).doesNotContain(secret));
        assertThat(stored.toJson().split("casewire-sealed:1:", -1)).hasSize(secrets.size() + 1);
        assertThat(converter.read(Subscription.class, stored)).isEqualTo(made);
    }

    @Test
    void readsWhatWasStoredBeforeThereWasSealing() {
        Subscription made = subscription(Route.webhook("https://hooks.example.org/a", Secrets.of(FIRST)));
        Document stored = new Document();
        SubscriptionTests.converter(MongoCustomConversions.create(_ -> {})).write(made, stored);

        assertThat(stored.toJson()).contains(FIRST.text());
        assertThat(converter.read(Subscription.class, stored)).isEqualTo(made);
    }

    private static Subscription subscription(Route route) {
        Set<String> none = Set.of();
        Criteria criteria = new Criteria(Set.of(), Set.of(), none, none, none, none, Set.of(), Set.of(), "贸易");
        return Subscription.create(SubscriptionId.derive("sealed"), "海关", criteria, false, route, Activity.ACTIVE, NOW);
    }
}
