package io.casewire.replication.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Awaitility.setDefaultTimeout;

import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.event.CaseEvent.CaseRevised;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.LinkEvent.Kind;
import io.casewire.contracts.event.LinkEvent.Link;
import io.casewire.contracts.event.LinkEvent.LinkConfirmed;
import io.casewire.contracts.event.LinkEvent.LinkProposed;
import io.casewire.contracts.event.LinkEvent.LinkRejected;
import io.casewire.contracts.id.LinkId;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.topic.Topics;
import io.casewire.replication.RunningService;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LinkedTellingsIT {
    private final RunningService service = RunningService.shared();

    @BeforeEach
    void patience() {
        setDefaultTimeout(Duration.ofSeconds(90));
    }

    @Test
    void aConfirmedLinkNamesWhoMadeACaseThatNamesNobody() {
        SampleCase listed = SampleCase.titled("邮轮船票一码通").promotedTo(PromotionScope.NATIONWIDE, "2024");
        SampleCase told = SampleCase.titled("邮轮船票“一码通”改革").from("四川自贸试验区");
        publish(told, Genre.REPORT);
        service.publish(listed.published());
        await().untilAsserted(() -> assertThat(lines(listed)).hasSize(31));
        assertThat(origins(listed)).isEmpty();
        service.publish(Topics.LINK, new LinkProposed(link(listed, told), 1));
        service.publish(Topics.LINK, new LinkConfirmed(link(listed, told), 2));
        await().untilAsserted(() -> assertThat(origins(listed)).containsExactly("510000"));
        JsonNode basis = line(listed, "510000").path("basis");
        assertThat(basis.path("origin").path(0).asString()).isEqualTo("四川自贸试验区");
        assertThat(basis.path("originCase").asString()).isEqualTo(told.id().value());

        service.publish(new CaseRevised(told.from("广西自贸试验区").content(), 2, reference(told, Genre.REPORT)));
        await().untilAsserted(() -> assertThat(origins(listed)).containsExactly("450000"));
        service.publish(Topics.LINK, new LinkRejected(link(listed, told), 3));
        await().untilAsserted(() -> assertThat(origins(listed)).isEmpty());
        assertThat(line(listed, "450000").path("basis").has("originCase")).isFalse();
    }

    @Test
    void aLinkThatWaitsForAPersonNamesNobody() {
        SampleCase listed = SampleCase.titled("冷链食品追溯").promotedTo(PromotionScope.COASTAL, "2024");
        SampleCase told = SampleCase.titled("冷链食品全程追溯").from("山东自贸试验区");
        SampleCase sure = SampleCase.titled("冷链食品追溯新模式").from("福建自贸试验区");
        publish(told, Genre.BEST_PRACTICES);
        publish(sure, Genre.BEST_PRACTICES);
        service.publish(listed.published());
        service.publish(Topics.LINK, new LinkProposed(link(listed, told), 1));
        service.publish(Topics.LINK, new LinkConfirmed(link(listed, sure), 1));
        await().untilAsserted(() -> assertThat(origins(listed)).containsExactly("350000"));
    }

    @Test
    void whoCarriesAnInstrumentOutDidNotMakeTheCase() {
        SampleCase listed = SampleCase.titled("船员证书一网通办").promotedTo(PromotionScope.COASTAL, "2024");
        SampleCase plan = SampleCase.titled("船员证书“一网通办”").from("辽宁自贸试验区");
        SampleCase told = SampleCase.titled("船员证书网上办理").from("浙江自贸试验区");
        publish(plan, Genre.PROMOTION_LIST);
        publish(told, Genre.ACHIEVEMENT_TABLE);
        service.publish(listed.published());
        service.publish(Topics.LINK, new LinkConfirmed(link(listed, plan), 1));
        // by way of the plan: the same innovation over two steps
        service.publish(Topics.LINK, new LinkConfirmed(link(plan, told), 1));
        await().untilAsserted(() -> assertThat(origins(listed)).containsExactly("330000"));
    }

    @Test
    void aLaterNationalInstrumentSupersedesALinkedCaseOfAnotherTitle() {
        SampleCase provincial = SampleCase.titled("出口信保小微速赔").promotedTo(PromotionScope.NAMED, "2021-03-01", "430000");
        SampleCase national = SampleCase.titled("小微企业出口信用保险快速理赔").promotedTo(PromotionScope.NATIONWIDE, "2023-05-01");
        service.publish(provincial.published());
        service.publish(national.published());
        await().untilAsserted(() -> assertThat(lines(national)).hasSize(31));
        await().untilAsserted(() -> assertThat(lines(provincial)).hasSize(1));
        assertThat(line(provincial, "430000").path("status").asString()).isEqualTo("UNKNOWN");
        service.publish(Topics.LINK, new LinkConfirmed(link(provincial, national), 1));
        await().untilAsserted(() -> {
            JsonNode line = line(provincial, "430000");
            assertThat(line.path("outcome").asString("")).isEqualTo("SUPERSEDED");
            assertThat(line.path("basis").path("supersededBy").path("caseId").asString(""))
                    .isEqualTo(national.id().value());
        });
        service.publish(Topics.LINK, new LinkRejected(link(provincial, national), 2));
        await().untilAsserted(() ->
                assertThat(line(provincial, "430000").path("status").asString()).isEqualTo("REOPENED"));
    }

    private void publish(SampleCase sample, Genre genre) {
        service.publish(new CasePublished(sample.content(), 1, reference(sample, genre)));
    }

    private static DocumentReference reference(SampleCase sample, Genre genre) {
        DocumentReference document = sample.document();
        return new DocumentReference(
                document.id(),
                document.source(),
                document.title(),
                document.number(),
                document.issuer(),
                document.issuedOn(),
                genre);
    }

    private static Link link(SampleCase one, SampleCase other) {
        List<String> ends =
                List.of(one.id().value(), other.id().value()).stream().sorted().toList();
        return new Link(
                LinkId.derive(ends.getFirst(), ends.getLast()),
                Kind.SAME_INNOVATION,
                ends.getFirst(),
                ends.getLast(),
                0.9,
                List.of("同名"),
                "casewire");
    }

    private List<JsonNode> lines(SampleCase sample) {
        return StreamSupport.stream(
                        service.get("/api/replication/v1/obligations?case=" + sample.id())
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private JsonNode line(SampleCase sample, String region) {
        return lines(sample).stream()
                .filter(line -> line.path("regionCode").asString("").equals(region))
                .findFirst()
                .orElseThrow();
    }

    private List<String> origins(SampleCase sample) {
        return lines(sample).stream()
                .filter(line -> line.path("role").asString("").equals("ORIGIN"))
                .map(line -> line.path("regionCode").asString(""))
                .toList();
    }
}
