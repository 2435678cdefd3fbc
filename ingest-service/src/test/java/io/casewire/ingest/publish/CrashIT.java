package io.casewire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import io.casewire.embedded.SharedStore;
import io.casewire.ingest.LineParser;
import io.casewire.ingest.audit.AuditTrail;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.DamagedBlob;
import io.casewire.ingest.blob.Ndjson;
import io.casewire.ingest.blob.Sha256;
import io.casewire.ingest.correction.Corrections;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases;
import io.casewire.ingest.publish.BatchPublisher.Events;
import io.casewire.ingest.upload.HeldUploads;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Superseded;
import io.casewire.ingest.upload.SupersededRecord;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.UploadState;
import io.casewire.ingest.upload.Uploads;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.ingest.upload.WorkQueue.Lane;
import io.casewire.messaging.Outgoing;
import io.casewire.parsing.ParsedDocument;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Kafka dies at every point of a publication; what is sent in the end is the same. */
class CrashIT {
    private static final String FIRST = "title|T\ncase|1|trade|一|好\ncase|2|trade|二|好\n";
    private static final String SECOND = "title|T\ncase|1|finance|一|更好\ncase|2|trade|二|好\ncase|3|trade|三|好\n";

    private final MongoClient client = MongoClients.create(SharedStore.connectionString());
    private final List<String> sent = new ArrayList<>();
    private final String database = SharedStore.uniqueName();
    private int sendingsUntilDeath = Integer.MAX_VALUE;
    private int storeCallsUntilDeath = Integer.MAX_VALUE;
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private Uploads uploads;
    private WorkQueue queue;
    private Blobs blobs;
    private Publisher publisher;
    private Corrections corrections;
    private AuditTrail audit;
    private HeldUploads held;

    /** As if the process were killed here. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void connect() {
        start(new MongoTemplate(client, database));
        queue.createIndexes();
        uploads.createIndexes();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private void start(MongoTemplate template) {
        MongoOperations mongo = (MongoOperations) Proxy.newProxyInstance(
                MongoOperations.class.getClassLoader(),
                new Class<?>[] {MongoOperations.class},
                (_, method, arguments) -> {
                    if (!method.getName().equals("getConverter") && storeCallsUntilDeath-- <= 0) {
                        throw new Killed();
                    }
                    try {
                        return method.invoke(template, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        Leases leases = new Leases(mongo, () -> now, Duration.ofSeconds(5));
        queue = new WorkQueue(mongo, leases);
        blobs = new Blobs(mongo);
        uploads = new Uploads(mongo, () -> now);
        corrections = new Corrections(mongo);
        audit = new AuditTrail(mongo, () -> now);
        held = new HeldUploads(uploads, mongo, () -> now);
        publisher = new Publisher(
                new Publications(mongo, leases),
                new PublishedRecords(mongo),
                uploads,
                queue,
                blobs,
                corrections,
                new MissingRecords(mongo),
                new Events(this::send, tombstone -> send(tombstone.topic() + " " + tombstone.key() + " gone")),
                () -> now);
    }

    @Test
    void withoutACrashEachRevisionIsSentOnce() {
        publish(FIRST);
        publish(SECOND);

        assertThat(sent).doesNotHaveDuplicates().hasSize(3 + 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aPublicationCutOffAnywhereSendsTheSameRevisionsWhenItIsTakenUp(int sendings) {
        publish(FIRST);
        Upload second = received(SECOND);
        sendingsUntilDeath = sendings;
        Submission submission = submission(second, SECOND);
        if (sendings < 3) {
            assertThatThrownBy(() -> publisher.publish(submission)).isInstanceOf(Killed.class);
        } else {
            publisher.publish(submission);
        }
        now = now.plusSeconds(60);
        sendingsUntilDeath = Integer.MAX_VALUE;

        publisher.publish(submission);

        assertThat(new LinkedHashSet<>(sent))
                .as("repetitions are the very same bytes")
                .hasSize(3 + 4);
        Upload through = uploads.find(second.uploadId()).orElseThrow();
        assertThat(through.state()).isEqualTo(UploadState.PUBLISHED);
        assertThat(through.changes()).isEqualTo(new Changes(1, 1, 1, 0));
    }

    @Test
    void aCrashBetweenSendingAndNotingDoesNotLetAnotherFileTakeTheRevision() {
        publish(FIRST);
        sendingsUntilDeath = 1;
        Upload killed = received(SECOND);
        assertThatThrownBy(() -> publisher.publish(submission(killed, SECOND))).isInstanceOf(Killed.class);
        now = now.plusSeconds(60);
        sendingsUntilDeath = Integer.MAX_VALUE;

        publish("title|T\ncase|1|finance|一|最好\ncase|2|trade|二|好\ncase|3|trade|三|好\n");

        assertThat(new LinkedHashSet<>(sent))
                .filteredOn(line -> line.contains(LineParser.caseId("T", "1").value() + "@"))
                .extracting(line -> line.substring(line.indexOf('@'), line.indexOf(' ', line.indexOf('@'))))
                .containsExactly("@1", "@2", "@3");
        assertThat(uploads.find(killed.uploadId()).orElseThrow().state()).isEqualTo(UploadState.PUBLISHED);
    }

    @Test
    void aWithdrawalCutOffIsTakenUpFromTheQueue() {
        publish(FIRST);
        String record = LineParser.caseId("T", "1").value();
        Withdrawals withdrawals = new Withdrawals(publisher, audit);
        sendingsUntilDeath = 0;
        assertThatThrownBy(() -> withdrawals.withdraw(record, "误读", "c")).isInstanceOf(Killed.class);
        now = now.plusSeconds(60);
        sendingsUntilDeath = Integer.MAX_VALUE;
        sent.clear();

        publisher.complete(
                new DocumentId(queue.takeNext(Lane.ANY).orElseThrow().document().id()));
        publisher.complete(LineParser.documentId("T"));

        assertThat(sent).singleElement().asString().contains(record + "@2").contains("误读");
    }

    @Test
    void aPublicationCutOffAtAnyUseOfTheStoreSendsTheSameRevisionsWhenItIsTakenUp() {
        boolean cutOff = true;
        for (int calls = 0; cutOff; calls++) {
            start(new MongoTemplate(client, SharedStore.uniqueName()));
            sent.clear();
            publish(FIRST);
            Upload second = received(SECOND);
            Submission submission = submission(second, SECOND);
            storeCallsUntilDeath = calls;
            try {
                publisher.publish(submission);
                cutOff = false;
            } catch (Killed _) {
                cutOff = true;
            }
            storeCallsUntilDeath = Integer.MAX_VALUE;
            now = now.plusSeconds(60);
            // another file of the document comes before the first is taken up
            if (calls % 2 == 0) {
                publish("title|T\ncase|2|trade|二|新\n");
            }

            publisher.publish(submission);

            assertThat(revisions(sent)).as("killed after %d calls", calls).doesNotHaveDuplicates();
            assertThat(uploads.find(second.uploadId()).orElseThrow().state().isPublished())
                    .isTrue();
            assertThat(sent).anyMatch(line -> line.contains(LineParser.caseId("T", "1") + "@2"));
            assertThat(sent).anyMatch(line -> line.contains(LineParser.caseId("T", "3") + "@1"));
        }
    }

    /** Each revision that was sent, once for each content it was sent with. */
    private static List<String> revisions(List<String> sent) {
        return new LinkedHashSet<>(sent)
                .stream()
                        .filter(line -> line.contains("@"))
                        .map(line -> line.substring(line.indexOf(' ') + 1, line.indexOf(' ', line.indexOf('@'))))
                        .toList();
    }

    @Test
    void aPlanKeptByAnEarlierVersionIsCarriedOut() {
        Upload upload = received(FIRST);
        PublishedRecord record = PublishedRecord.of(
                Publishable.of(submission(upload, FIRST).records().getFirst()).orElseThrow(),
                DocumentReference.of(submission(upload, FIRST).document()),
                1,
                "1:x",
                now,
                Origin.of(upload),
                null);
        String head = WireJson.mapper()
                .writeValueAsString(Map.of(
                        "id",
                        "plan",
                        "source",
                        upload.id(),
                        "at",
                        now.toString(),
                        "correlationId",
                        "c",
                        "backfill",
                        false,
                        "changes",
                        new Changes(1, 0, 0, 0)));
        String line = WireJson.mapper()
                .writeValueAsString(Map.of(
                        "topic",
                        "casewire.case.trade",
                        "type",
                        "casewire.case.published.v1",
                        "event",
                        WireJson.mapper().writeValueAsString(record.record().event(1, record.documentReference())),
                        "record",
                        record));
        BlobReference plan = blobs.put((head + "\n" + line).getBytes(StandardCharsets.UTF_8));
        DocumentId document = LineParser.documentId("T");
        client.getDatabase(database)
                .getCollection("publications")
                .insertOne(new Document("_id", document.value())
                        .append("leasedUntil", new BsonDateTime(0))
                        .append(
                                "pending",
                                new Document("planId", "plan")
                                        .append(
                                                "plan",
                                                new Document("sha256", plan.sha256()).append("size", plan.size()))));

        publisher.queuePending();
        assertThat(queue.takeNext(Lane.ANY).orElseThrow().document().id()).isEqualTo(document.value());
        publisher.complete(document);

        assertThat(sent).singleElement().asString().contains(record.id() + "@1");
        assertThat(uploads.find(upload.uploadId()).orElseThrow().state()).isEqualTo(UploadState.PUBLISHED);
        assertThatThrownBy(() -> blobs.read(plan)).isInstanceOf(DamagedBlob.class);
    }

    @Test
    void aBatchNobodyComesBackForIsSettled() {
        sendingsUntilDeath = 0;
        Upload upload = received(FIRST);
        assertThatThrownBy(() -> publisher.publish(submission(upload, FIRST))).isInstanceOf(Killed.class);
        now = now.plusSeconds(60);
        sendingsUntilDeath = Integer.MAX_VALUE;

        publisher.queuePending();
        publisher.complete(
                new DocumentId(queue.takeNext(Lane.ANY).orElseThrow().document().id()));
        publisher.queuePending();
        assertThat(queue.takeNext(Lane.ANY)).isEmpty();

        assertThat(uploads.find(upload.uploadId()).orElseThrow().state()).isEqualTo(UploadState.PUBLISHED);
    }

    @Test
    void aCorrectionCutOffAtAnyUseOfTheStoreIsPublishedOnceWhenItIsTakenUp() {
        String record = LineParser.caseId("T", "1").value();
        boolean cutOff = true;
        for (int calls = 0; cutOff; calls++) {
            start(new MongoTemplate(client, SharedStore.uniqueName()));
            sent.clear();
            publishAsParsed(FIRST);
            CorrectedRecords corrected = corrected();
            storeCallsUntilDeath = calls;
            try {
                corrected.correct(corrected.subject(record), "/summary", text("另"), "李雷", "误读");
                cutOff = false;
            } catch (Killed _) {
                cutOff = true;
            }
            storeCallsUntilDeath = Integer.MAX_VALUE;
            now = now.plusSeconds(60);
            boolean kept = !corrections.ofRecord(record).isEmpty();

            publisher.queuePending();
            publisher.complete(LineParser.documentId("T"));
            corrected.publishPending(LineParser.documentId("T"));

            assertThat(revisions(sent)).as("killed after %d calls", calls).doesNotHaveDuplicates();
            assertThat(sent.stream().anyMatch(line -> line.contains(record + "@2") && line.contains("另")))
                    .as("killed after %d calls", calls)
                    .isEqualTo(kept);
            assertThat(corrections.pendingOf(LineParser.documentId("T").value()))
                    .isEmpty();
        }
        assertThat(corrections.ofRecord(record)).hasSize(1);
    }

    @Test
    void aCorrectionHoldsOverWhatIsParsedLaterAndIsTakenBackAsARevision() {
        String record = LineParser.caseId("T", "1").value();
        publishAsParsed(FIRST);
        CorrectedRecords corrected = corrected();
        corrected.correct(corrected.subject(record), "/summary", text("另"), "李雷", "误读");
        sent.clear();

        publishAsParsed("title|T\ncase|1|trade|一改|好\ncase|2|trade|二|好\n");
        assertThat(sent)
                .filteredOn(line -> line.contains(record + "@3"))
                .singleElement()
                .asString()
                .contains("一改", "另", "\"corrected\":[\"/summary\"]");

        corrected.takeBack(
                corrected.subject(record), corrections.find(record, "/summary").orElseThrow());
        assertThat(sent)
                .filteredOn(line -> line.contains(record + "@4"))
                .singleElement()
                .asString()
                .contains("\"好\"")
                .doesNotContain("corrected");
        assertThat(corrections.ofRecord(record)).isEmpty();
    }

    @Test
    void whatAReissueLacksIsListedUntilACopyHasItAgain() {
        MissingRecords missing = new MissingRecords(new MongoTemplate(client, database));
        publish(FIRST);
        publish("title|T\ncase|1|trade|一|好\n");
        assertThat(missing.page(null, null, 10))
                .extracting(PublishedRecord::id)
                .containsExactly(LineParser.caseId("T", "2").value());
        publish("title|T\ncase|1|trade|一|好\ncase|9|trade|九|好\n");
        assertThat(missing.page(LineParser.documentId("T").value(), null, 10))
                .extracting(PublishedRecord::id)
                .containsExactly(LineParser.caseId("T", "2").value());

        publish("title|T\ncase|2|trade|二|好\ncase|1|trade|一|好\ncase|9|trade|九|好\n\n");
        assertThat(missing.page(null, null, 10)).isEmpty();
    }

    private CorrectedRecords corrected() {
        return new CorrectedRecords(corrections, new ParsedRecords(uploads, held, blobs), publisher, blobs, () -> now);
    }

    private static JsonNode text(String value) {
        return WireJson.mapper().valueToTree(value);
    }

    /** As the pipeline does it, so that the reading can be found later. */
    private void publishAsParsed(String text) {
        Upload received = received(text);
        Submission submission = submission(received, text);
        queue.add(received.id(), now);
        Lease lease = queue.takeEvenIfWaiting(received.id()).orElseThrow().lease();
        Upload claimed = uploads.claim(received.uploadId(), lease, 1).orElseThrow();
        DocumentRecord document = submission.document();
        ParseResult parse = new ParseResult(
                document.id().value(),
                document.title(),
                null,
                document.genre(),
                document.counts(),
                null,
                submission.kept(),
                blobs.put(new byte[0]),
                0,
                null,
                1);
        uploads.parsed(claimed, lease, blobs.put(new byte[0]), parse, Duration.ZERO, true, null);
        lease.closeByRemoval();
        publisher.publish(Submission.kept(uploads.find(received.uploadId()).orElseThrow(), blobs));
    }

    @Test
    void anOlderFileDoesNotBringOldContentBack() {
        Upload older = received(FIRST);
        publish(SECOND);
        int before = sent.size();

        publisher.publish(submission(older, FIRST));

        assertThat(sent).hasSize(before);
        Upload through = uploads.find(older.uploadId()).orElseThrow();
        assertThat(through.state()).isEqualTo(UploadState.SUPERSEDED);
        assertThat(superseded(through))
                .extracting(SupersededRecord::id)
                .containsExactly(LineParser.caseId("T", "1").value());
    }

    @Test
    void anOlderFilePublishesWhatNoNewerOneHas() {
        Upload older = received("title|T\ncase|1|trade|一|旧\ncase|7|trade|七|好\n");
        Upload newer = received(SECOND);
        publisher.publish(submission(newer, SECOND));
        sent.clear();

        publisher.publish(submission(older, "title|T\ncase|1|trade|一|旧\ncase|7|trade|七|好\n"));

        assertThat(sent).singleElement().asString().contains(LineParser.caseId("T", "7") + "@1");
        Upload through = uploads.find(older.uploadId()).orElseThrow();
        assertThat(through.changes()).isEqualTo(new Changes(1, 0, 0, 0));
        assertThat(superseded(through))
                .containsExactly(
                        new SupersededRecord("case", LineParser.caseId("T", "1").value(), "一", newer.id()));
    }

    @Test
    void whatAThirdFileConfirmedIsNotReplacedByOneReceivedBefore() {
        publish(FIRST);
        Upload between = received(SECOND);
        publish(FIRST + "case|9|trade|九|好\n");
        sent.clear();

        publisher.publish(submission(between, SECOND));

        assertThat(sent).noneMatch(line -> line.contains(LineParser.caseId("T", "1") + "@"));
        assertThat(superseded(uploads.find(between.uploadId()).orElseThrow())).hasSize(1);
    }

    private List<SupersededRecord> superseded(Upload upload) {
        Superseded superseded = Objects.requireNonNull(upload.superseded());
        List<SupersededRecord> records = Ndjson.read(blobs.read(superseded.records()), SupersededRecord.class);
        assertThat(superseded.count()).isEqualTo(records.size());
        return records;
    }

    private void publish(String text) {
        publisher.publish(submission(received(text), text));
    }

    private Upload received(String text) {
        now = now.plusSeconds(1);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Upload upload = Upload.received(
                "a.txt", new BlobReference(Sha256.of(bytes), bytes.length), now, "test", "correlation", false);
        uploads.add(upload);
        return upload;
    }

    private Submission submission(Upload upload, String text) {
        ParsedDocument parsed = new LineParser().parse(text.getBytes(StandardCharsets.UTF_8), "a.txt");
        List<ParsedRecord> records = new ArrayList<>();
        records.add(parsed.document());
        records.addAll(parsed.records());
        return new Submission(
                upload, parsed.document(), parsed.records(), blobs.put(Ndjson.write(records)), parsed.refusal());
    }

    private void send(List<? extends Outgoing<?>> events) {
        if (sendingsUntilDeath-- <= 0) {
            // some of a batch may have left before the process died
            line(events.getFirst());
            throw new Killed();
        }
        events.forEach(this::line);
    }

    private void send(String line) {
        if (sendingsUntilDeath-- <= 0) {
            throw new Killed();
        }
        sent.add(line);
    }

    private void line(Outgoing<?> event) {
        sent.add("%s %s %s %s"
                .formatted(
                        event.topic().name(),
                        event.envelope().id(),
                        Objects.requireNonNull(event.envelope().time()),
                        WireJson.mapper().writeValueAsString(event.envelope().event())));
    }
}
