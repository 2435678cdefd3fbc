package io.casewire.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A fact a document states: an adoption, a milestone or an indicator; key of {@code casewire.evidence}.
 *
 * @param value as {@link StableId} prints it, for example {@code evi-0g5v…} (26 letters and digits after the prefix)
 */
public record EvidenceId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EvidenceId {
        StableId.requireWellFormed("evi", value);
    }

    /** The id of what these parts name; the same parts always give the same id. */
    public static EvidenceId derive(String... parts) {
        return new EvidenceId(StableId.derive("evi", parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
