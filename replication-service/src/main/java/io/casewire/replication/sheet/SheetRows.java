package io.casewire.replication.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after another; blank ones are left out. */
public interface SheetRows extends Closeable {
    /**
     * The next one; null after the last.
     *
     * @throws Unreadable where the file is damaged or beyond its limits
     */
    @Nullable
    SheetRow next() throws IOException;

    /** Names of sheets that are not read, as they are hidden or no tables. */
    List<String> passedOver();
}
