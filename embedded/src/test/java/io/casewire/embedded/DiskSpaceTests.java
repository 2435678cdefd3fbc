package io.casewire.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The decision alone, with a disk that says what it is told to. */
class DiskSpaceTests {
    private static final long RESERVE = 80L << 20;

    @TempDir
    Path folder;

    private final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);
    private DiskSpace space = DiskSpace.unwatched();

    @BeforeEach
    void aDisk() {
        space = new DiskSpace(folder, RESERVE, usable::get);
    }

    @Test
    void workIsRefusedBelowTheReserveAndTakenWellAboveIt() {
        assertThat(shortAt(RESERVE)).isFalse();
        assertThat(shortAt(RESERVE - 1)).isTrue();
        assertThat(shortAt(RESERVE))
                .as("not yet, or it would begin and stop at once")
                .isTrue();
        assertThat(shortAt(RESERVE * 5 / 4 - 1)).isTrue();
        assertThat(shortAt(RESERVE * 5 / 4)).isFalse();
        assertThat(shortAt(RESERVE)).isFalse();
    }

    @Test
    void theBallastIsKeptWhileThereIsRoomAndGivenUpWhenNothingIsLeft() {
        Path ballast = folder.resolve("ballast");
        shortAt(RESERVE * 5 / 4);
        assertThat(ballast).as("its own bytes would make the disk short").doesNotExist();
        shortAt(RESERVE * 2);
        assertThat(ballast).hasSize(RESERVE / 8);
        shortAt(RESERVE - 1);
        shortAt(2L << 20);
        assertThat(ballast).exists();
        shortAt(0);
        assertThat(ballast).doesNotExist();
        shortAt(RESERVE * 2);
        assertThat(ballast).hasSize(RESERVE / 8);
    }

    @Test
    void withoutAReserveNothingIsRefused() {
        assertThat(Files.exists(folder.resolve("ballast"))).isFalse();
        assertThat(DiskSpace.unwatched().isShort()).isFalse();
    }

    private boolean shortAt(long free) {
        usable.set(free);
        space.look();
        return space.isShort();
    }
}
