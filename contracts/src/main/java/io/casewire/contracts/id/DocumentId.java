package io.casewire.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A document, by what it is (its number, else issuer and title), not by its bytes; key of {@code casewire.document}.
 *
 * @param value as {@link StableId} prints it, for example {@code doc-0g5v…} (26 letters and digits after the prefix)
 */
public record DocumentId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DocumentId {
        StableId.requireWellFormed("doc", value);
    }

    /** The id of what these parts name; the same parts always give the same id. */
    public static DocumentId derive(String... parts) {
        return new DocumentId(StableId.derive("doc", parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
