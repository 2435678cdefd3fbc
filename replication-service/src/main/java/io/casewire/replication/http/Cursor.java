package io.casewire.replication.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opaque positions in lists. */
public final class Cursor {
    private static final int LONGEST = 400;

    private Cursor() {}

    static String of(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a cursor we gave out stands for; null for none.
     *
     * @param reader makes the key typed; an {@link IllegalArgumentException} of it means the cursor is not ours
     */
    public static <T> @Nullable T read(@Nullable String cursor, Function<String, T> reader) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            if (cursor.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            return reader.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("The cursor is not one this list gave.");
        }
    }
}
