package io.casewire.notify.delivery.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.WireNames;
import io.casewire.notify.Cases;
import io.casewire.notify.delivery.channel.Parcel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of each event, from the very JSON its message has. */
class NoticeTests {
    @ParameterizedTest
    @MethodSource("types")
    void saysOfEveryEventWhatItIsAbout(String type) throws IOException {
        Notice notice = Notice.of(parcel(type, golden(type)));

        assertThat(notice.headline().chinese()).isNotBlank();
        assertThat(notice.headline().english()).isNotBlank();
        assertThat(notice.title()).isNotBlank().doesNotContain("\n", "\r");
        assertThat(notice.thread()).isNotBlank();
        assertThat(notice.facts()).allSatisfy(fact -> assertThat(fact.value()).isNotBlank());
    }

    @Test
    void putsWhatIsAboutOneCaseTogether() throws IOException {
        Notice published = Notice.of(parcel("casewire.case.published.v1", golden("casewire.case.published.v1")));
        Notice obligation =
                Notice.of(parcel("casewire.obligation.derived.v1", golden("casewire.obligation.derived.v1")));

        assertThat(published.thread()).startsWith("case-").isEqualTo(published.caseId());
        assertThat(obligation.thread()).startsWith("case-").isEqualTo(obligation.caseId());
    }

    @Test
    void isOneLineWithoutWhatIsNotShown() {
        Notice notice = Notice.of(Cases.published("一\r\n二\u202e三\u0000", Domain.TRADE, "文"));

        assertThat(notice.title()).isEqualTo("一  二三");
    }

    @Test
    void shortensATitleBetweenCharacters() {
        Notice notice = Notice.of(Cases.published("𠀀".repeat(300), Domain.TRADE, "文"));

        assertThat(notice.title()).isEqualTo("𠀀".repeat(200) + "…");
    }

    private static Stream<String> types() {
        // nobody is told of passages, of work on plans, of decisions on evidence and of deliveries
        List<String> untold =
                List.of("casewire.chapter.", "casewire.plan.", "casewire.settlement.", "casewire.delivery.");
        return WireNames.all().keySet().stream().filter(type -> untold.stream().noneMatch(type::startsWith));
    }

    private static Parcel parcel(String type, String event) {
        return new Parcel(
                DeliveryId.derive(type),
                SubscriptionId.derive(type),
                type,
                "subject",
                "{\"type\":\"" + type + "\",\"data\":{\"event\":" + event + "}}",
                0);
    }

    private static String golden(String type) throws IOException {
        try (InputStream in = WireNames.class.getResourceAsStream("/io/casewire/contracts/golden/" + type + ".json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
