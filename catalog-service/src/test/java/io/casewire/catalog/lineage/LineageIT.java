package io.casewire.catalog.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.CatalogClient;
import io.casewire.catalog.CatalogTest;
import io.casewire.catalog.Wire;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.LinkId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@CatalogTest
class LineageIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Wire wire = new Wire();
    private final CatalogClient http;
    private final LinkClient client;
    private final Lineages lineages;

    LineageIT(@LocalServerPort int port, @Autowired Environment environment, @Autowired Lineages lineages) {
        this.http = new CatalogClient(port);
        this.client = new LinkClient(http, environment);
        this.lineages = lineages;
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void showsTheWayOfAnInnovationWithTheWidestPromotionAtItsHead() {
        CaseRecord result = CaseDraft.of("way1", "港口散粮“随船熏蒸”检疫新模式")
                .zones("辽宁自贸试验区")
                .practice("粮食到港前在船上完成熏蒸处理，到港即可卸船，不再移泊等待。")
                .content();
        CaseRecord description =
                CaseDraft.of("way2", "港口散粮“随船熏蒸”检疫模式").zones("辽宁自贸试验区").content();
        CaseRecord practice = CaseDraft.of("way3", "进境散粮“随船熏蒸”检疫监管新模式")
                .zones("辽宁自贸试验区")
                .practice("企业申请后，粮食到港前在船上完成熏蒸处理，到港即可卸船，不再移泊等待，缩短在港时间。")
                .content();
        CaseRecord national = CaseDraft.of("way4", "港口散粮“随船熏蒸”检疫新模式")
                .scope(PromotionScope.NATIONWIDE)
                .content();
        Told.tell(wire, result, 1, Told.RESULTS);
        Told.tell(wire, national, 1, Told.LIST);
        Told.tell(wire, practice, 1, Told.CASES);
        Told.tell(wire, description, 1, Told.REPORT);
        wire.flush();
        for (CaseRecord any : List.of(result, description, practice, national)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(client.members(any.id()))
                    .containsExactly(
                            result.id() + " CONFIRMED",
                            description.id() + " CONFIRMED",
                            practice.id() + " CONFIRMED",
                            national.id() + " CONFIRMED"));
        }
        JsonNode lineage = client.lineage(result.id());
        assertThat(lineage.propertyNames()).containsExactly("id", "head", "members");
        assertThat(lineage.path("id").asString()).isEqualTo(result.id().value());
        assertThat(lineage.path("head").asString()).isEqualTo(national.id().value());
        JsonNode last = lineage.path("members").get(3);
        assertThat(last.propertyNames())
                .containsExactly("id", "title", "document", "since", "confidence", "state", "reason");
        assertThat(last.path("since").asString()).isEqualTo("2025-07-01");
        assertThat(last.path("reason").get(0).asString()).isEqualTo("same title");
        assertThat(lineages.others(List.of(national.id().value())))
                .isEqualTo(Map.of(
                        national.id().value(),
                        Set.of(
                                result.id().value(),
                                description.id().value(),
                                practice.id().value())));
        assertThat(lineages.heads(List.of(result.id().value(), practice.id().value(), "case-unknown")))
                .isEqualTo(Map.of(
                        result.id().value(),
                        national.id().value(),
                        practice.id().value(),
                        national.id().value()));
    }

    @Test
    void aPersonDecidesWhatIsProposedAndNothingElseChangesItAfterwards() {
        CaseRecord one = CaseDraft.of("doubt1", "跨境船舶租赁登记便利化").zones("天津自贸试验区").content();
        CaseRecord other =
                CaseDraft.of("doubt2", "船舶租赁跨境登记一次办理").zones("天津自贸试验区").content();
        Told.tell(wire, one, 1, Told.RESULTS);
        Told.tell(wire, other, 1, Told.REPORT);
        wire.flush();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(client.members(one.id())).contains(other.id() + " PROPOSED"));
        String link = client.links("state", "PROPOSED", "case", one.id().value())
                .getFirst()
                .path("id")
                .asString();
        assertThat(link)
                .isEqualTo(StoredLink.id(one.id().value(), other.id().value()).value());
        for (Role role : List.of(Role.READER, Role.PUBLISHER, Role.REGION, Role.AGENCY, Role.AUDITOR)) {
            assertThat(client.decide(link, "CONFIRMED", "一致", role).status())
                    .as(role.name())
                    .isEqualTo(403);
        }
        assertThat(client.decide(link, "CONFIRMED", "一致", null).status()).isEqualTo(401);

        JsonNode decided =
                client.decide(link, "rejected", "登记的对象不同", Role.COORDINATOR).json();
        assertThat(decided.path("state").asString()).isEqualTo("REJECTED");
        assertThat(decided.path("decidedBy").asString()).isEqualTo("somebody");
        assertThat(decided.path("decision").path("reason").asString()).isEqualTo("登记的对象不同");
        assertThat(decided.path("decision").path("at").asString()).endsWith("Z");
        assertThat(client.decide(link, "REJECTED", "登记的对象不同", Role.COORDINATOR).json())
                .as("the same again")
                .isEqualTo(decided);
        assertThat(client.members(one.id()))
                .containsExactlyInAnyOrder(one.id() + " CONFIRMED", other.id() + " REJECTED");

        // another parse says what would have been linked at once
        CaseRecord revised =
                CaseDraft.of("doubt2", "跨境船舶租赁登记便利化").zones("天津自贸试验区").content();
        Told.tell(wire, revised, 2, Told.REPORT);
        wire.flush();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(client.lineage(one.id()).toString())
                        .contains("\"title\":\"跨境船舶租赁登记便利化\",\"document\":{\"id\":\"" + Told.REPORT.id()));
        assertThat(client.members(one.id())).contains(other.id() + " REJECTED");

        JsonNode confirmed =
                client.decide(link, "CONFIRMED", "再次核对，一致", Role.OPERATOR).json();
        assertThat(confirmed.path("revision").asLong())
                .isEqualTo(decided.path("revision").asLong() + 1);
        assertThat(client.members(one.id())).contains(other.id() + " CONFIRMED");
    }

    @Test
    void letsGoOfWhatWasWithdrawnAndTakesItBack() {
        CaseRecord one = CaseDraft.of("gone1", "低空物流航线备案承诺制").content();
        CaseRecord other = CaseDraft.of("gone2", "低空物流航线备案承诺制").content();
        Told.tell(wire, one, 1, Told.RESULTS);
        Told.tell(wire, other, 1, Told.REPORT);
        wire.flush();
        String link = StoredLink.id(one.id().value(), other.id().value()).value();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(client.members(one.id())).contains(other.id() + " CONFIRMED"));
        Told.withdraw(wire, other, 2, Told.REPORT);
        wire.flush();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(client.members(one.id())).containsExactly(one.id() + " CONFIRMED"));
        await().atMost(SOON).untilAsserted(() -> assertThat(state(link)).isEqualTo("REJECTED"));
        Told.tell(wire, other, 3, Told.REPORT);
        wire.flush();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(client.members(one.id())).contains(other.id() + " CONFIRMED"));
        assertThat(state(link)).isEqualTo("CONFIRMED");
    }

    @Test
    void resolvesAnAdoptionWhoseNameDiffersInARegionBelowTheProvince() {
        CaseRecord origin =
                CaseDraft.of("adopted1", "水运危险品“一单四报”监管模式").zones("重庆自贸试验区").content();
        CaseRecord national = CaseDraft.of("adopted2", "水路运输危险品“一单四报”监管新模式")
                .scope(PromotionScope.NATIONWIDE)
                .content();
        var adoption = Told.adoption("adopted", "聊城市", "371500", "山东省", "水运危险品“一单四报”新模式");
        // the sentence may come before the cases it speaks of
        Told.tell(wire, adoption);
        wire.flush();
        Told.tell(wire, origin, 1, Told.RESULTS);
        Told.tell(wire, national, 1, Told.LIST);
        wire.flush();
        for (CaseRecord telling : List.of(origin, national)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(http.get(
                                    "/api/catalog/v1/evidence",
                                    "case",
                                    telling.id().value())
                            .json()
                            .path("items")
                            .toString())
                    .contains(adoption.id().value()));
        }
        JsonNode link = client.links("evidence", adoption.id().value(), "kind", "EVIDENCE")
                .getFirst();
        assertThat(link.path("state").asString()).isEqualTo("CONFIRMED");
        assertThat(link.path("from").path("adopter").path("regionCode").asString())
                .isEqualTo("371500");
        assertThat(link.path("from").path("title").asString()).isEqualTo("水运危险品“一单四报”新模式");
    }

    @Test
    void refusesWhatItDoesNotUnderstandByName() {
        Map<String, String> wrong = Map.of(
                "state", "OPEN", "kind", "SAME", "case", "case-1", "evidence", "evi-1", "size", "0", "cursor", "x");
        wrong.forEach((name, value) -> {
            CatalogClient.Answer refused = http.get(LinkClient.LINKS, name, value);
            assertThat(refused.status()).as(name).isEqualTo(400);
            assertThat(refused.json().path("parameter").asString()).isEqualTo(name);
        });
        assertThat(http.get(LinkClient.LINKS, "state", "PROPOSD")
                        .json()
                        .path("nearest")
                        .toString())
                .isEqualTo("[\"PROPOSED\"]");
        String nobody = LinkId.derive("nobody's").value();
        assertThat(http.get(LinkClient.LINKS + "/" + nobody).status()).isEqualTo(404);
        assertThat(client.decide(nobody, "CONFIRMED", "一致", Role.OPERATOR).status())
                .isEqualTo(404);
        for (String body : List.of(
                "{}",
                "{\"state\":\"CONFIRMED\"}",
                "{\"state\":\"CONFIRMED\",\"reason\":\" \\u200b\"}",
                "{\"state\":\"PROPOSED\",\"reason\":\"一致\"}",
                "{\"state\":\"CONFIRMED\",\"reason\":\"一致\",\"by\":\"me\"}")) {
            assertThat(client.decide(nobody, body, Role.OPERATOR).status())
                    .as(body)
                    .isEqualTo(400);
        }
        String lineage = "/api/catalog/v1/cases/%s/lineage";
        assertThat(http.get(lineage.formatted(CaseId.derive("nobody's"))).status())
                .isEqualTo(404);
        assertThat(http.get(lineage.formatted("x")).json().path("parameter").asString())
                .isEqualTo("id");
    }

    private String state(String link) {
        return http.get(LinkClient.LINKS + "/" + link).json().path("state").asString();
    }
}
