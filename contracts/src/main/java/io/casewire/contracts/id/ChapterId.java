package io.casewire.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A passage of a report's running text, derived from its document, its headings and its place below them; key of {@code casewire.chapter}.
 *
 * @param value as {@link StableId} prints it, for example {@code chap-0g5v…} (26 letters and digits after the prefix)
 */
public record ChapterId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChapterId {
        StableId.requireWellFormed("chap", value);
    }

    /** The id of what these parts name; the same parts always give the same id. */
    public static ChapterId derive(String... parts) {
        return new ChapterId(StableId.derive("chap", parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
