package io.casewire.replication.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.contracts.event.ObligationEvent.Note;
import io.casewire.contracts.event.ObligationEvent.ObligationMoved;
import io.casewire.contracts.event.ObligationEvent.ObligationNoted;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.wire.HistoryChain;
import io.casewire.contracts.wire.HistoryChain.Taken;
import io.casewire.contracts.wire.WireJson;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.SampleCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** What is changed past the ledger shows. */
class HistoryIT {
    private final RunningService service = RunningService.shared();
    private final String hunan = RunningService.token("report@hunan", Role.REGION, "430000");
    private final String auditor = RunningService.token("audit@centre", Role.AUDITOR, null);

    @Test
    void aStepThatWasChangedInTheStoreIsNamed() {
        String id = lineWithHistory();
        assertThat(HistoryChain.firstBreak(new ObligationId(id), history(service, id)))
                .isEmpty();
        damage(id, Updates.set("steps.1.step.explanation", "全部完成"));
        assertThat(HistoryChain.firstBreak(new ObligationId(id), history(service, id)))
                .hasValueSatisfying(taken -> assertThat(taken.revision()).isEqualTo(4));
    }

    @Test
    void aNoteThatWasTakenOutBetweenStepsShowsAtTheNextStep() {
        String id = lineWithHistory();
        damage(id, Updates.set("journal.notes", List.of()));
        assertThat(HistoryChain.firstBreak(new ObligationId(id), history(service, id)))
                .hasValueSatisfying(taken -> assertThat(taken.revision()).isEqualTo(4));
    }

    @Test
    void aFileThatWasRenamedInTheStoreIsNamed() {
        String id = lineWithHistory();
        service.upload(
                path(id) + "/attachments?filename=notice.txt",
                hunan,
                "已印发".getBytes(StandardCharsets.UTF_8),
                "text/plain");
        assertThat(history(service, id)).hasSize(4);
        assertThat(HistoryChain.firstBreak(new ObligationId(id), history(service, id)))
                .isEmpty();
        damage(id, Updates.set("journal.attachments.0.attachment.name", "another.txt"));
        assertThat(HistoryChain.firstBreak(new ObligationId(id), history(service, id)))
                .hasValueSatisfying(taken -> assertThat(taken.content()).isInstanceOf(Attachment.class));
    }

    @Test
    void linksAreOnTheTopicComeBackFromItAndAreNotForEverybody() {
        String id = lineWithHistory();
        List<String> links = history(service, id).stream()
                .map(taken -> String.valueOf(taken.chain()))
                .toList();
        assertThat(links).hasSize(3).doesNotHaveDuplicates().allMatch(link -> link.length() == 64);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(RunningService.events())
                .map(envelope -> envelope.event())
                .filteredOn(event -> event.key().equals(id))
                .flatExtracting(event -> switch (event) {
                    case ObligationMoved moved ->
                        Stream.ofNullable(moved.chain()).toList();
                    case ObligationNoted noted ->
                        Stream.ofNullable(noted.chain()).toList();
                    default -> List.of();
                })
                .containsExactlyInAnyOrderElementsOf(links));
        assertThat(service.get(path(id)).body().toString()).doesNotContain("chain");
        try (RunningService rebuilt = RunningService.on(SharedStore.freshDatabase(), "history-" + UUID.randomUUID())) {
            assertThat(history(rebuilt, id)).isEqualTo(history(service, id));
        }
    }

    private List<Taken> history(RunningService from, String id) {
        JsonNode line = from.get(path(id), auditor).body();
        return Stream.of(
                        line.path("steps").valueStream().map(step -> taken(step, Step.class)),
                        line.path("notes").valueStream().map(note -> taken(note, Note.class)),
                        line.path("attachments").valueStream().map(file -> taken(file, Attachment.class)))
                .flatMap(each -> each)
                .toList();
    }

    private static Taken taken(JsonNode node, Class<? extends Record> type) {
        return new Taken(
                node.path("revision").asLong(),
                WireJson.mapper().treeToValue(node, type),
                node.path("chain").asString(null));
    }

    private void damage(String id, Bson update) {
        Objects.requireNonNull(service.bean(MongoTemplate.class)
                .execute(Entries.COLLECTION, entries -> entries.updateOne(Filters.eq("_id", id), update)));
    }

    /** A step at revision 2, a note at 3, a step at 4. */
    private String lineWithHistory() {
        SampleCase sample =
                SampleCase.titled("留痕" + UUID.randomUUID()).promotedTo(PromotionScope.NAMED, "2023", "430000");
        service.publish(sample.published());
        String id = ObligationId.derive(sample.id().value(), "430000").value();
        await().atMost(Duration.ofSeconds(60)).until(() -> service.get(path(id)).status() == 200);
        service.post(path(id) + "/transitions", hunan, Map.of("to", "NOT_STARTED"));
        service.post(path(id) + "/notes", hunan, Map.of("text", "正在调研"));
        assertThat(service.post(
                                path(id) + "/transitions",
                                hunan,
                                Map.of("to", "IN_PROGRESS", "explanation", "已部署“一箱制”"))
                        .status())
                .isEqualTo(200);
        return id;
    }

    private static String path(String id) {
        return "/api/replication/v1/obligations/" + id;
    }
}
