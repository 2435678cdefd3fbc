package io.casewire.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.extraction.worker.FixedWorker;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherFormatsIT {
    private static final DocumentParser PARSER = new DocumentParser();

    @TempDir
    private Path folder;

    private OtherFormats others;

    @BeforeEach
    void start() {
        others = new OtherFormats(PARSER, FixedWorker.extractor(folder));
    }

    @AfterEach
    void end() {
        others.close();
    }

    @Test
    void aDocumentIsParsedUnderItsFilesHashWithWhatItsReaderNoticed() throws IOException {
        Seen seen = new Seen();

        assertThat(others.read("%PDF-".getBytes(StandardCharsets.UTF_8), "附件.pdf", seen))
                .isTrue();

        ParsedDocument parsed = seen.documents.getFirst();
        assertThat(parsed.records()).hasSize(1);
        assertThat(parsed.document().sha256()).startsWith("38523c08");
        DiagnosticRecord noticed = parsed.diagnostics().getLast();
        assertThat(noticed.code()).isEqualTo("PART_MISSING");
        assertThat(noticed.message()).isEqualTo("a part is missing (table 1 row 1)");
    }

    @Test
    void theFilesOfAnArchiveComeOneAfterTheOther() throws IOException {
        Seen seen = new Seen();

        assertThat(others.read("PK\u0003\u0004".getBytes(StandardCharsets.UTF_8), "附件.zip", seen))
                .isTrue();

        assertThat(seen.members).containsExactly("一.txt", "附件/二.pdf");
        assertThat(seen.remarks).containsExactly("三.exe: it is left out");
    }

    @Test
    void aFileThatEndsItsProcessIsToldAndTheNextIsRead() throws IOException {
        Seen seen = new Seen();

        assertThat(others.read("%PDF- exit".getBytes(StandardCharsets.UTF_8), "a.pdf", seen))
                .isFalse();
        assertThat(others.read("%PDF-".getBytes(StandardCharsets.UTF_8), "b.pdf", seen))
                .isTrue();

        assertThat(seen.remarks).singleElement().asString().contains("exit status 1");
        assertThat(seen.documents).hasSize(1);
    }

    private static final class Seen implements OtherFormats.Use {
        private final List<ParsedDocument> documents = new ArrayList<>();
        private final List<String> members = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        @Override
        public void document(ParsedDocument parsed) {
            documents.add(parsed);
        }

        @Override
        public void member(byte[] bytes, String name) {
            members.add(name);
        }

        @Override
        public void remark(String sentence) {
            remarks.add(sentence);
        }
    }
}
