package io.casewire.serving.page;

import io.casewire.serving.problem.InvalidParameter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opaque positions in lists. */
public final class Cursor {
    private static final int MAX_LENGTH = 400;

    private Cursor() {}

    /** The cursor that stands for that key. */
    public static String of(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a cursor we gave out stands for; null for none.
     *
     * @param reader makes the key typed; an {@link IllegalArgumentException} of it means the cursor is not ours
     * @throws InvalidParameter for one that is not ours
     */
    public static <T> @Nullable T read(@Nullable String cursor, Function<String, T> reader) {
        if (cursor == null) {
            return null;
        }
        try {
            return reader.apply(key(cursor));
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter("cursor", "It is not a cursor that this list gave out.");
        }
    }

    private static String key(String cursor) {
        if (cursor.isEmpty() || cursor.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("none of ours has that length");
        }
        String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        // the last character has bits to spare
        if (!of(key).equals(cursor)) {
            throw new IllegalArgumentException("damaged");
        }
        return key;
    }
}
