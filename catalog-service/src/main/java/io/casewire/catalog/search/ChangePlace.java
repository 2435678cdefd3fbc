package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.serving.page.Cursor;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of last changes ended. It holds for every index and every search: what changes meanwhile goes to the front.
 *
 * @param updated time of the last case's newest revision, in milliseconds since 1970
 * @param id of that case
 */
record ChangePlace(long updated, String id) {
    private static final int PARTS = 2;

    /** The cursor that goes on after that case. */
    static String after(StoredCase stored) {
        return Cursor.of(
                stored.updated().toEpochMilli() + ":" + stored.content().id().value());
    }

    /**
     * The place of a cursor; null for none.
     *
     * @throws io.casewire.serving.problem.InvalidParameter for anything that {@link #after} did not make
     */
    static @Nullable ChangePlace of(@Nullable String cursor) {
        return Cursor.read(cursor, ChangePlace::parse);
    }

    FieldDoc position() {
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {updated, new BytesRef(id)});
    }

    private static ChangePlace parse(String key) {
        String[] parts = key.split(":", PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("of another list");
        }
        return new ChangePlace(Long.parseLong(parts[0]), parts[1]);
    }
}
