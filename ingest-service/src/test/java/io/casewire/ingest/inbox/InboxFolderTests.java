package io.casewire.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.contracts.wire.WireJson;
import io.casewire.ingest.inbox.InboxFolder.End;
import io.casewire.parsing.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxFolderTests {
    @TempDir
    private Path temporary;

    private Path root;
    private InboxFolder folder;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectory(temporary.resolve("收件箱")).toRealPath();
        folder = InboxFolder.at(root);
    }

    @Test
    void foldersAreKeptOnTheWayThrough() throws IOException {
        lay("商务厅/二/a.txt", "一");

        Claim claim = claim("商务厅/二/a.txt");

        assertThat(claim.name()).isEqualTo("商务厅/二/a.txt");
        assertThat(folder.files()).isEmpty();
        assertThat(folder.claims()).containsExactly(claim);
        assertThat(folder.end(claim, End.DONE, report(claim))).isTrue();
        assertThat(below("done")).containsExactly("商务厅/二/a.txt", "商务厅/二/a.txt.report.json", "商务厅/二/a.txt.report.txt");
        assertThat(below("working")).isEmpty();
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        for (String text : List.of("一", "二", "三")) {
            lay("a.txt", text);
            Claim claim = claim("a.txt");
            folder.end(claim, End.FAILED, report(claim));
        }

        assertThat(root.resolve("failed/a.txt")).hasContent("一");
        assertThat(root.resolve("failed/a-2.txt")).hasContent("二");
        assertThat(root.resolve("failed/a-3.txt")).hasContent("三");
        assertThat(below("failed")).contains("a-3.txt.report.json", "a-3.txt.report.txt");
    }

    @Test
    void aDocumentThatIsCalledLikeAReportIsNotOverwritten() throws IOException {
        lay("a.txt", "一");
        Files.writeString(root.resolve("done/a.txt.report.txt"), "somebody's");

        Claim claim = claim("a.txt");
        folder.end(claim, End.DONE, report(claim));

        assertThat(root.resolve("done/a.txt.report.txt")).hasContent("somebody's");
        assertThat(root.resolve("done/a-2.txt")).hasContent("一");
    }

    @Test
    void aKillBetweenReportAndMoveLeavesOneOfEach() throws IOException {
        lay("a.txt", "一");
        Claim claim = claim("a.txt");
        Report report = report(claim);
        folder.end(claim, End.DONE, report);
        // as if the move had not come any more
        Files.createDirectories(claim.file().getParent());
        Files.move(root.resolve("done/a.txt"), claim.file(), StandardCopyOption.ATOMIC_MOVE);

        assertThat(folder.claims()).containsExactly(claim);
        assertThat(folder.end(claim, End.DONE, report)).isTrue();

        assertThat(below("done")).containsExactly("a.txt", "a.txt.report.json", "a.txt.report.txt");
    }

    @Test
    void whoComesSecondWithAFileLeavesNothingBehind() throws IOException {
        lay("a.txt", "一");
        Claim claim = claim("a.txt");
        Report report = report(claim);
        InboxFolder.at(root).end(claim, End.DONE, report);

        assertThat(folder.end(claim, End.DONE, report)).isFalse();

        assertThat(below("done")).containsExactly("a.txt", "a.txt.report.json", "a.txt.report.txt");
    }

    @Test
    void ofTwoThatTakeAFileOneGetsIt() throws IOException {
        lay("a.txt", "一");

        assertThat(folder.claim(root.resolve("a.txt"))).isPresent();
        assertThat(InboxFolder.at(root).claim(root.resolve("a.txt"))).isEmpty();
        assertThat(below("working")).hasSize(1);
    }

    @Test
    void linksLeadNowhere() throws IOException {
        Path secret = Files.writeString(
                Files.createDirectory(temporary.resolve("elsewhere")).resolve("secret.txt"), "geheim");
        Files.createSymbolicLink(root.resolve("link.txt"), secret);
        Files.createSymbolicLink(root.resolve("folder"), secret.getParent());

        assertThat(folder.files()).isEmpty();
        assertThatThrownBy(() -> folder.claim(root.resolve("folder/secret.txt")))
                .hasMessageContaining("leads out of the inbox");
        assertThat(secret).exists();

        lay("b/a.txt", "一");
        Files.createSymbolicLink(root.resolve("done/b"), secret.getParent());
        Claim claim = claim("b/a.txt");
        assertThatThrownBy(() -> folder.end(claim, End.DONE, report(claim))).hasMessageContaining("leads out");
        assertThat(claim.file()).exists();
    }

    @Test
    void aLinkInThePlaceOfAFolderOfOursIsRefused() throws IOException {
        Files.delete(root.resolve("done"));
        Files.createSymbolicLink(root.resolve("done"), temporary);

        assertThatThrownBy(() -> InboxFolder.at(root)).hasMessageContaining("is no folder");
    }

    @Test
    void itsIdentityStaysAndTellsItFromOthers() throws IOException {
        assertThat(InboxFolder.at(root).identity()).isEqualTo(folder.identity());
        Path other = Files.createDirectory(temporary.resolve("other"));
        assertThat(InboxFolder.at(other).identity()).isNotEqualTo(folder.identity());
    }

    @Test
    void aMissingFolderIsSaid() {
        assertThatThrownBy(() -> InboxFolder.at(temporary.resolve("none")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no folder");
    }

    @Test
    void theReportIsReadByPeopleAndPrograms() throws IOException {
        lay("a.txt", "一");
        Claim claim = claim("a.txt");
        folder.end(claim, End.FAILED, report(claim));

        assertThat(WireJson.mapper()
                        .readTree(Files.readAllBytes(root.resolve("failed/a.txt.report.json")))
                        .path("refusal")
                        .path("code")
                        .asString())
                .isEqualTo("DOCUMENT_EMPTY");
        assertThat(Files.readString(root.resolve("failed/a.txt.report.txt")))
                .contains("未接收 · not taken", "文件为空。 It has no bytes. (DOCUMENT_EMPTY)");
    }

    private void lay(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Claim claim(String name) throws IOException {
        return folder.claim(root.resolve(name)).orElseThrow();
    }

    private static Report report(Claim claim) throws IOException {
        return Report.without(
                claim.name(),
                Shape.of(InboxFolder.attributes(claim.file())),
                Report.REFUSED,
                new Refusal("DOCUMENT_EMPTY", "It has no bytes."));
    }

    private List<String> below(String name) throws IOException {
        Path start = root.resolve(name);
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> start.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
