package io.casewire.notify.delivery;

import io.casewire.identity.Names;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody at the receiver signed for a message; once for each.
 *
 * @param by the name somebody typed, at most 50 characters; null where none was given
 */
record Receipt(Instant at, @Nullable String by) {
    private static final int MAX_NAME = 50;

    /** @throws IllegalArgumentException for a name that is too long, or that nobody sees; the sentence says so */
    static Receipt of(@Nullable String name, Instant at) {
        if (name == null || name.isBlank()) {
            return new Receipt(at, null);
        }
        String visible = Names.canonical("name", name);
        if (visible.codePointCount(0, visible.length()) > MAX_NAME) {
            throw new IllegalArgumentException("'name' has at most " + MAX_NAME + " characters.");
        }
        return new Receipt(at, visible);
    }
}
