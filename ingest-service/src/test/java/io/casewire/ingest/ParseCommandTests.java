package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ParseCommandTests {
    private static final String TABLE = """
            样例自由贸易试验区制度创新成果汇总表

            序号\t成果名称\t主要做法\t主要成效\t推荐单位
            1\t样例通关模式\t1.改革前，排队久。2.改革后，提前申报。\t时间由3天缩短为1天。\t长沙海关、岳阳片区
            """;

    private final StringWriter out = new StringWriter();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void printsTheDocumentThenItsRecordsThenDiagnostics() throws IOException {
        assertThat(run(file().toString())).isZero();

        List<JsonNode> lines =
                out.toString().lines().map(WireJson.mapper()::readTree).toList();
        assertThat(lines).extracting(line -> line.get("kind").asString()).startsWith("document", "case");
        assertThat(lines.getLast().get("kind").asString()).isEqualTo("diagnostic");
        assertThat(lines.get(1).get("title").asString()).isEqualTo("样例通关模式");
        assertThat(lines.get(1).get("lines").toString()).isEqualTo("[4,4]");
    }

    @Test
    void printsAReportForPeopleWhenAsked() throws IOException {
        assertThat(run("--report", file().toString())).isZero();

        assertThat(out.toString()).contains("ACHIEVEMENT_TABLE").contains("coverage");
    }

    @Test
    void saysInOneSentenceThatAFileIsMissing() throws IOException {
        assertThat(run(folder.resolve("absent.txt").toString())).isEqualTo(1);

        assertThat(errors()).contains("there is no file").contains("absent.txt");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void readsTheOtherFilesWhenOneIsMissing() throws IOException {
        assertThat(run(folder.resolve("absent.txt").toString(), file().toString()))
                .isEqualTo(1);

        assertThat(out.toString()).contains("样例通关模式");
    }

    @Test
    void namesAFolderGivenInPlaceOfAFile() throws IOException {
        assertThat(run(folder.toString())).isEqualTo(1);

        assertThat(errors()).contains("is a folder");
    }

    @Test
    void explainsItself() throws IOException {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).contains("Usage: casewire parse");
    }

    @Test
    void refusesUnknownOptionsAndMissingFiles() throws IOException {
        assertThat(run("--shout", "x.txt")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... arguments) throws IOException {
        return new ParseCommand(out, new PrintStream(err, true, StandardCharsets.UTF_8)).run(List.of(arguments));
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("sample.txt"), TABLE);
    }
}
