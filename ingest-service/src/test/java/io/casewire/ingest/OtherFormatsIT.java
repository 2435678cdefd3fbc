package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.worker.Extractor;
import io.casewire.extraction.worker.LineReaderWorker;
import io.casewire.extraction.worker.WorkerSettings;
import io.casewire.identity.Role;
import io.casewire.ingest.RunningIngest.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files that a process takes apart first, with a reader of the test's in the process and the parser as it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherFormatsIT {
    private static final String TEXT = "?name=%E9%99%84%E4%BB%B6.pdf";

    private RunningIngest ingest;
    private Path temporary;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        temporary = Files.createDirectory(directory.resolve("temporary"));
        WorkerSettings settings = new WorkerSettings(
                WorkerSettings.ownClassPath(),
                64L << 20,
                Duration.ofSeconds(4),
                Duration.ofMinutes(1),
                1,
                100,
                temporary,
                ExtractionLimits.DEFAULT);
        ingest = RunningIngest.start(
                beans -> beans.registerBean("extractor", Extractor.class, () -> LineReaderWorker.extractor(settings)),
                SharedKafka.bootstrapServers(),
                SharedStore.freshDatabase(),
                directory,
                Map.of(
                        "casewire.ingest.extraction.folder",
                        temporary.toString(),
                        "casewire.ingest.pipeline.workers",
                        "1",
                        "casewire.ingest.pipeline.workers-for-extraction",
                        "1"));
    }

    @AfterAll
    void stop() {
        ingest.close();
    }

    @Test
    void aDocumentIsExtractedParsedAndPublishedInStepsWithTheirTimes() {
        String title = unique();

        JsonNode status = through(table(title, "notice"));

        assertThat(status.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(steps(status)).containsExactly("RECEIVED", "EXTRACTED", "PARSED", "PUBLISHED");
        assertThat(status.path("steps"))
                .allSatisfy(step -> assertThat(step.path("at").asString()).isNotEmpty());
        assertThat(status.path("steps").path(1).path("millis").asLong())
                .isLessThanOrEqualTo(status.path("steps").path(2).path("millis").asLong());
        assertThat(status.path("counts").path("cases").asInt()).isEqualTo(1);
        assertThat(status.path("diagnostics")).anySatisfy(diagnostic -> {
            assertThat(diagnostic.path("code").asString()).isEqualTo("PART_MISSING");
            assertThat(diagnostic.path("severity").asString()).isEqualTo("WARNING");
            assertThat(diagnostic.path("message").asString()).isEqualTo("a part is missing (paragraph 1)");
            assertThat(diagnostic.path("lines").toString()).isEqualTo("[2,2]");
        });
    }

    @Test
    void itsTextIsWordsWithTheirPlacesAndItsOriginalTheBytes() {
        String document = table(unique(), "");
        String id = through(document).path("id").asString();

        Answer text = ingest.send(
                ingest.anonymous(RunningIngest.DOCUMENTS + "/" + id + "/text").header("Accept", "application/json"));

        List<String> words = new ArrayList<>();
        text.json()
                .forEach(line -> words.add(line.path("text").asString() + " @ "
                        + line.path("place").asString()));
        assertThat(words)
                .anySatisfy(line -> assertThat(line).endsWith("制度创新成果汇总表 @ paragraph 1"))
                .anySatisfy(line -> assertThat(line).contains("样例通关模式").endsWith(" @ table 1 row 2"))
                .noneSatisfy(line -> assertThat(line).contains("<"));
        assertThat(ingest.get(RunningIngest.DOCUMENTS + "/" + id + "/original")
                        .response()
                        .body())
                .isEqualTo(document);
    }

    @Test
    void eachStepIsToldWhileItHappens() {
        Answer uploaded = ingest.upload(table(unique(), ""), TEXT);

        String stream = ingest.get(RunningIngest.DOCUMENTS + "/"
                        + uploaded.json().path("id").asString() + "/progress")
                .response()
                .body();

        assertThat(stream).contains("\"state\":\"EXTRACTED\"", "\"state\":\"PUBLISHED\"");
    }

    @Test
    void whatItsReaderRefusesIsRejectedInBothLanguages() {
        JsonNode status = through("%PDF-\nrefuse " + unique());

        assertThat(status.path("state").asString()).isEqualTo("REJECTED");
        assertThat(status.path("refusal").path("code").asString()).isEqualTo("NO_TEXT_LAYER");
        assertThat(status.path("refusal").path("reason").asString()).isEqualTo("It is a picture. 这是图片。");
    }

    @Test
    void garbledTextIsRecognisedAsInTextFiles() {
        JsonNode status = through("%PDF-\n" + unique() + "\n" + "锟斤拷锟斤拷锟斤拷 ".repeat(20));

        assertThat(status.path("state").asString()).isEqualTo("REJECTED");
        assertThat(status.path("refusal").path("code").asString()).isEqualTo("MOJIBAKE");
    }

    @Test
    void aDocumentThatEndsItsProcessTwiceFailsForGoodAndTheOthersGoOn() {
        JsonNode failed = through("%PDF-\nexit\n" + unique());
        JsonNode slow = through("%PDF-\nsleep\n" + unique());
        JsonNode good = through(table(unique(), ""));

        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("refusal").path("code").asString()).isEqualTo("EXTRACTION_FAILED");
        assertThat(slow.path("refusal").path("code").asString()).isEqualTo("TOO_SLOW");
        assertThat(slow.path("refusal").path("reason").asString()).contains("casewire.ingest.extraction.time-limit");
        assertThat(good.path("state").asString()).isEqualTo("PUBLISHED");
        // nothing that looks for work finds it
        JsonNode later = ingest.get(
                        RunningIngest.DOCUMENTS + "/" + failed.path("id").asString())
                .json();
        assertThat(steps(later)).containsExactly("RECEIVED", "FAILED");
        assertThat(ingest.post(
                                RunningIngest.DOCUMENTS + "/"
                                        + failed.path("id").asString() + "/retry",
                                Role.OPERATOR,
                                "{}")
                        .status())
                .isEqualTo(202);
        assertThat(ingest.untilThrough(failed.path("id").asString())
                        .path("state")
                        .asString())
                .isEqualTo("FAILED");
    }

    @Test
    void aProcessThatIsKilledCostsNoDocument() {
        through(table(unique(), ""));
        processes().forEach(ProcessHandle::destroyForcibly);

        assertThat(through(table(unique(), "")).path("state").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    void aDryRunShowsWhatWouldBePublishedAndKeepsNothing() {
        Answer shown = ingest.upload(table(unique(), "notice"), TEXT + "&dryRun=true");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().path("preview").path("insert")).hasSize(1);
        assertThat(shown.json().path("diagnostics").toString()).contains("PART_MISSING");
        assertThat(ingest.upload("PK\u0003\u0004\nmember a.txt x " + unique(), TEXT + "&dryRun=true")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theFilesOfAnArchiveAreDocumentsOfTheirOwnAndABadOneSinksNoOther() {
        String good = table(unique(), "").replace("\n", "\\n");
        String archive = "PK\u0003\u0004\nmember 附件/一.pdf " + good + "\nmember 附件/二.pdf %PDF-\\nrefuse " + unique()
                + "\nmember 三.txt \nnotice\n";

        JsonNode status = through(archive);

        assertThat(status.path("state").asString()).isEqualTo("UNPACKED");
        assertThat(steps(status)).containsExactly("RECEIVED", "UNPACKED");
        JsonNode members = status.path("contents").path("members");
        assertThat(members)
                .extracting(member -> member.path("name").asString())
                .containsExactly("附件/一.pdf", "附件/二.pdf");
        assertThat(status.path("contents").path("leftOut"))
                .extracting(left -> left.path("code").asString())
                .containsExactly("PART_MISSING", "EMPTY");
        JsonNode first = ingest.untilThrough(members.path(0).path("id").asString());
        assertThat(first.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(first.path("name").asString()).isEqualTo("附件/一.pdf");
        assertThat(first.path("archive").path("id")).isEqualTo(status.path("id"));
        assertThat(first.path("archive").path("member").asString()).isEqualTo("附件/一.pdf");
        assertThat(ingest.untilThrough(members.path(1).path("id").asString())
                        .path("refusal")
                        .path("code")
                        .asString())
                .isEqualTo("NO_TEXT_LAYER");
    }

    @Test
    void aFileThatIsKnownStaysWhatItIsInAnArchive() {
        String known = table(unique(), "");
        JsonNode sent = through(known);

        JsonNode archive = through("PK\u0003\u0004\nmember x.pdf " + known.replace("\n", "\\n"));

        assertThat(archive.path("contents").path("members").path(0).path("id")).isEqualTo(sent.path("id"));
        JsonNode later = ingest.get(
                        RunningIngest.DOCUMENTS + "/" + sent.path("id").asString())
                .json();
        assertThat(later.path("name")).isEqualTo(sent.path("name"));
        assertThat(later.has("archive")).isFalse();
    }

    @Test
    void textDoesNotWaitForFilesThatAreTakenApart() {
        Answer slow = ingest.upload("%PDF-\nsleep\n" + unique(), TEXT);
        assertThat(slow.status()).isEqualTo(202);

        // no document of the trade; what counts is that it was read
        assertThat(through(unique()).path("state").asString()).isEqualTo("REJECTED");

        String id = slow.json().path("id").asString();
        assertThat(ingest.get(RunningIngest.DOCUMENTS + "/" + id)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("RECEIVED");
        assertThat(ingest.untilThrough(id).path("state").asString()).isEqualTo("FAILED");
    }

    @Test
    void nothingOfAFileIsLeftInTheTemporaryFolder() throws Exception {
        through(table(unique(), ""));

        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(folder -> Files.exists(folder.resolve("file"))))
                    .isEmpty();
        }
    }

    private JsonNode through(String document) {
        Answer answer = ingest.upload(document, TEXT);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
        return ingest.untilThrough(answer.json().path("id").asString());
    }

    private static Set<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(LineReaderWorker.class.getName()))
                .collect(java.util.stream.Collectors.toSet());
    }

    /** An achievement table with one case. */
    private static String table(String title, String line) {
        return "%PDF-\n" + title + "自由贸易试验区制度创新成果汇总表\n" + line + "\n序号|成果名称|主要做法|主要成效|推荐单位\n" + "1|" + title
                + "样例通关模式|1.改革前，排队久。2.改革后，提前申报。|时间由3天缩短为1天。|长沙海关、岳阳片区\n";
    }

    private static String unique() {
        return "样" + UUID.randomUUID().toString().replace("-", "").replaceAll("[0-9]", "");
    }

    private static List<String> steps(JsonNode status) {
        return StreamSupport.stream(status.path("steps").spliterator(), false)
                .map(step -> step.path("state").asString())
                .toList();
    }
}
