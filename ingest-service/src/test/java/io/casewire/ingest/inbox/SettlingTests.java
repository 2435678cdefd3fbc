package io.casewire.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlingTests {
    @TempDir
    private Path folder;

    private long now;
    private final Settling settling = new Settling(Duration.ofSeconds(5), () -> now);
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("a.txt"), "一");
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }

    @Test
    void aFileIsSettledWhenItStayedTheSameForTheTime() throws IOException {
        assertThat(isSettledAfter(0)).isFalse();
        assertThat(isSettledAfter(4)).isFalse();
        assertThat(isSettledAfter(1)).isTrue();
        assertThat(isSettledAfter(60)).isTrue();
    }

    @Test
    void growingBeginsTheTimeAnew() throws IOException {
        isSettledAfter(0);
        Files.writeString(file, "一二");
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(isSettledAfter(5)).isFalse();
        assertThat(isSettledAfter(5)).isTrue();
    }

    @Test
    void anotherTimeOfTheSameSizeBeginsItAnew() throws IOException {
        isSettledAfter(0);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(1)));
        assertThat(isSettledAfter(5)).isFalse();
    }

    @Test
    void aFileThatWasGoneBeginsAnew() throws IOException {
        isSettledAfter(0);
        settling.keepOnly(List.of());
        assertThat(isSettledAfter(5)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a.docx, false",
        "通知.pdf, false",
        "a.part.txt, false",
        ".hidden.txt, true",
        "~$通知.docx, true",
        "a.docx.part, true",
        "a.PARTIAL, true",
        "~WRL0001.tmp, true",
        "a.pdf.crdownload, true",
        "a.zip.filepart, true",
        "Thumbs.db, true"
    })
    void namesOfUnfinishedFilesAreKnown(String name, boolean unfinished) {
        assertThat(UnfinishedNames.isOne(name)).isEqualTo(unfinished);
    }

    private boolean isSettledAfter(int seconds) throws IOException {
        now += Duration.ofSeconds(seconds).toNanos();
        return settling.isSettled(file, InboxFolder.attributes(file));
    }
}
