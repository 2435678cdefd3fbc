package io.casewire.ingest.inbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file out of everybody's hands, to be brought through.
 *
 * @param box a folder of this file alone, below {@code working}
 * @param file in it, below the folders that it had in the inbox
 */
record Claim(Path box, Path file) {
    /** What it was called in the inbox, with its folders, to be read. */
    String name() {
        return FileName.below(box, file);
    }

    /** Folders it had in the inbox; null where it lay in the inbox itself. */
    @Nullable
    Path folders() {
        return box.relativize(file).getParent();
    }
}
