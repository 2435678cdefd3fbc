package io.casewire.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTests {
    @TempDir
    private Path parent;

    @Test
    void isMadeWhenItIsAskedForAndRemovedWithAllThatIsInIt() throws IOException {
        try (Scratch scratch = new Scratch(parent)) {
            assertThat(parent).isEmptyDirectory();

            Files.writeString(scratch.folder("a/b").resolve("c"), "x");

            assertThat(scratch.folder().resolve("a/b/c")).exists();
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void removesALinkAndNotWhatItPointsTo() throws IOException {
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Path kept = Files.writeString(elsewhere.resolve("kept"), "x");
        try (Scratch scratch = new Scratch(parent)) {
            Files.createSymbolicLink(scratch.folder().resolve("link"), elsewhere);
        }
        assertThat(kept).exists();
        assertThat(parent).isDirectoryContaining(elsewhere::equals).isDirectoryNotContaining("glob:**casewire*");
    }

    @Test
    void sweepsWhatIsOldAndOurs() throws IOException {
        Path old = Files.createDirectory(parent.resolve("casewire-extraction-1"));
        Path fresh = Files.createDirectory(parent.resolve("casewire-extraction-2"));
        Path foreign = Files.createDirectory(parent.resolve("something"));
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        Files.setLastModifiedTime(old, longAgo);
        Files.setLastModifiedTime(foreign, longAgo);

        Scratch.sweep(parent, Duration.ofDays(1));

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(foreign).exists();
    }
}
