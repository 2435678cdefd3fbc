package io.casewire.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTests {
    @ParameterizedTest
    @CsvSource({
        "a.docx, 1, a.docx",
        "a.docx, 2, a-2.docx",
        "通知（终稿）.tar.gz, 3, 通知（终稿）.tar-3.gz",
        "无后缀, 12, 无后缀-12",
        "100%+1.txt, 2, 100%+1-2.txt"
    })
    void aNumberGoesBeforeTheEnding(String name, int number, String numbered, @TempDir Path folder) {
        FileName of = FileName.of(folder.resolve(name));
        assertThat(of.text()).isEqualTo(name);
        assertThat(of.numbered(number).in(folder)).isEqualTo(folder.resolve(numbered));
    }

    @Test
    void aReportsNameIsCutWhereTheFilesIsAsLongAsMayBe(@TempDir Path folder) throws IOException {
        Path longest = Files.createFile(folder.resolve("通".repeat(83) + ".docx"));

        Path report = FileName.of(longest).numbered(2).with(".report.json").in(folder);

        assertThat(Files.createFile(report)).exists();
        assertThat(report.getFileName().toString()).matches("通{81}\\.report\\.json");
    }

    @Test
    void folderNamesAreTold(@TempDir Path folder) {
        assertThat(FileName.below(folder, folder.resolve("商务厅").resolve("二").resolve("a.txt")))
                .isEqualTo("商务厅/二/a.txt");
    }

    /** The JVM of this test has a locale; what matters is one that knows no Chinese. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void namesAreTheSameInAnyLocale(String locale, @TempDir Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Renamed.class.getName(),
                        folder.toString())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", locale);
        Files.writeString(folder.resolve("通知.txt"), "一");

        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isEqualTo("通知.txt");
        assertThat(folder.resolve("通知-2.txt.report.json")).hasContent("一");
    }

    /** Moves the one file of a folder as a report would lie. */
    static final class Renamed {
        private Renamed() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            List<FolderWalk.Found> found = FolderWalk.below(folder, _ -> false);
            Path file = found.getFirst().file();
            FileName name = FileName.of(file);
            Files.move(file, name.numbered(2).with(".report.json").in(folder));
            System.out.write(name.text().getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }
    }
}
