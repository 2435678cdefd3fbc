package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import io.casewire.ingest.RunningIngest.Answer;
import io.casewire.ingest.Wire.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishingIT {
    private RunningIngest ingest;

    @BeforeAll
    void start(@TempDir Path directory) {
        ingest = RunningIngest.start(SharedKafka.bootstrapServers(), SharedStore.freshDatabase(), directory, Map.of());
    }

    @AfterAll
    void stop() {
        ingest.close();
    }

    @Test
    void publishesEveryRecordOnItsTopicUnderTheUploadsCorrelationId() {
        String title = unique();
        Answer answer =
                ingest.send(ingest.request(RunningIngest.DOCUMENTS + "?name=a.txt&backfill=true", Role.PUBLISHER)
                        .header("Content-Type", "text/plain")
                        .header("X-Correlation-Id", "letter-7")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("""
                        title|%s
                        case|1|trade|通关提速|好
                        case|2|finance|跨境结算|快
                        task|1|建立台账
                        """.formatted(title))));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("X-Correlation-Id")).isEqualTo("letter-7");
        String id = answer.json().path("id").asString();
        assertThat(answer.header("Location")).isEqualTo(RunningIngest.DOCUMENTS + "/" + id);

        JsonNode status = ingest.untilThrough(id);

        assertThat(status.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(steps(status)).containsExactly("RECEIVED", "EXTRACTED", "PARSED", "PUBLISHED");
        assertThat(status.path("changes").path("inserted").asInt()).isEqualTo(3);
        List<Message> messages = messages(title);
        assertThat(messages)
                .extracting(Message::topic)
                .containsExactlyInAnyOrder(
                        "casewire.case.trade", "casewire.case.finance", "casewire.task", "casewire.document");
        assertThat(messages).allSatisfy(message -> {
            assertThat(message.event().revision()).isEqualTo(1);
            assertThat(Objects.requireNonNull(message.envelope()).correlationId())
                    .isEqualTo("letter-7");
            assertThat(Objects.requireNonNull(message.envelope()).backfill()).isTrue();
        });
        assertThat(messages)
                .extracting(Message::event)
                .hasAtLeastOneElementOfType(CaseEvent.CasePublished.class)
                .hasAtLeastOneElementOfType(TaskEvent.TaskPublished.class)
                .hasAtLeastOneElementOfType(DocumentEvent.DocumentPublished.class);
    }

    @Test
    void sameBytesAgainAreTheSameDocumentAndPublishNothing() {
        String title = unique();
        String text = "title|" + title + "\ncase|1|trade|通关提速|好\n";
        Answer first = ingest.upload(text, "?name=a.txt");
        ingest.untilThrough(first.json().path("id").asString());

        Answer second = ingest.upload(text, "?name=b.txt");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(messages(title)).hasSize(2);
    }

    @Test
    void aCopyThatOnlyMovesLinesPublishesNothing() {
        String title = unique();
        publish("title|" + title + "\ncase|1|trade|通关提速|好\n");

        JsonNode status = publish("title|" + title + "\n\n\n\ncase|1|trade|通关提速|好\n");

        assertThat(status.path("changes").path("unchanged").asInt()).isEqualTo(1);
        assertThat(messages(title)).hasSize(2);
    }

    @Test
    void changedContentIsARevisionAndWhatIsGoneIsCountedAndStays() {
        String title = unique();
        publish("title|" + title + "\ncase|1|trade|通关提速|好\ncase|2|trade|提前申报|好\ntask|1|建立台账\n");

        JsonNode status = publish("title|" + title + "\ncase|1|trade|通关提速|更好\ntask|1|建立总台账\n");

        assertThat(status.path("changes"))
                .isEqualTo(io.casewire.contracts.wire.WireJson.mapper().valueToTree(new Changes(0, 2, 0, 1)));
        List<Message> messages = messages(title);
        assertThat(messages).hasSize(7);
        assertThat(messages)
                .filteredOn(message -> message.topic().equals("casewire.case.trade") && revision(message) == 2)
                .singleElement()
                .satisfies(message -> assertThat(message.event())
                        .isInstanceOfSatisfying(CaseEvent.CaseRevised.class, revised -> assertThat(
                                        revised.content().summary())
                                .isEqualTo("更好")));
        assertThat(messages).noneMatch(message -> message.event() instanceof CaseEvent.CaseWithdrawn);
    }

    @Test
    void aCaseThatChangesItsDomainIsPublishedThereBeforeItsOldTopicHasATombstone() {
        String title = unique();
        publish("title|" + title + "\ncase|1|trade|通关提速|好\n");
        publish("title|" + title + "\ncase|1|supervision|通关提速|好\n");

        List<Message> messages = messages(title);

        assertThat(messages)
                .filteredOn(message -> message.topic().equals("casewire.case.supervision"))
                .singleElement()
                .satisfies(message -> assertThat(message.event()).isInstanceOf(CaseEvent.CaseRevised.class));
        assertThat(messages)
                .filteredOn(message -> message.topic().equals("casewire.case.trade"))
                .extracting(Message::envelope)
                .hasSize(2)
                .last()
                .isNull();
    }

    @Test
    void nothingOfDocumentsOfOneTitleSentTogetherDisappears() throws Exception {
        String title = unique();
        int documents = 24;
        List<Future<Answer>> sent = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            for (int document = 0; document < documents; document++) {
                // one case in common, which each tells otherwise
                String text = "title|%1$s\ncase|0|trade|共|%2$d\ncase|a%2$d|trade|甲|好\ncase|b%2$d|finance|乙|好\n"
                        .formatted(title, document);
                sent.add(senders.submit(() -> ingest.upload(text, "?name=a.txt")));
            }
        }
        List<String> cases = new ArrayList<>();
        String common = LineParser.caseId(title, "0").value();
        int withCommon = 0;
        for (int document = 0; document < documents; document++) {
            cases.add(LineParser.caseId(title, "a" + document).value());
            cases.add(LineParser.caseId(title, "b" + document).value());
            JsonNode status = ingest.untilThrough(
                    sent.get(document).get().json().path("id").asString());
            JsonNode superseded = status.path("superseded");
            if (superseded.isMissingNode()) {
                assertThat(status.path("state").asString()).isEqualTo("PUBLISHED");
                withCommon++;
            } else {
                assertThat(status.path("state").asString()).isEqualTo("SUPERSEDED");
                assertThat(superseded.path("count").asInt()).isEqualTo(1);
                JsonNode left = superseded.path("records").path(0);
                assertThat(left.path("id").asString()).isEqualTo(common);
                assertThat(left.path("title").asString()).isEqualTo("共");
                assertThat(left.path("by").asString()).startsWith("src-");
            }
        }

        assertThat(Wire.of(SharedKafka.bootstrapServers(), cases))
                .extracting(Message::key)
                .containsExactlyInAnyOrderElementsOf(cases);
        assertThat(Wire.of(SharedKafka.bootstrapServers(), List.of(common))).hasSize(withCommon);
    }

    @Test
    void anOperatorWithdrawsARecordWhichStaysWithdrawnUntilRestored() {
        String title = unique();
        publish("title|" + title + "\ncase|1|trade|通关提速|好\n");
        String id = LineParser.caseId(title, "1").value();
        String path = "/api/ingest/v1/records/" + id;

        Answer withdrawn = ingest.post(path + "/withdraw", Role.OPERATOR, "{\"reason\":\"误读\"}");
        Answer again = ingest.post(path + "/withdraw", Role.OPERATOR, "{\"reason\":\"误读\"}");
        JsonNode status = publish("title|" + title + "\ncase|1|trade|通关提速|很好\n");
        Answer restored = ingest.post(path + "/restore", Role.OPERATOR, "{}");

        assertThat(withdrawn.json().path("outcome").asString()).isEqualTo("PUBLISHED");
        assertThat(again.json().path("outcome").asString()).isEqualTo("NOTHING_TO_DO");
        assertThat(status.path("changes").path("updated").asInt()).isZero();
        assertThat(restored.json().path("outcome").asString()).isEqualTo("PUBLISHED");
        assertThat(messages(title))
                .filteredOn(message -> message.key().equals(id))
                .extracting(message -> message.event().getClass().getSimpleName()
                        + message.event().revision())
                .containsExactly("CasePublished1", "CaseWithdrawn2", "CaseRevised3");
        assertThat(ingest.post(
                                "/api/ingest/v1/records/" + LineParser.caseId(title, "9") + "/withdraw",
                                Role.OPERATOR,
                                "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(ingest.post(path + "/withdraw", Role.OPERATOR, "{}").status())
                .isEqualTo(400);
    }

    @Test
    void anUnreadableDocumentIsRejectedWithItsReason() {
        String title = unique();

        JsonNode status = publish("title|" + title + "\nerror|MOJIBAKE|这是乱码\n");

        assertThat(status.path("state").asString()).isEqualTo("REJECTED");
        assertThat(status.path("refusal").path("code").asString()).isEqualTo("MOJIBAKE");
        assertThat(messages(title)).singleElement().satisfies(message -> assertThat(message.event())
                .isInstanceOf(DocumentEvent.DocumentRejected.class));
        Answer retried =
                ingest.post(RunningIngest.DOCUMENTS + "/" + status.path("id").asString() + "/retry", Role.OPERATOR, "");
        assertThat(retried.status()).isEqualTo(202);
        assertThat(ingest.untilThrough(status.path("id").asString())
                        .path("state")
                        .asString())
                .isEqualTo("REJECTED");
    }

    @Test
    void aPreviewShowsWhatWouldBePublishedAndPublishesNothing() {
        String title = unique();
        publish("title|" + title + "\ncase|1|trade|通关提速|好\ncase|2|trade|提前申报|好\ncase|3|trade|无纸化|好\n");

        Answer shown = ingest.upload(
                "title|" + title + "\ncase|1|trade|通关提速|更好\ncase|2|trade|提前申报|好\ncase|4|trade|新|好\n", "?dryRun=true");

        assertThat(shown.status()).isEqualTo(200);
        JsonNode preview = shown.json().path("preview");
        assertThat(preview.path("insert").path(0).path("title").asString()).isEqualTo("新");
        assertThat(preview.path("update").path(0).path("differences").toString())
                .isEqualTo("[\"summary\"]");
        assertThat(preview.path("update").path(0).path("revision").asInt()).isEqualTo(2);
        assertThat(preview.path("unchanged")).hasSize(1);
        assertThat(preview.path("missing").path(0).path("title").asString()).isEqualTo("无纸化");
        assertThat(messages(title)).hasSize(4);
    }

    private JsonNode publish(String text) {
        Answer answer = ingest.upload(text, "?name=a.txt");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
        return ingest.untilThrough(answer.json().path("id").asString());
    }

    /** What is on the topics of that document and its records. */
    private static List<Message> messages(String title) {
        List<String> keys = new ArrayList<>();
        keys.add(LineParser.documentId(title).value());
        for (int i = 1; i < 5; i++) {
            keys.add(LineParser.caseId(title, Integer.toString(i)).value());
            keys.add(LineParser.taskId(title, Integer.toString(i)).value());
        }
        return Wire.of(SharedKafka.bootstrapServers(), keys);
    }

    private static long revision(Message message) {
        return message.envelope() == null ? 0 : message.event().revision();
    }

    private static List<String> steps(JsonNode status) {
        List<String> states = new ArrayList<>();
        status.path("steps").forEach(step -> states.add(step.path("state").asString()));
        return states;
    }

    private static String unique() {
        return "文件" + UUID.randomUUID();
    }
}
