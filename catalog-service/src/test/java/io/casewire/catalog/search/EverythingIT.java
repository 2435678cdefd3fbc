package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.CatalogClient;
import io.casewire.catalog.CatalogTest;
import io.casewire.catalog.Wire;
import io.casewire.contracts.event.ChapterEvent;
import io.casewire.contracts.event.ChapterEvent.ChapterPublished;
import io.casewire.contracts.event.ChapterEvent.ChapterRevised;
import io.casewire.contracts.event.ChapterEvent.ChapterWithdrawn;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.event.TaskEvent.TaskPublished;
import io.casewire.contracts.event.TaskEvent.TaskWithdrawn;
import io.casewire.contracts.id.ChapterId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.ChapterRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CatalogTest
class EverythingIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String SEARCH = "/api/catalog/v1/search";
    private static final DocumentReference PLAN = CaseDraft.document("实施方案", "2021-01-19");
    private static final LineRange LINES = new LineRange(3, 4);

    private final Wire wire = new Wire();
    private final CatalogClient client;

    EverythingIT(@LocalServerPort int port) {
        this.client = new CatalogClient(port);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void findsEveryKindOfRecordTogetherAndByItself() {
        TaskRecord task = task("aeo", "培育海关AEO高级认证企业", "岳阳海关");
        tell(task, 1);
        tell(new EvidenceEvent.AdoptionFound(
                new AdoptionRecord(
                        EvidenceId.derive("aeo-adoption"),
                        "拉萨市",
                        "540100",
                        "西藏自治区",
                        "AEO互认",
                        "拉萨市复制推广AEO互认。",
                        List.of(),
                        LINES),
                1,
                PLAN));
        tell(new EvidenceEvent.MilestoneFound(
                new MilestoneRecord(EvidenceId.derive("aeo-milestone"), "2024-03", null, "首家AEO企业揭牌", LINES), 1, PLAN));
        tell(new EvidenceEvent.IndicatorFound(
                new IndicatorRecord(EvidenceId.derive("aeo-indicator"), "通关", "AEO企业数", "家", List.of(), LINES),
                1,
                PLAN));
        wire.tell(CaseDraft.of("aeo-case", "AEO企业培育").content(), 1).flush();
        await().atMost(SOON).untilAsserted(() -> assertThat(kinds("q", "AEO"))
                .containsExactlyInAnyOrder("task", "evidence", "milestone", "indicator", "case"));
        assertThat(kinds("q", "aeo", "kind", "task,milestone")).containsExactlyInAnyOrder("task", "milestone");
        JsonNode found = client.get(SEARCH, "q", "岳阳海关 AEO", "kind", "task")
                .json()
                .path("items")
                .get(0);
        assertThat(found.path("id").asString()).isEqualTo(task.id().value());
        assertThat(found.path("title").asString()).isEqualTo(task.title());
        assertThat(found.path("document").path("title").asString()).isEqualTo("实施方案");
        assertThat(found.path("lines").get(0).asInt()).isEqualTo(3);
        assertThat(found.path("highlights").path("title").asString()).contains("<mark>AEO</mark>");
        wire.tell(Topics.TASK, (TaskEvent) new TaskWithdrawn(task, 2, PLAN, "重复"), CaseDraft.MORNING)
                .flush();
        await().atMost(SOON).untilAsserted(() -> assertThat(kinds("q", "AEO")).doesNotContain("task"));
    }

    @Test
    void findsRunningTextOfReportsByItsWordsAndHeadingsUntilItIsWithdrawn() {
        ChapterRecord first = chapter("海关推进经认证的经营者制度，鹭江片区企业享受便利。");
        tell(new ChapterPublished(first, 1, PLAN));
        wire.flush();
        await().atMost(SOON).untilAsserted(() -> assertThat(kinds("q", "鹭江片区企业", "kind", "chapter"))
                .containsExactly("chapter"));
        JsonNode found = client.get(SEARCH, "q", "鹭江便利化专章", "kind", "chapter").json();
        JsonNode item = found.path("items").get(0);
        assertThat(item.path("title").asString()).isEqualTo("鹭江便利化专章");
        assertThat(item.path("path").get(0).asString()).isEqualTo("综合篇");
        assertThat(item.path("excerpt").asString()).isEqualTo(first.text());
        assertThat(item.path("link").asString()).isEqualTo("/api/ingest/v1/documents/" + PLAN.source() + "/text#L340");
        assertThat(found.path("kinds").toString()).contains("{\"value\":\"chapter\",\"count\":1}");

        ChapterRecord other = chapter("鹭江片区改写后的一段话。");
        tell(new ChapterRevised(other, 2, PLAN));
        // an old revision that comes late changes nothing
        tell(new ChapterPublished(first, 1, PLAN));
        wire.flush();
        await().atMost(SOON).untilAsserted(() -> assertThat(client.get(SEARCH, "q", "鹭江片区", "kind", "chapter")
                        .json()
                        .path("items")
                        .get(0)
                        .path("excerpt")
                        .asString())
                .isEqualTo(other.text()));
        tell(new ChapterWithdrawn(other, 3, PLAN, "重复"));
        wire.flush();
        await().atMost(SOON).untilAsserted(() -> assertThat(kinds("q", "鹭江片区", "kind", "chapter"))
                .isEmpty());
    }

    @Test
    void walksThroughPagesAndSeesEachOnce() {
        for (int i = 0; i < 7; i++) {
            tell(task("walk" + i, "巡游事项" + i, "巡游厅"), 1);
        }
        wire.flush();
        await().atMost(SOON).untilAsserted(() -> assertThat(kinds("q", "巡游事项", "size", "100"))
                .hasSize(7));
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            CatalogClient.Answer page = cursor == null
                    ? client.get(SEARCH, "q", "巡游事项", "size", "3")
                    : client.get(SEARCH, "q", "巡游事项", "size", "3", "cursor", cursor);
            seen.addAll(page.ids());
            cursor = page.json().path("next").asStringOpt().orElse(null);
        } while (cursor != null && seen.size() < 20);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "kind,chapters,unknown-value",
        "kind,'task,cases',unknown-value",
        "kind,'task,',unknown-value",
        "cursor,abc,invalid-parameter",
        "size,0,invalid-parameter",
        "domain,trade,unknown-parameter",
    })
    void namesTheParameterItRefuses(String name, String value, String slug) {
        CatalogClient.Answer refused = client.get(SEARCH, "q", "通关", name, value);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("type").asString()).isEqualTo("urn:casewire:problem:" + slug);
        assertThat(refused.json().path("parameter").asString()).isEqualTo(name);
    }

    @Test
    void needsWords() {
        assertThat(client.get(SEARCH, "kind", "task").json().path("parameter").asString())
                .isEqualTo("q");
    }

    private List<String> kinds(String... parameters) {
        List<String> kinds = new ArrayList<>();
        client.get(SEARCH, parameters)
                .json()
                .path("items")
                .forEach(item -> kinds.add(item.path("kind").asString()));
        return kinds;
    }

    private static TaskRecord task(String id, String title, String unit) {
        return new TaskRecord(
                TaskId.derive("test", id),
                1,
                title,
                List.of(unit),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                LINES);
    }

    private void tell(TaskRecord task, long revision) {
        wire.tell(Topics.TASK, (TaskEvent) new TaskPublished(task, revision, PLAN), CaseDraft.MORNING);
    }

    private static ChapterRecord chapter(String text) {
        return new ChapterRecord(
                ChapterId.derive("test", "lujiang"), "鹭江便利化专章", 1, text, List.of("综合篇"), new LineRange(340, 346));
    }

    private void tell(ChapterEvent event) {
        wire.tell(Topics.CHAPTER, event, CaseDraft.MORNING);
    }

    private void tell(EvidenceEvent event) {
        wire.tell(Topics.EVIDENCE, event, CaseDraft.MORNING);
    }
}
