package io.casewire.replication.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.ObligationEvent.Note;
import io.casewire.contracts.event.ObligationEvent.ObligationNoted;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** News of an obligation that moves nothing. */
class NoteIT {
    private final RunningService service = RunningService.shared();
    private final String hunan = RunningService.token("report@hunan", Role.REGION, "430000");
    private final String coordinator = RunningService.token("review@centre", Role.COORDINATOR, null);

    @Test
    void notesAreKeptInOrderBesideTheStepsAndEachIsTold() {
        String id = line();
        assertThat(note(id, hunan, "第一条").status()).isEqualTo(200);
        service.post(path(id) + "/transitions", hunan, Map.of("to", "IN_PROGRESS", "explanation", "已部署"));
        Answer third = note(id, coordinator, " 第二条 ");
        assertThat(third.text("status")).isEqualTo("IN_PROGRESS");
        assertThat(third.body().path("notes").valueStream().map(note -> note.path("text")
                        .asString()))
                .containsExactly("第一条", "第二条");
        assertThat(third.body().path("notes").valueStream().map(note -> note.path("revision")
                        .asLong()))
                .containsExactly(2L, 4L);
        assertThat(third.body().path("notes").path(1).path("actor").asString()).isEqualTo("review@centre");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(RunningService.events())
                .map(envelope -> envelope.event())
                .filteredOn(event -> event.key().equals(id) && event instanceof ObligationNoted)
                .extracting(event -> ((ObligationNoted) event).note())
                .extracting(Note::text)
                .containsExactly("第一条", "第二条"));
    }

    @Test
    void onlyWhoeverMayKnowWhatWasReportedReadsThem() {
        String id = line();
        note(id, hunan, "内部情况");
        assertThat(notes(service.get(path(id), hunan))).hasSize(1);
        assertThat(notes(service.get(path(id), RunningService.token("a", Role.AUDITOR, null))))
                .hasSize(1);
        assertThat(service.get(path(id)).body().toString()).doesNotContain("内部情况");
        assertThat(service.get(path(id), RunningService.token("h", Role.REGION, "420000"))
                        .body()
                        .has("notes"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\" \"}            | 422 | text-missing",
                "{}                          | 422 | text-missing",
                "{\"text\":\"x\",\"to\":\"CLOSED\"} | 400 | unknown-property",
                "{\"text\":[\"x\"]}          | 400 | invalid-body",
            })
    void aNoteThatSaysNothingOrTooMuchIsRefused(String body, int status, String slug) {
        Answer refused = service.post(path(line()) + "/notes", hunan, body);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("type")).isEqualTo("urn:casewire:problem:" + slug);
    }

    @Test
    void lengthAndNumberOfNotesAreLimited() {
        String id = line();
        assertThat(note(id, hunan, "长".repeat(2001)).status()).isEqualTo(400);
        for (int i = 0; i < LedgerRules.MAX_NOTES; i++) {
            assertThat(note(id, hunan, "第" + i + "条").status()).isEqualTo(200);
        }
        Answer refused = note(id, hunan, "再一条");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("rule")).isEqualTo("too-many-notes");
    }

    @Test
    void theSameKeyAgainIsTheSameNote() {
        String id = line();
        Answer first = note(id, hunan, "一次", "Idempotency-Key", "n1");
        assertThat(note(id, hunan, "一次", "Idempotency-Key", "n1").body()).isEqualTo(first.body());
        assertThat(note(id, hunan, "两次", "Idempotency-Key", "n1").text("rule")).isEqualTo("idempotency-key-reused");
        assertThat(note(id, hunan, "晚了", "If-Match", "\"1\"").status()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -, 401", "READER, -, 403", "AUDITOR, -, 403", "REGION, 430100, 403", "OPERATOR, -, 200"})
    void whoReportsForTheRegionWritesThem(@Nullable Role role, @Nullable String region, int status) {
        String token = role == null ? null : RunningService.token("somebody", role, region);
        assertThat(note(line(), token, "消息").status()).isEqualTo(status);
    }

    private static JsonNode notes(Answer answer) {
        return answer.body().path("notes");
    }

    private String line() {
        SampleCase sample =
                SampleCase.titled("备注" + UUID.randomUUID()).promotedTo(PromotionScope.NAMED, "2023", "430000");
        service.publish(sample.published());
        String id = ObligationId.derive(sample.id().value(), "430000").value();
        await().atMost(Duration.ofSeconds(60)).until(() -> service.get(path(id)).status() == 200);
        return id;
    }

    private Answer note(String id, @Nullable String token, String text, String... headers) {
        return service.post(path(id) + "/notes", token, Map.of("text", text), headers);
    }

    private static String path(String id) {
        return "/api/replication/v1/obligations/" + id;
    }
}
