package io.casewire.embedded;

import java.io.Serial;
import java.nio.file.Path;

/** Another process, or this one, already works on the directory; two at once would destroy its contents. */
public final class DirectoryInUse extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    DirectoryInUse(Path directory) {
        super("Already in use by another instance: " + directory);
    }
}
