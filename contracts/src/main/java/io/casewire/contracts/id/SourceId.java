package io.casewire.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One file as it was received, by the SHA-256 of its bytes. Two scans of a document are two sources of one
 * {@link DocumentId}.
 *
 * @param value as {@link StableId} prints it, prefix {@code src}
 */
public record SourceId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SourceId {
        StableId.requireWellFormed("src", value);
    }

    /** The id of the file with these bytes, given their SHA-256 as 64 lower-case hexadecimal digits. */
    public static SourceId ofSha256(String sha256) {
        return new SourceId(StableId.derive("src", sha256));
    }

    @Override
    public String toString() {
        return value;
    }
}
