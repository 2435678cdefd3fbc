package io.casewire.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A link between two cases, or between evidence and a case; derived from both ends; key of {@code casewire.link}.
 *
 * @param value as {@link StableId} prints it, for example {@code link-0g5v…} (26 letters and digits after the prefix)
 */
public record LinkId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LinkId {
        StableId.requireWellFormed("link", value);
    }

    /** The id of what these parts name; the same parts always give the same id. */
    public static LinkId derive(String... parts) {
        return new LinkId(StableId.derive("link", parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
