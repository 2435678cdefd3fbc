package io.casewire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.casewire.embedded.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotStartedTests {
    private static final Path LOG = Path.of("logs", "casewire.log");

    @TempDir
    Path directory;

    @Test
    void ourOwnSentenceWinsOverWhatCausedIt() throws IOException {
        Files.write(directory.resolve("store.mv"), new byte[10_000]);
        Throwable damaged =
                catchThrowable(() -> EmbeddedStore.open(directory, 0).close());

        assertThat(NotStarted.because(new CompletionException(damaged), LOG))
                .message()
                .startsWith("The store's file " + directory)
                .contains("restore a backup");
    }

    @Test
    void ourInnermostSentenceWinsOverOneOfOthersBelowIt() {
        NotStarted ours = new NotStarted("ours", new IOException("theirs"));
        assertThat(NotStarted.because(new IllegalStateException("outer", ours), LOG))
                .hasMessageStartingWith("ours (details");
    }

    @Test
    void ofOthersTheInnermostThatSaysAnythingIsTold() {
        Exception problem = new IllegalStateException(
                "outer", new UncheckedIOException("disk", new IOException("no room", new NullPointerException())));
        assertThat(NotStarted.because(problem, LOG)).hasMessageStartingWith("no room (details");
    }

    @Test
    void noClassAndNoNullIsTold() {
        assertThat(NotStarted.because(new IllegalStateException(new NullPointerException()), LOG))
                .message()
                .doesNotContain("null", "Exception");
    }
}
