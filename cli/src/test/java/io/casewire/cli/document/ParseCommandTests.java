package io.casewire.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class ParseCommandTests {
    private static final String TABLE = """
            样例自由贸易试验区制度创新成果汇总表

            序号\t成果名称\t主要做法\t主要成效\t推荐单位
            1\t样例通关模式\t1.改革前，排队久。2.改革后，提前申报。\t时间由3天缩短为1天。\t长沙海关、岳阳片区
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void printsTheDocumentThenItsRecordsThenDiagnostics() throws IOException {
        assertThat(run(file().toString())).isZero();

        List<JsonNode> lines =
                printed().lines().map(WireJson.mapper()::readTree).toList();
        assertThat(lines).extracting(line -> line.get("kind").asString()).startsWith("document", "case");
        assertThat(lines.getLast().get("kind").asString()).isEqualTo("diagnostic");
        assertThat(lines.get(1).get("title").asString()).isEqualTo("样例通关模式");
        assertThat(lines.get(1).get("lines").toString()).isEqualTo("[4,4]");
    }

    @Test
    void printsAReportForPeopleWhenAsked() throws IOException {
        assertThat(run("--report", file().toString())).isZero();

        assertThat(printed()).contains("ACHIEVEMENT_TABLE").contains("coverage");
    }

    @Test
    void saysInOneSentenceThatAFileIsMissing() {
        assertThat(run(folder.resolve("absent.txt").toString())).isEqualTo(1);

        assertThat(errors()).contains("there is no file").contains("absent.txt");
        assertThat(printed()).isEmpty();
    }

    @Test
    void saysInBothLanguagesWhyAFileOfAnotherFormatIsNotRead() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.pdf"), "%PDF- and nothing that follows");

        assertThat(run(broken.toString())).isEqualTo(1);

        JsonNode said = WireJson.mapper().readTree(printed().lines().toList().getLast());
        assertThat(said.get("kind").asString()).isEqualTo("diagnostic");
        assertThat(said.get("severity").asString()).isEqualTo("ERROR");
        assertThat(said.get("message").asString()).containsPattern("[a-z]{3}").containsPattern("\\p{IsHan}{3}");
    }

    @Test
    void aFileThatIsNoTextIsToldAndEndsWithOne() throws IOException {
        Path broken =
                Files.write(folder.resolve("broken.txt"), new byte[] {'a', 0, 1, (byte) 0xfe, (byte) 0xff, 2, 0, 3});

        assertThat(run(broken.toString(), file().toString())).isEqualTo(1);

        assertThat(printed()).contains("\"severity\":\"ERROR\"").contains("样例通关模式");
    }

    @Test
    void readsTheOtherFilesWhenOneIsMissing() throws IOException {
        assertThat(run(folder.resolve("absent.txt").toString(), file().toString()))
                .isEqualTo(1);

        assertThat(printed()).contains("样例通关模式");
    }

    @Test
    void namesAFolderGivenInPlaceOfAFile() {
        assertThat(run(folder.toString())).isEqualTo(1);

        assertThat(errors()).contains("is a folder");
    }

    private int run(String... arguments) {
        return new CommandLine(new ParseCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)))
                .execute(arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("sample.txt"), TABLE);
    }
}
