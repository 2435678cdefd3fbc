package io.casewire.ingest.correction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A value that a person put in the place of a parsed one.
 *
 * @param id of the record, and the field behind it
 * @param document id of the document the record is from
 * @param field JSON pointer, for example {@code /promotion/scope}
 * @param value as JSON; {@code null} for a field that is to be absent
 * @param parsed the value it replaced, as JSON; null where the parser found none
 * @param by subject of the token; not shown to the public
 * @param pending whether it may not be published yet; whoever finds it so publishes it
 * @param takenBack whether it holds no longer, and is only kept until that is published
 */
public record Correction(
        @Id String id,
        String record,
        String document,
        String field,
        String value,
        @Nullable String parsed,
        String by,
        Instant at,
        String reason,
        boolean pending,
        boolean takenBack) {
    static String id(String record, String field) {
        return record + field;
    }

    /** A correction that was just decided. */
    public static Correction decided(
            String record,
            String document,
            String field,
            String value,
            @Nullable String parsed,
            String by,
            Instant at,
            String reason) {
        return new Correction(id(record, field), record, document, field, value, parsed, by, at, reason, true, false);
    }
}
