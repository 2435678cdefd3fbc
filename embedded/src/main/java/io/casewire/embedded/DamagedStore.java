package io.casewire.embedded;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The store's file is not what was written: a part is missing or changed. The message is a sentence for the operator. */
public final class DamagedStore extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    DamagedStore(Path file, String what, @Nullable Throwable cause) {
        super(
                "The store's file %s is damaged: %s. Keep it for a look, restore a backup into a new folder (casewire restore), and check the disk"
                        .formatted(file, what),
                cause);
    }
}
