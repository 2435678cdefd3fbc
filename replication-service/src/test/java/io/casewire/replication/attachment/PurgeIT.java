package io.casewire.replication.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.contracts.event.ObligationEvent.Attachment.Act;
import io.casewire.contracts.event.ObligationEvent.Note;
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
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Bytes that should never have come are destroyed, and the histories of the lines that had them still fit. */
class PurgeIT {
    private static final String REASON = "含个人信息";

    private final RunningService service = RunningService.shared();
    private final String hunan = RunningService.token("report@hunan", Role.REGION, "430000");
    private final String coordinator = RunningService.token("review@centre", Role.COORDINATOR, null);
    private final String operator = RunningService.token("operator@centre", Role.OPERATOR, null);
    private final byte[] bytes = ("名单" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    private final String sha256 = HexFormat.of().formatHex(Incoming.digest().digest(bytes));

    @Test
    void everyLineThatNamesTheFileTellsWhoPurgedItWhenAndWhyAndNobodyReadsItAnyMore() {
        String first = line();
        String second = line();
        attach(service, first, "名单.txt", bytes);
        attach(service, second, "附件一.txt", bytes);
        byte[] other = ("方案" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        attach(service, first, "方案.txt", other);
        service.delete(files(second) + "/" + sha256 + "?reason=x", hunan);
        assertThat(pieces()).isEqualTo(1);

        Answer purged = purge(service, operator, REASON);
        assertThat(purged.status()).as(purged.body().toString()).isEqualTo(200);
        assertThat(purged.text("actor")).isEqualTo("operator@centre");
        assertThat(purged.body().path("obligations").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(first, second);
        assertThat(pieces()).isZero();

        for (String id : List.of(first, second)) {
            for (String reader : List.of(hunan, coordinator, operator)) {
                Answer gone = service.get(files(id) + "/" + sha256, reader);
                assertThat(gone.status()).isEqualTo(410);
                assertThat(gone.text("type")).endsWith("attachment-purged");
                assertThat(gone.text("purgedBy")).isEqualTo("operator@centre");
                assertThat(gone.text("reason")).isEqualTo(REASON);
                assertThat(gone.text("purgedAt")).isEqualTo(purged.text("at"));
            }
            JsonNode shown = service.get(files(id), hunan).body().path("purged");
            assertThat(shown).hasSize(1);
            assertThat(shown.path(0).path("actor").asString()).isEqualTo("operator@centre");
            assertThat(shown.path(0).path("reason").asString()).isEqualTo(REASON);
            assertThat(firstBreak(service, id)).isEmpty();
            assertThat(last(service, id).path("act").asString()).isEqualTo("PURGED");
        }
        assertThat(service.get(files(first), hunan).body().path("items")).hasSize(1);
        String digest = HexFormat.of().formatHex(Incoming.digest().digest(other));
        assertThat(service.download(files(first) + "/" + digest, hunan).body()).isEqualTo(other);
    }

    @Test
    void theSameBytesAreNotTakenAgainAndTheFirstDecisionStands() {
        String id = line();
        attach(service, id, "名单.txt", bytes);
        String at = purge(service, operator, REASON).text("at");
        for (String line : List.of(id, line())) {
            Answer again = upload(service, line, "名单.txt", bytes);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.text("type")).endsWith("attachment-purged");
        }
        assertThat(pieces()).isZero();
        long revision =
                service.get(obligation(id), hunan).body().path("revision").asLong();
        Answer repeated = purge(service, RunningService.token("other@centre", Role.OPERATOR, null), "再次");
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.text("actor")).isEqualTo("operator@centre");
        assertThat(repeated.text("at")).isEqualTo(at);
        assertThat(service.get(obligation(id), hunan).body().path("revision").asLong())
                .isEqualTo(revision);
    }

    @Test
    void aReportThatNamesTheFileKeepsItsWordsAndItsLinks() {
        String id = line();
        attach(service, id, "名单.txt", bytes);
        step(id, Map.of("to", "IN_PROGRESS", "explanation", "已部署"));
        step(
                id,
                Map.of(
                        "to", "SUBMITTED",
                        "outcome", "ADOPTED",
                        "explanation", "已完成",
                        "evidence", List.of("attachment:" + sha256)));
        assertThat(service.delete(files(id) + "/" + sha256 + "?reason=x", hunan).status())
                .as("a region does not take it away now")
                .isEqualTo(409);
        assertThat(purge(service, operator, REASON).status()).isEqualTo(200);
        JsonNode line = service.get(obligation(id), hunan).body();
        assertThat(line.path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(line.path("steps").path(1).path("evidence").path(0).asString())
                .isEqualTo("attachment:" + sha256);
        assertThat(firstBreak(service, id)).isEmpty();
    }

    @Test
    void onlyAnOperatorPurgesAndForAReason() {
        String id = line();
        attach(service, id, "名单.txt", bytes);
        assertThat(purge(service, null, REASON).status()).isEqualTo(401);
        for (Role role : List.of(Role.COORDINATOR, Role.AUDITOR, Role.READER)) {
            assertThat(purge(service, RunningService.token("x", role, null), REASON)
                            .status())
                    .as(role.name())
                    .isEqualTo(403);
        }
        assertThat(purge(service, hunan, REASON).status()).isEqualTo(403);
        assertThat(purge(service, operator, "　").text("type")).endsWith("reason-missing");
        Answer unknown = service.post(
                "/api/replication/v1/attachments/" + "0".repeat(64) + "/purge", operator, Map.of("reason", REASON));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(service.download(files(id) + "/" + sha256, hunan).body()).isEqualTo(bytes);
    }

    @Test
    void aLedgerMadeFromTheLogKnowsWhatWasPurgedAndDoesNotTakeItBack() {
        String id = line();
        attach(service, id, "名单.txt", bytes);
        purge(service, operator, REASON);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(RunningService.events())
                .map(envelope -> envelope.event())
                .filteredOn(event -> event.key().equals(id))
                .filteredOn(ObligationNoted.class::isInstance)
                .map(ObligationNoted.class::cast)
                .flatExtracting(noted -> Stream.ofNullable(noted.attachment())
                        .map(Attachment::act)
                        .toList())
                .containsExactly(Act.ADDED, Act.PURGED));
        try (RunningService rebuilt = RunningService.on(SharedStore.freshDatabase(), "purged-" + UUID.randomUUID())) {
            assertThat(rebuilt.get(obligation(id), hunan).body())
                    .isEqualTo(service.get(obligation(id), hunan).body());
            assertThat(rebuilt.get(files(id) + "/" + sha256, operator).text("type"))
                    .endsWith("attachment-purged");
            assertThat(upload(rebuilt, id, "名单.txt", bytes).text("type")).endsWith("attachment-purged");
            assertThat(firstBreak(rebuilt, id)).isEmpty();
        }
    }

    private Answer purge(RunningService where, @Nullable String token, String reason) {
        return where.post("/api/replication/v1/attachments/" + sha256 + "/purge", token, Map.of("reason", reason));
    }

    private long pieces() {
        Long number = service.bean(MongoTemplate.class)
                .execute("attachment-pieces", pieces -> pieces.countDocuments(Filters.regex("_id", "^" + sha256)));
        return number == null ? -1 : number;
    }

    private Stream<Taken> firstBreak(RunningService where, String id) {
        JsonNode line = where.get(obligation(id), operator).body();
        List<Taken> history = Stream.of(
                        line.path("steps").valueStream().map(step -> taken(step, Step.class)),
                        line.path("notes").valueStream().map(note -> taken(note, Note.class)),
                        line.path("attachments").valueStream().map(file -> taken(file, Attachment.class)))
                .flatMap(each -> each)
                .toList();
        assertThat(history).isNotEmpty();
        return HistoryChain.firstBreak(new ObligationId(id), history).stream();
    }

    private static Taken taken(JsonNode node, Class<? extends Record> type) {
        return new Taken(
                node.path("revision").asLong(),
                WireJson.mapper().treeToValue(node, type),
                node.path("chain").asString(null));
    }

    private JsonNode last(RunningService where, String id) {
        JsonNode attachments = where.get(obligation(id), hunan).body().path("attachments");
        return attachments.path(attachments.size() - 1);
    }

    private void attach(RunningService where, String id, String name, byte[] content) {
        Answer added = upload(where, id, name, content);
        assertThat(added.status()).as(added.body().toString()).isEqualTo(200);
    }

    private Answer upload(RunningService where, String id, String name, byte[] content) {
        return where.upload(
                files(id),
                hunan,
                content,
                "application/octet-stream",
                "Content-Disposition",
                "attachment; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    private void step(String id, Map<String, Object> step) {
        assertThat(service.post(obligation(id) + "/transitions", hunan, step).status())
                .isEqualTo(200);
    }

    private String line() {
        SampleCase sample =
                SampleCase.titled("销毁" + UUID.randomUUID()).promotedTo(PromotionScope.NAMED, "2023", "430000");
        service.publish(sample.published());
        String id = ObligationId.derive(sample.id().value(), "430000").value();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.get(obligation(id)).status() == 200);
        return id;
    }

    private static String obligation(String id) {
        return "/api/replication/v1/obligations/" + id;
    }

    private static String files(String id) {
        return obligation(id) + "/attachments";
    }
}
