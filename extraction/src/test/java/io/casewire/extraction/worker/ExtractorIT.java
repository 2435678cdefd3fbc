package io.casewire.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Format;
import io.casewire.extraction.Unextractable.Reason;
import io.casewire.extraction.worker.Outcome.Died;
import io.casewire.extraction.worker.Outcome.Extracted;
import io.casewire.extraction.worker.Outcome.Limit;
import io.casewire.extraction.worker.Outcome.Overrun;
import io.casewire.extraction.worker.Outcome.Refused;
import io.casewire.extraction.worker.Outcome.Unpacked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractorIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(800);

    @TempDir
    private Path folder;

    private Path temporary;
    private Path members;
    private Extractor extractor;

    @BeforeEach
    void start() throws IOException {
        temporary = Files.createDirectory(folder.resolve("temporary"));
        members = Files.createDirectory(folder.resolve("members"));
        extractor = extractor(LONG, LONG, 100);
    }

    @AfterEach
    void end() {
        extractor.close();
    }

    @Test
    void takesAFileApartWithItsPlacesAndNotices() throws Exception {
        Extracted extracted = (Extracted) run("say 甲𠀀");

        assertThat(extracted.format()).isEqualTo(Format.DOCX);
        assertThat(extracted.rendition().html()).contains("<p>甲𠀀</p>");
        assertThat(extracted.rendition().placeOf(2)).isEqualTo("paragraph 1");
        assertThat(extracted.located()).singleElement().satisfies(located -> {
            assertThat(located.notice().code()).isEqualTo("A_NOTICE");
            assertThat(located.first()).isEqualTo(3);
            assertThat(located.last()).isEqualTo(3);
        });
        assertThat(text(run("name"))).isEqualTo("通知.docx");
    }

    @Test
    void isKeptForTheNextFileAndReplacedAfterItsShare() throws Exception {
        extractor.close();
        extractor = extractor(LONG, LONG, 2);

        List<String> pids = List.of(text(run("pid")), text(run("pid")), text(run("pid")));

        assertThat(pids.get(0)).isEqualTo(pids.get(1)).isNotEqualTo(pids.get(2));
        assertThat(isAlive(pids.get(0))).isFalse();
    }

    @Test
    void whatLibrariesPrintIsNoAnswer() throws Exception {
        assertThat(text(run("print"))).isEqualTo("printed");
    }

    @Test
    void aRefusalComesInBothLanguagesAndLeavesTheProcess() throws Exception {
        String pid = text(run("pid"));

        assertThat(run("refuse")).isEqualTo(new Refused(Reason.PASSWORD_PROTECTED, "It asks for a password.", "需要密码。"));
        assertThat(text(run("pid"))).isEqualTo(pid);
    }

    @Test
    void theMembersOfAnArchiveLieInTheFolderGiven() throws Exception {
        Unpacked unpacked = (Unpacked) run("unpack");

        assertThat(unpacked.members()).singleElement().satisfies(member -> {
            assertThat(member.name()).isEqualTo("附件/一.txt");
            assertThat(Files.readString(member.file())).isEqualTo("甲");
        });
        assertThat(unpacked.notices()).hasSize(1);
    }

    @Test
    void aMemberThatLiesElsewhereIsNotTaken() throws Exception {
        assertThat(run("outside")).isInstanceOf(Died.class);
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of("sleep", SHORT, LONG, new Overrun(Limit.TIME)),
                Arguments.of("loop", LONG, SHORT, new Overrun(Limit.CPU)),
                Arguments.of("allocate", LONG, LONG, new Overrun(Limit.HEAP)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void aFileThatTakesTooMuchIsStoppedAndTheNextIsRead(String word, Duration time, Duration cpu, Outcome outcome)
            throws Exception {
        extractor.close();
        extractor = extractor(time, cpu, 100);

        assertThat(run(word + ' ' + folder.resolve("pid"))).isEqualTo(outcome);
        assertThat(text(run("say 好"))).isEqualTo("好");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "throw", "deep"})
    void aFileThatEndsTheProcessTwiceIsGivenUpAndTheNextIsRead(String word) throws Exception {
        assertThat(run(word)).isInstanceOf(Died.class);
        assertThat(text(run("say 好"))).isEqualTo("好");
    }

    @Test
    void aFileThatEndsTheProcessOnceIsReadInTheNext() throws Exception {
        assertThat(text(run("exit-once " + folder.resolve("before")))).isEqualTo("at the second time");
    }

    @Test
    void aProcessThatWasKilledWhileItWaitedIsReplaced() throws Exception {
        String pid = text(run("pid"));
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();

        assertThat(text(run("pid"))).isNotEqualTo(pid);
    }

    @Test
    void noWayLeadsOut() throws Exception {
        assertThat(text(run("network")).split("<br>")).hasSizeGreaterThan(10).allSatisfy(way -> assertThat(way)
                .endsWith(": refused"));
    }

    @Test
    void neitherTheEnvironmentNorFilesOfAnotherJobAreThere() throws Exception {
        String left = text(run("temporary"));

        assertThat(text(run("environment"))).isEqualTo("[LC_ALL]");
        assertThat(left).startsWith(temporary.toString());
        assertThat(Path.of(left)).doesNotExist();
    }

    @Test
    void aCallerThatIsInterruptedEndsTheProcess() throws Exception {
        Path pid = folder.resolve("pid");
        FutureTask<Outcome> waiting = new FutureTask<>(() -> run("sleep " + pid));
        Thread caller = Thread.ofPlatform().start(waiting);
        awaitFile(pid);

        caller.interrupt();

        assertThatThrownBy(() -> waiting.get(1, TimeUnit.MINUTES))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(isAlive(Files.readString(pid))).isFalse();
    }

    @Test
    void nothingIsLeftWhenItIsClosed() throws Exception {
        Path pid = folder.resolve("pid");
        FutureTask<Outcome> waiting = new FutureTask<>(() -> run("sleep " + pid));
        Thread.ofPlatform().start(waiting);
        awaitFile(pid);

        extractor.close();

        assertThatThrownBy(() -> waiting.get(1, TimeUnit.MINUTES)).hasCauseInstanceOf(InterruptedException.class);
        assertThat(isAlive(Files.readString(pid))).isFalse();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void endsWithWhoeverStartedIt() throws Exception {
        Path pid = folder.resolve("pid");
        Files.writeString(folder.resolve("document"), "sleep " + pid);
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        try {
            awaitFile(pid);
            CompletableFuture<ProcessHandle> end = ProcessHandle.of(Long.parseLong(Files.readString(pid)))
                    .orElseThrow()
                    .onExit();

            parent.destroyForcibly().waitFor();

            assertThat(end.get(1, TimeUnit.MINUTES).isAlive()).isFalse();
            assertThat(temporary).isEmptyDirectory();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void theRealReadersRefuseByNameWhatTheyDoNotRead() throws Exception {
        extractor.close();
        try (Extractor real = new Extractor(settings(LONG, LONG, 100))) {
            Path file = Files.writeString(folder.resolve("document"), "{\\rtf1 no format that is read}");

            assertThat(real.extract(file, "通知.doc", members)).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT);
                assertThat(refused.english()).isNotBlank();
                assertThat(refused.chinese()).isNotBlank();
            });
        }
    }

    /** Whoever starts a process and does not live to close it. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path folder = Path.of(arguments[0]);
            try (Extractor extractor =
                    new Extractor(settings(folder.resolve("temporary"), LONG, LONG, 100), TestWorker.class.getName())) {
                extractor.extract(folder.resolve("document"), "x", folder.resolve("members"));
            }
        }
    }

    private Outcome run(String words) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile(folder, "document", null), words);
        return extractor.extract(file, "通知.docx", members);
    }

    private static String text(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Extracted.class);
        String html = ((Extracted) outcome).rendition().html();
        return html.substring(html.indexOf("<p>") + 3, html.indexOf("</p>"));
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void awaitFile(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!Files.exists(file) || Files.size(file) == 0) {
            assertThat(System.nanoTime()).as("%s is written in time", file).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private Extractor extractor(Duration time, Duration cpu, int jobs) {
        return new Extractor(settings(time, cpu, jobs), TestWorker.class.getName());
    }

    private WorkerSettings settings(Duration time, Duration cpu, int jobs) {
        return settings(temporary, time, cpu, jobs);
    }

    private static WorkerSettings settings(Path temporary, Duration time, Duration cpu, int jobs) {
        return new WorkerSettings(
                WorkerSettings.ownClassPath(), 64L << 20, time, cpu, 1, jobs, temporary, ExtractionLimits.DEFAULT);
    }
}
