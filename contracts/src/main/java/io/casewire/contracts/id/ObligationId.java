package io.casewire.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What one region has to do about one case; derived from both; key of {@code casewire.obligation}.
 *
 * @param value as {@link StableId} prints it, for example {@code obl-0g5v…} (26 letters and digits after the prefix)
 */
public record ObligationId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ObligationId {
        StableId.requireWellFormed("obl", value);
    }

    /** The id of what these parts name; the same parts always give the same id. */
    public static ObligationId derive(String... parts) {
        return new ObligationId(StableId.derive("obl", parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
