package io.casewire.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.cli.Tool;
import io.casewire.standalone.remote.Display;
import io.casewire.standalone.remote.FolderWatch;
import io.casewire.standalone.remote.IngestServer;
import io.casewire.standalone.remote.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command makes of the service's answers. */
class IngestCommandTests {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path data;

    @TempDir
    private Path documents;

    private ScriptedIngest ingest;

    @BeforeEach
    void start() throws IOException {
        ingest = ScriptedIngest.on(data);
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    @Test
    void eachOfSeveralIsFollowedToItsEndAndCounted() throws IOException {
        lay("方案.txt");
        lay("图片.png");
        lay("故事.txt");
        lay("half.docx");
        ingest.answers(
                        "方案.txt",
                        "202 {\"id\":\"方案.txt\",\"state\":\"RECEIVED\"}",
                        "200 {\"id\":\"方案.txt\",\"state\":\"EXTRACTED\"}",
                        "200 {\"id\":\"方案.txt\",\"state\":\"PUBLISHED\",\"counts\":{\"cases\":1,\"tasks\":2},"
                                + "\"changes\":{\"inserted\":3,\"updated\":0}}")
                .answers("图片.png", "415 {\"detail\":\"This is a PNG image.\"}")
                .answers(
                        "故事.txt",
                        "202 {\"id\":\"故事.txt\",\"state\":\"RECEIVED\"}",
                        "200 {\"id\":\"故事.txt\",\"state\":\"REJECTED\",\"refusal\":{\"reason\":\"A news story.\"}}")
                .answers(
                        "half.docx",
                        "202 {\"id\":\"half.docx\",\"state\":\"FAILED\",\"refusal\":{\"reason\":\"Too slow.\"}}");

        Tool ran = ingest(documents.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.said())
                .contains("  方案.txt                                 published: 1 case, 2 tasks (3 new, 0 changed)\n")
                .contains("图片.png", "refused: This is a PNG image.")
                .contains("rejected: A news story.", "failed: Too slow.")
                .endsWith("4 documents: 1 published, 2 rejected, 1 failed; see http://127.0.0.1:8080/\n")
                .doesNotContain("\u001b", "\r");
    }

    @Test
    void theFilesOfAnArchiveAreShownEachWithItsEnd() throws IOException {
        lay("附件.zip");
        ingest.answers(
                        "附件.zip",
                        "202 {\"id\":\"附件.zip\",\"state\":\"RECEIVED\"}",
                        "200 {\"id\":\"附件.zip\",\"state\":\"UNPACKED\",\"contents\":{\"members\":["
                                + "{\"name\":\"卷/一.docx\",\"id\":\"one\"},{\"name\":\"二.txt\",\"id\":\"two\"}],"
                                + "\"leftOut\":[{\"name\":\"三.txt\",\"message\":\"The file has no bytes.\"}]}}")
                .answers(
                        "one",
                        "200 {\"id\":\"one\",\"state\":\"PARSED\"}",
                        "200 {\"id\":\"one\",\"state\":\"PUBLISHED\"}")
                .answers("two", "200 {\"id\":\"two\",\"state\":\"REJECTED\",\"refusal\":{\"reason\":\"A scan.\"}}");

        Tool ran = ingest(documents.resolve("附件.zip").toString());

        assertThat(ran.said().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        " 附件.zip unpacked: 2 documents",
                        " 附件.zip › 三.txt left out: The file has no bytes.",
                        " 附件.zip › 卷/一.docx published: no records",
                        " 附件.zip › 二.txt rejected: A scan.")
                .last()
                .asString()
                .startsWith("3 documents: 1 published, 2 rejected, 0 failed");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void whatTheServiceKnewIsSaidAndIsWell() throws IOException {
        lay("a.txt");
        ingest.answers("a.txt", "200 {\"id\":\"a.txt\",\"state\":\"PUBLISHED\",\"counts\":{\"cases\":4}}");

        Tool ran = ingest(documents.resolve("a.txt").toString());

        assertThat(ran.status()).isZero();
        assertThat(ran.said()).contains("known already; published: 4 cases\n");
    }

    @Test
    void aBusyServiceIsAskedAgainWhenItSays() throws IOException {
        lay("a.txt");
        ingest.answers("a.txt", "503 {\"detail\":\"full\"}", "202 {\"id\":\"a.txt\",\"state\":\"PUBLISHED\"}");

        assertThat(ingest(documents.resolve("a.txt").toString()).status()).isZero();
        assertThat(ingest.received()).containsExactly("a.txt", "a.txt");
    }

    @Test
    void aNameThatATerminalWouldObeyIsHarmless() throws IOException {
        lay("\u001b[2J.txt");
        ingest.answers("\u001b[2J.txt", "400 {\"detail\":\"\u009b31m no\"}");

        assertThat(ingest(documents.toString()).said())
                .doesNotContain("\u001b", "\u009b")
                .contains("?[2J.txt");
    }

    @Test
    void aWatchedFolderIsSentAsItGrowsAndAcrossARestart() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Display display = Display.lines(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        IngestServer server = new IngestServer(data, "test", Duration.ofDays(1), display::say);
        Upload upload = new Upload(server, false, Duration.ofDays(1), display);
        FolderWatch watch =
                new FolderWatch(List.of(documents), upload, display, Duration.ofMillis(200), Duration.ofMillis(50));
        ingest.answers("一.txt", "202 {\"id\":\"一.txt\",\"state\":\"PARSED\",\"held\":{\"waits\":true}}")
                .answers("二.txt", "202 {\"id\":\"二.txt\",\"state\":\"PUBLISHED\"}");
        Thread watching = Thread.ofVirtual().start(() -> {
            try {
                watch.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            lay("一.txt");
            lay("未完.docx.part");
            await().atMost(SOON).until(() -> upload.outcome().failed() == 1);
            ingest.close();
            lay("二.txt");
            await().atMost(SOON)
                    .until(() -> bytes.toString(StandardCharsets.UTF_8).contains("does not answer"));

            ScriptedIngest again = ScriptedIngest.on(data);
            again.answers("二.txt", "202 {\"id\":\"二.txt\",\"state\":\"PUBLISHED\"}");
            await().atMost(SOON).until(() -> upload.outcome().published() == 1);

            assertThat(again.received()).containsExactly("二.txt");
            again.close();
        } finally {
            watching.interrupt();
            watching.join();
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("parsed: waits for a person's decision", "The instance answers again");
        assertThat(documents.resolve("一.txt")).exists();
    }

    private Tool ingest(String... names) {
        String[] words = new String[names.length + 3];
        words[0] = "ingest";
        words[1] = "--data";
        words[2] = data.toString();
        System.arraycopy(names, 0, words, 3, names.length);
        return Tool.run(words);
    }

    private void lay(String name) throws IOException {
        Files.writeString(documents.resolve(name), name);
    }
}
