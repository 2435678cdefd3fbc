package io.casewire.replication.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Awaitility.setDefaultTimeout;

import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.ObligationDerived;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.EventPublisher;
import io.casewire.replication.RunningService;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DerivationIT {
    private final RunningService service = RunningService.shared();

    @BeforeEach
    void patience() {
        setDefaultTimeout(Duration.ofSeconds(90));
    }

    @Test
    void nationwideCaseObligesThe31ProvincesAndMarksItsOwn() {
        SampleCase sample = SampleCase.titled("船舶通关一次办理").from("湖南自贸试验区").promotedTo(PromotionScope.NATIONWIDE, "2023");
        service.publish(sample.published());
        await().untilAsserted(() -> assertThat(regions(sample)).hasSize(31));
        assertThat(regions(sample))
                .filteredOn(region -> region.path("role").asString().equals("ORIGIN"))
                .extracting(region -> region.path("code").asString())
                .containsExactly("430000");
        assertThat(regions(sample)).allSatisfy(region -> {
            assertThat(region.path("status").asString()).isEqualTo("UNKNOWN");
            assertThat(region.path("name").asString()).isNotBlank();
        });
    }

    @Test
    void eachObligationIsToldOnceHoweverOftenTheCaseIs() {
        SampleCase sample = SampleCase.titled("企业开办一窗受理").promotedTo(PromotionScope.COASTAL, "2020-06-01");
        service.publish(sample.published());
        service.publish(sample.published());
        service.publish(sample.published());
        SampleCase last = afterAll();
        await().untilAsserted(() -> assertThat(regions(last)).hasSize(11));
        await().untilAsserted(() -> assertThat(events(sample)).hasSize(11));
        assertThat(events(sample)).allSatisfy(envelope -> {
            assertThat(envelope.event()).isInstanceOf(ObligationDerived.class);
            assertThat(envelope.event().revision()).isEqualTo(1);
            assertThat(envelope.correlationId()).isEqualTo("test");
        });
    }

    @Test
    void olderRevisionThatComesLateChangesNothing() {
        SampleCase narrow = SampleCase.titled("保税展示交易").promotedTo(PromotionScope.NAMED, "2021", "430000");
        SampleCase wide = narrow.promotedTo(PromotionScope.NATIONWIDE, "2021");
        service.publish(narrow.revised(2));
        await().untilAsserted(() -> assertThat(regions(narrow)).hasSize(1));
        service.publish(wide.published());
        SampleCase last = afterAll();
        await().untilAsserted(() -> assertThat(regions(last)).hasSize(11));
        assertThat(regions(narrow)).hasSize(1);
    }

    @Test
    void revisedScopeAddsAndLapsesAndKeepsTheHistory() {
        SampleCase first = SampleCase.titled("知识产权质押").promotedTo(PromotionScope.NAMED, "2021", "430000", "420000");
        SampleCase second = first.promotedTo(PromotionScope.NAMED, "2021", "420000", "410000");
        service.publish(first.published());
        service.publish(second.revised(2));
        await().untilAsserted(() -> assertThat(codes(second)).containsExactly("410000", "420000"));
        JsonNode lapsed = service.get("/api/replication/v1/obligations?lapsed=true&case=" + first.id())
                .body()
                .path("items");
        assertThat(StreamSupport.stream(lapsed.spliterator(), false))
                .filteredOn(one -> one.has("lapsed"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("regionCode").asString()).isEqualTo("430000");
                    assertThat(one.path("revision").asInt()).isEqualTo(2);
                });
        service.publish(first.revised(3));
        await().untilAsserted(() -> assertThat(codes(first)).containsExactly("420000", "430000"));
        await().untilAsserted(() -> assertThat(events(first))
                .filteredOn(
                        envelope -> envelope.event().obligation().regionCode().equals("430000"))
                .extracting(envelope -> (Object) envelope.event().getClass())
                .containsExactly(ObligationDerived.class, ObligationLapsed.class, ObligationDerived.class));
    }

    @Test
    void revisionThatChangesNothingForTheRegionsTellsNothing() {
        SampleCase sample = SampleCase.titled("跨境电商退货").promotedTo(PromotionScope.COASTAL, "2022");
        service.publish(sample.published());
        service.publish(sample.revised(2));
        SampleCase last = afterAll();
        await().untilAsserted(() -> assertThat(regions(last)).hasSize(11));
        await().untilAsserted(() -> assertThat(events(last)).hasSize(11));
        assertThat(events(sample)).hasSize(11);
    }

    @Test
    void withdrawnCaseLapsesItsObligationsWithTheOperatorsReason() {
        SampleCase sample = SampleCase.titled("误录的案例").promotedTo(PromotionScope.COASTAL, "2022");
        service.publish(sample.published());
        service.publish(sample.withdrawn(2, "录入错误"));
        await().untilAsserted(() -> assertThat(events(sample))
                .filteredOn(envelope -> envelope.event() instanceof ObligationLapsed lapsed
                        && lapsed.reason().contains("录入错误"))
                .hasSize(11));
        assertThat(regions(sample)).isEmpty();
        assertThat(service.get(adoption(sample)).text("withdrawn")).isEqualTo("录入错误");
    }

    @Test
    void caseWithoutPromotionObligesNobody() {
        SampleCase sample = SampleCase.titled("省内成果").from("湖南自贸试验区");
        service.publish(sample.published());
        await().untilAsserted(
                        () -> assertThat(service.get(adoption(sample)).status()).isEqualTo(200));
        assertThat(regions(sample)).isEmpty();
    }

    @Test
    void caseThatMovesToAnotherDomainKeepsItsObligations() {
        SampleCase before = SampleCase.titled("数据跨境").promotedTo(PromotionScope.COASTAL, "2022");
        SampleCase after = before.in(Domain.FACTORS);
        service.publish(before.published());
        service.publish(after.revised(2));
        service.bean(EventPublisher.class)
                .tombstone(Topics.cases(Domain.TRADE), before.id().value());
        await().untilAsserted(() -> assertThat(service.get("/api/replication/v1/obligations?case=" + before.id())
                        .body()
                        .path("items"))
                .hasSize(11)
                .allSatisfy(one ->
                        assertThat(one.path("domains").path(0).asString()).isEqualTo("factors")));
    }

    /** A case behind all others on its topic: when it has arrived, so have they. */
    private SampleCase afterAll() {
        SampleCase last = SampleCase.titled("最后").promotedTo(PromotionScope.COASTAL, "2022");
        service.publish(last.published());
        return last;
    }

    private List<JsonNode> regions(SampleCase sample) {
        return StreamSupport.stream(
                        service.get(adoption(sample)).body().path("regions").spliterator(), false)
                .toList();
    }

    private List<String> codes(SampleCase sample) {
        return regions(sample).stream()
                .map(region -> region.path("code").asString())
                .toList();
    }

    private static List<Envelope<ObligationEvent>> events(SampleCase sample) {
        return RunningService.events().stream()
                .filter(envelope -> envelope.event().obligation().caseId().equals(sample.id()))
                .toList();
    }

    private static String adoption(SampleCase sample) {
        return "/api/replication/v1/cases/" + sample.id() + "/adoption";
    }
}
