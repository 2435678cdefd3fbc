package io.casewire.ingest.inbox;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What shows from outside that a file is still the same.
 *
 * @param size in bytes
 * @param modified when it was written last
 * @param key of the file on its file system; null where it has none
 */
record Shape(long size, FileTime modified, @Nullable Object key) {
    static Shape of(BasicFileAttributes attributes) {
        return new Shape(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }
}
