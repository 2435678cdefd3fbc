package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.DocumentEvent;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import io.casewire.ingest.RunningIngest.Answer;
import io.casewire.ingest.Wire.Message;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Documents that wait for a person, and what people decide about records. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewIT {
    private static final String RECORDS = "/api/ingest/v1/records/";

    private RunningIngest ingest;

    @BeforeAll
    void start(@TempDir Path directory) {
        ingest = RunningIngest.start(
                SharedKafka.bootstrapServers(),
                SharedStore.freshDatabase(),
                directory,
                Map.of("casewire.ingest.review.hold-on", "NUMBERING_GAP,UNKNOWN_UNIT"));
    }

    @AfterAll
    void stop() {
        ingest.close();
    }

    @Test
    void aDocumentThatWasAskedToBeHeldWaitsUntilSomebodyPublishesIt() {
        String title = unique();
        String text = "title|" + title + "\ncase|1|trade|通关提速|好\n";
        String id = held(text, "?name=a.txt&hold=true");

        Answer again = ingest.upload(text, "?name=a.txt");
        Answer listed = ingest.get("/api/ingest/v1/held?size=200");
        Answer progress = ingest.get(RunningIngest.DOCUMENTS + "/" + id + "/progress");
        Answer stranger = ingest.post(path(id) + "/publish", Role.REGION, "");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("held").path("asked").asBoolean()).isTrue();
        assertThat(listed.response().body()).contains(id);
        assertThat(progress.response().body()).contains("\"waits\":true");
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(messages(title)).isEmpty();

        assertThat(ingest.post(path(id) + "/publish", Role.PUBLISHER, "").status())
                .isEqualTo(202);

        JsonNode status = ingest.untilThrough(id);
        assertThat(status.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(status.path("held").path("waits").asBoolean()).isFalse();
        assertThat(status.path("held").path("published").asBoolean()).isTrue();
        assertThat(messages(title)).hasSize(2);
        assertThat(ingest.post(path(id) + "/publish", Role.PUBLISHER, "").status())
                .isEqualTo(409);
    }

    @Test
    void aRejectedDocumentEndsWithTheReasonAndIsHeldAgainWhenItIsParsedAgain() {
        String title = unique();
        String id = held("title|" + title + "\ncase|1|trade|通关提速|好\n", "?name=a.txt&hold=true");

        assertThat(ingest.post(path(id) + "/reject", Role.OPERATOR, "{\"reason\":\"…\"}")
                        .status())
                .isEqualTo(400);
        assertThat(ingest.post(path(id) + "/reject", Role.OPERATOR, "{\"reason\":\"不是正式文件\"}")
                        .status())
                .isEqualTo(202);

        JsonNode status = ingest.untilThrough(id);
        assertThat(status.path("state").asString()).isEqualTo("REJECTED");
        assertThat(status.path("refusal").path("code").asString()).isEqualTo("REJECTED_ON_REVIEW");
        assertThat(messages(title)).singleElement().satisfies(message -> assertThat(message.event())
                .isInstanceOfSatisfying(DocumentEvent.DocumentRejected.class, event -> assertThat(event.reason())
                        .isEqualTo("不是正式文件")));
        assertThat(ingest.post(path(id) + "/retry", Role.OPERATOR, "").status()).isEqualTo(202);
        awaitHeld(id);
        assertThat(acts(path(id))).containsExactly("RETRY", "REJECT");
    }

    @Test
    void aDiagnosticOfThePolicyHoldsADocument() {
        String title = unique();
        String id = held("title|" + title + "\nwarning|NUMBERING_GAP|缺号\ncase|1|trade|通关提速|好\n", "?name=a.txt");

        JsonNode held = ingest.get(path(id)).json().path("held");

        assertThat(held.path("codes").toString()).isEqualTo("[\"NUMBERING_GAP\"]");
        assertThat(held.path("asked").asBoolean()).isFalse();
        assertThat(ingest.delete(path(id), Role.OPERATOR).status()).isEqualTo(204);
    }

    @Test
    void aPreviewSaysFieldByFieldWhatWouldChange() {
        String title = unique();
        publish("title|" + title + "\ncase|1|trade|通关提速|好\ncase|2|trade|提前申报|好\n");
        String id = held("title|" + title + "\ncase|1|trade|通关提速|更好\ncase|3|trade|新|好\n", "?name=b.txt&hold=true");

        JsonNode preview = ingest.get(path(id) + "/preview").json().path("preview");

        assertThat(preview.path("update").path(0).path("fields").toString())
                .isEqualTo("[{\"field\":\"/summary\",\"old\":\"好\",\"now\":\"更好\"}]");
        assertThat(preview.path("insert").path(0).path("title").asString()).isEqualTo("新");
        assertThat(preview.path("missing").path(0).path("title").asString()).isEqualTo("提前申报");
        assertThat(preview.path("changes").path("unchanged").asInt()).isZero();
    }

    @Test
    void aRecordOfAHeldDocumentIsCorrectedBeforeItIsPublished() {
        String title = unique();
        String id = held("title|" + title + "\ncase|1|trade|通关提速|好\n", "?name=a.txt&hold=true");
        String record = LineParser.caseId(title, "1").value();

        Answer unknown = correct(record, "/titel", "\"x\"");
        Answer corrected = correct(record, "/title", "\"通关再提速\"");
        String shown = ingest.get(path(id) + "/records").response().body();
        ingest.post(path(id) + "/publish", Role.OPERATOR, "");
        ingest.untilThrough(id);

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("nearest").toString()).contains("/title");
        assertThat(corrected.status()).as(corrected.response().body()).isEqualTo(200);
        assertThat(corrected.json().path("outcome").asString()).isEqualTo("NOTHING_TO_DO");
        assertThat(shown).contains("通关再提速").contains("\"corrected\":[\"/title\"]");
        assertThat(messages(title))
                .filteredOn(message -> message.key().equals(record))
                .singleElement()
                .satisfies(message -> assertThat(message.event())
                        .isInstanceOfSatisfying(CaseEvent.CasePublished.class, event -> {
                            assertThat(event.content().title()).isEqualTo("通关再提速");
                            assertThat(event.corrected()).containsExactly("/title");
                        }));
    }

    @Test
    void aPublishedRecordIsCorrectedAndTheCorrectionIsTakenBack() {
        String title = unique();
        publish("title|" + title + "\ncase|1|trade|通关提速|好\n");
        String record = LineParser.caseId(title, "1").value();

        Answer corrected = correct(record, "/domains", "[\"finance\"]");
        publish("title|" + title + "\ncase|1|supervision|通关提速|好\n");
        JsonNode forAll = ingest.get(RECORDS + record + "/corrections").json();
        JsonNode forOperators = ingest.send(ingest.request(RECORDS + record + "/corrections", Role.OPERATOR)
                        .GET())
                .json();
        Answer taken = ingest.delete(
                RECORDS + record + "/corrections?field=/domains&reason=%E5%B7%B2%E6%94%B9", Role.OPERATOR);

        assertThat(corrected.json().path("outcome").asString()).isEqualTo("PUBLISHED");
        JsonNode item = forAll.path("items").path(0);
        assertThat(item.path("parsed").toString()).isEqualTo("[\"trade\"]");
        assertThat(item.path("parsedNow").toString()).isEqualTo("[\"supervision\"]");
        assertThat(item.has("by")).isFalse();
        assertThat(forOperators.path("items").path(0).path("by").asString()).isEqualTo("test");
        assertThat(taken.status()).as(taken.response().body()).isEqualTo(200);
        assertThat(messages(title))
                .filteredOn(message -> message.key().equals(record) && message.envelope() != null)
                .extracting(message -> message.topic().substring("casewire.case.".length())
                        + message.event().revision())
                .containsExactlyInAnyOrder("trade1", "finance2", "supervision3");
        assertThat(acts(RECORDS + record)).containsExactly("TAKE_BACK", "CORRECT");
    }

    @Test
    void whatReissuesLackIsListedOverAllDocumentsUntilSomebodyDecides() {
        String title = unique();
        String document = LineParser.documentId(title).value();
        publish("title|" + title + "\ncase|1|trade|一|好\ncase|2|trade|二|好\ncase|3|trade|三|好\n");
        String reissue =
                publish("title|" + title + "\ncase|1|trade|一|好\n").path("id").asString();

        Answer first = ingest.get(RECORDS + "missing?size=1&document=" + document);
        Answer second = ingest.get(RECORDS + "missing?size=1&document=" + document + "&cursor="
                + first.json().path("next").asString());

        assertThat(List.of(
                        first.json().path("items").path(0).path("title").asString(),
                        second.json().path("items").path(0).path("title").asString()))
                .containsExactlyInAnyOrder("二", "三");
        assertThat(first.json().path("items").path(0).path("by").asString()).isEqualTo(reissue);
        assertThat(second.json().has("next")).isFalse();

        String kept = first.json().path("items").path(0).path("id").asString();
        String gone = second.json().path("items").path(0).path("id").asString();
        ingest.post(RECORDS + kept + "/keep", Role.OPERATOR, "{\"reason\":\"仍有效\"}");
        ingest.post(RECORDS + gone + "/withdraw", Role.OPERATOR, "{\"reason\":\"已废止\"}");
        assertThat(ingest.get(RECORDS + "missing?document=" + document).json().path("items"))
                .isEmpty();
        assertThat(ingest.get(path(document) + "/audit").status()).isEqualTo(401);
        assertThat(acts(path(document))).containsExactly("WITHDRAW", "KEEP");
    }

    private Answer correct(String record, String field, String value) {
        return ingest.post(
                RECORDS + record + "/corrections",
                Role.PUBLISHER,
                "{\"field\":\"" + field + "\",\"value\":" + value + ",\"reason\":\"误读\"}");
    }

    /** What was decided about it, newest first. */
    private List<String> acts(String path) {
        HttpRequest.Builder request =
                ingest.request(path + "/audit", Role.AUDITOR).GET();
        JsonNode items = ingest.send(request).json().path("items");
        assertThat(items.valueStream().map(item -> item.path("outcome").asString("")))
                .allMatch("DONE"::equals);
        return items.valueStream().map(item -> item.path("act").asString()).toList();
    }

    private String held(String text, String query) {
        Answer answer = ingest.upload(text, query);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
        String id = answer.json().path("id").asString();
        awaitHeld(id);
        return id;
    }

    private void awaitHeld(String id) {
        await().atMost(Duration.ofMinutes(1)).until(() -> ingest.get(path(id)).json(), status -> status.path("held")
                .path("waits")
                .asBoolean(false));
    }

    private JsonNode publish(String text) {
        Answer answer = ingest.upload(text, "?name=a.txt");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
        return ingest.untilThrough(answer.json().path("id").asString());
    }

    private static List<Message> messages(String title) {
        return Wire.of(
                SharedKafka.bootstrapServers(),
                List.of(
                        LineParser.documentId(title).value(),
                        LineParser.caseId(title, "1").value()));
    }

    private static String path(String id) {
        return RunningIngest.DOCUMENTS + "/" + id;
    }

    private static String unique() {
        return "文件" + UUID.randomUUID();
    }
}
