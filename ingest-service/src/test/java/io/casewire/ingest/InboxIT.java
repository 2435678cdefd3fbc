package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.wire.WireJson;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Documents laid into a folder go in like uploads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String store = SharedStore.freshDatabase();
    private Path directory;
    private Path inbox;
    private Path drafts;
    private RunningIngest ingest;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        inbox = Files.createDirectory(temporary.resolve("收件箱"));
        drafts = Files.createDirectory(temporary.resolve("drafts"));
        ingest = run();
    }

    @AfterAll
    void stop() {
        ingest.close();
    }

    private RunningIngest run() {
        return RunningIngest.start(
                SharedKafka.bootstrapServers(),
                store,
                directory,
                Map.of(
                        "casewire.ingest.inbox.folder",
                        inbox.toString(),
                        "casewire.ingest.inbox.settle-time",
                        "200ms",
                        "casewire.ingest.inbox.poll-interval",
                        "100ms"));
    }

    @Test
    void aPublishedDocumentLiesInDoneWithItsReport() throws IOException {
        lay("商务厅/通知.txt", "title|" + unique() + "\ncase|1|trade|一|好\n");

        JsonNode report = awaitReport("done/商务厅/通知.txt");

        assertThat(report.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(report.path("counts").path("cases").asInt()).isEqualTo(1);
        assertThat(report.path("file").asString()).isEqualTo("商务厅/通知.txt");
        assertThat(text("done/商务厅/通知.txt.report.txt")).contains("已发布 · published", "案例 cases 1");
        JsonNode status = ingest.get(
                        RunningIngest.DOCUMENTS + "/" + report.path("id").asString())
                .json();
        assertThat(status.path("name").asString()).isEqualTo("通知.txt");
        assertThat(status.path("documentId")).isEqualTo(report.path("documentId"));
        assertThat(inbox.resolve("商务厅/通知.txt")).doesNotExist();
    }

    @Test
    void whatIsRejectedOrNotEvenTakenLiesInFailedWithTheReason() throws IOException {
        lay("乱码.txt", "title|" + unique() + "\nerror|MOJIBAKE|乱码\n");
        lay("空.txt", "");
        lay("图片.png", "\u0089PNG " + unique());

        assertThat(awaitReport("failed/乱码.txt").path("refusal").path("code").asString())
                .isEqualTo("MOJIBAKE");
        assertThat(text("failed/乱码.txt.report.json")).contains("\"diagnostics\" : [ {");
        assertThat(awaitReport("failed/空.txt").path("refusal").path("code").asString())
                .isEqualTo("DOCUMENT_EMPTY");
        assertThat(awaitReport("failed/图片.png").path("state").asString()).isEqualTo("REFUSED");
        assertThat(text("failed/图片.png.report.txt")).contains("请发送 docx");
    }

    @Test
    void whatIsBeingWrittenAndWhatIsALinkStays() throws IOException {
        Path outside = Files.writeString(directory.resolve("outside.txt"), "title|" + unique());
        Files.createSymbolicLink(inbox.resolve("link.txt"), outside);
        for (String name : List.of("大文件.docx.part", "~$通知.docx", ".hidden.txt")) {
            lay(name, "title|" + unique());
        }
        lay("whole.txt", "title|" + unique() + "\ncase|1|trade|一|好\n");

        awaitReport("done/whole.txt");

        assertThat(names(inbox)).contains("link.txt", "大文件.docx.part", "~$通知.docx", ".hidden.txt");
        assertThat(outside).exists();
        Files.move(inbox.resolve("大文件.docx.part"), inbox.resolve("大文件.docx"));
        awaitReport("failed/大文件.docx");
    }

    @Test
    void theSameNameAgainIsKeptBesideTheFirst() throws IOException {
        lay("again.txt", "title|" + unique() + "\ncase|1|trade|一|好\n");
        awaitReport("done/again.txt");
        lay("again.txt", "title|" + unique() + "\ncase|1|trade|二|好\n");

        assertThat(awaitReport("done/again-2.txt").path("id"))
                .isNotEqualTo(awaitReport("done/again.txt").path("id"));
    }

    @Test
    void whatAKilledInstanceHadTakenGoesOn() throws IOException {
        String text = "title|" + unique() + "\ncase|1|trade|一|好\n";
        String known = ingest.upload(text, "?name=x.txt").json().path("id").asString();
        ingest.untilThrough(known);
        Path box = Files.createDirectories(inbox.resolve("working/0a1b2c3d/卷"));

        Files.move(draft(text), box.resolve("a.txt"));

        assertThat(awaitReport("done/卷/a.txt").path("id").asString()).isEqualTo(known);
    }

    @Test
    void aFolderThatIsAwayIsToldAndLookedAtAgainWhenItIsBack() throws IOException {
        Path away = directory.resolve("away");
        Files.move(inbox, away);
        await().atMost(SOON).until(() -> health().path("reason").asString("").contains("There is no folder"));
        assertThat(ingest.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(metric("casewire_ingest_inbox_usable")).isEqualTo("0.0");

        Files.move(away, inbox);
        lay("back.txt", "title|" + unique() + "\ncase|1|trade|一|好\n");

        awaitReport("done/back.txt");
        assertThat(health().has("reason")).isFalse();
        assertThat(metric("casewire_ingest_inbox_usable")).isEqualTo("1.0");
    }

    @Test
    void twoInstancesOnOneFolderTakeEachFileOnceAndOneGoesOnForTheOther() throws IOException {
        Set<String> expected = new TreeSet<>();
        try (RunningIngest second = run()) {
            for (int i = 0; i < 30; i++) {
                String name = "two-" + i + ".txt";
                lay("two/" + name, "title|" + unique() + "\ncase|1|trade|一|好\n");
                expected.addAll(List.of(name, name + ".report.json", name + ".report.txt"));
                if (i == 15) {
                    // whoever of the two looks after the folder
                    ingest.close();
                    ingest = second;
                }
            }
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(names(inbox.resolve("done/two"))).isEqualTo(expected);
                assertThat(names(inbox.resolve("working"))).containsOnly(".identity");
                assertThat(metric("casewire_ingest_inbox_waiting")).isEqualTo("0.0");
            });
        } finally {
            ingest = run();
        }
    }

    private JsonNode health() {
        return ingest.get("/actuator/health/readiness")
                .json()
                .path("components")
                .path("inbox")
                .path("details");
    }

    private String metric(String name) {
        return ingest.get("/actuator/prometheus")
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("none");
    }

    private JsonNode awaitReport(String name) {
        Path file = inbox.resolve(name);
        await().atMost(SOON).until(() -> Files.exists(file));
        return WireJson.mapper().readTree(text(name + ".report.json"));
    }

    private String text(String name) {
        try {
            return Files.readString(inbox.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lay(String name, String text) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        Files.move(draft(text), file);
    }

    private Path draft(String text) throws IOException {
        return Files.write(
                drafts.resolve(unique()),
                text.startsWith("\u0089")
                        ? text.getBytes(StandardCharsets.ISO_8859_1)
                        : text.getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> names(Path folder) {
        try (Stream<Path> entries = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }
}
