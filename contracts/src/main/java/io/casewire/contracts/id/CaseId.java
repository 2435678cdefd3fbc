package io.casewire.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A reform case; derived from its document's identity and its own, so it survives a re-scan; key of {@code casewire.case.*}.
 *
 * @param value as {@link StableId} prints it, for example {@code case-0g5v…} (26 letters and digits after the prefix)
 */
public record CaseId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseId {
        StableId.requireWellFormed("case", value);
    }

    /** The id of what these parts name; the same parts always give the same id. */
    public static CaseId derive(String... parts) {
        return new CaseId(StableId.derive("case", parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
