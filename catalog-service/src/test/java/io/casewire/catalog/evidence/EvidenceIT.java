package io.casewire.catalog.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.CatalogClient;
import io.casewire.catalog.CatalogTest;
import io.casewire.catalog.Wire;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.event.EvidenceEvent.EvidenceWithdrawn;
import io.casewire.contracts.event.EvidenceEvent.MilestoneFound;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CatalogTest
class EvidenceIT {
    private static final String PATH = "/api/catalog/v1/evidence";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final DocumentReference REPORT = CaseDraft.document("年度报告", "2025");

    private final Wire wire = new Wire();
    private final CatalogClient client;

    EvidenceIT(@LocalServerPort int port) {
        this.client = new CatalogClient(port);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void findsAdoptionsByRegion() {
        tell(adoption("ordos", "鄂尔多斯市", "150600", "内蒙古自治区"), 1);
        tell(adoption("hohhot", "呼和浩特市", "150100", "内蒙古自治区"), 1);
        tell(adoption("unknown", "某新区", null, null), 1);
        wire.flush();
        awaitRegions("150000", "呼和浩特市", "鄂尔多斯市");
        awaitRegions("内蒙古自治区", "呼和浩特市", "鄂尔多斯市");
        awaitRegions("150600", "鄂尔多斯市");
        awaitRegions("某新区", "某新区");
        awaitRegions("340000");
    }

    @Test
    void keepsKindsApartAndFollowsRevisions() {
        MilestoneRecord milestone =
                new MilestoneRecord(EvidenceId.derive("milestone"), "2024-03", null, "揭牌", new LineRange(1, 1));
        wire.tell(Topics.EVIDENCE, (EvidenceEvent) new MilestoneFound(milestone, 1, REPORT), CaseDraft.MORNING);
        AdoptionRecord first = adoption("revised", "蚌埠市", "340300", "安徽省");
        tell(first, 2);
        tell(first, 1);
        wire.flush();
        awaitRegions("340300", "蚌埠市");
        JsonNode milestones = client.get(
                        PATH, "kind", "milestone", "document", REPORT.id().value())
                .json()
                .path("items");
        assertThat(milestones).hasSize(1);
        assertThat(milestones.get(0).path("record").path("text").asString()).isEqualTo("揭牌");
        JsonNode adoption =
                client.get(PATH, "region", "340300").json().path("items").get(0);
        assertThat(adoption.path("revision").asLong()).isEqualTo(2);
        assertThat(adoption.path("kind").asString()).isEqualTo("adoption");
        wire.tell(
                        Topics.EVIDENCE,
                        (EvidenceEvent) new EvidenceWithdrawn(first.id(), 3, REPORT, "误读"),
                        CaseDraft.MORNING)
                .flush();
        awaitRegions("340300");
    }

    @Test
    void walksThroughAllPages() {
        for (int i = 0; i < 7; i++) {
            tell(adoption("page" + i, "第" + i + "区", "46010" + i, "海南省"), 1);
        }
        wire.flush();
        await().atMost(SOON)
                .until(() -> client.get(PATH, "region", "460000")
                                .json()
                                .path("items")
                                .size()
                        == 7);
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonNode page = (cursor == null
                            ? client.get(PATH, "region", "460000", "size", "3")
                            : client.get(PATH, "region", "460000", "size", "3", "cursor", cursor))
                    .json();
            page.path("items")
                    .forEach(item -> seen.add(item.path("record").path("id").asString()));
            cursor = page.path("next").asStringOpt().orElse(null);
        } while (cursor != null && seen.size() < 20);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void namesTheParameterItRefuses() {
        for (String name : List.of("kind", "document", "cursor", "size", "region")) {
            CatalogClient.Answer refused = client.get(PATH, name, " ");
            assertThat(refused.status()).as(name).isEqualTo(400);
            assertThat(refused.json().path("parameter").asString()).isEqualTo(name);
        }
    }

    @Test
    void aRegionThatDoesNotExistIsRefusedNotAnsweredWithNothing() {
        for (String code : List.of("999999", "150699", "340001")) {
            CatalogClient.Answer refused = client.get(PATH, "region", code);
            assertThat(refused.status()).as(code).isEqualTo(400);
            assertThat(refused.json().path("parameter").asString()).isEqualTo("region");
        }
        assertThat(client.get(PATH, "region", "340001").json().path("nearest").valueStream())
                .extracting(JsonNode::asString)
                .contains("340000");
    }

    @Test
    void aKindIsTakenInEitherCase() {
        assertThat(client.get(PATH, "kind", "ADOPTION").status()).isEqualTo(200);
    }

    private void awaitRegions(String region, String... expected) {
        await().atMost(SOON).untilAsserted(() -> {
            List<String> found = new ArrayList<>();
            client.get(PATH, "region", region, "kind", "adoption")
                    .json()
                    .path("items")
                    .forEach(
                            item -> found.add(item.path("record").path("region").asString()));
            assertThat(found).containsExactlyInAnyOrder(expected);
        });
    }

    private void tell(AdoptionRecord adoption, long revision) {
        wire.tell(Topics.EVIDENCE, (EvidenceEvent) new AdoptionFound(adoption, revision, REPORT), CaseDraft.MORNING);
    }

    private static AdoptionRecord adoption(
            String name, String region, @Nullable String code, @Nullable String province) {
        return new AdoptionRecord(
                EvidenceId.derive("test", name),
                region,
                code,
                province,
                "某项成果",
                region + "复制推广某项成果。",
                List.of(),
                new LineRange(3, 3));
    }
}
