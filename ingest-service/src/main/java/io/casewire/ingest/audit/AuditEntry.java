package io.casewire.ingest.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One decision. It is kept before it is carried out, and its end is noted then: an entry without an outcome tells that the
 * service ended in between, and what became of it stands with its subject.
 *
 * @param actor subject of the token
 * @param subject id of the file, record or run
 * @param document the document of the subject; null where it has none, or none yet
 * @param reason in the actor's words; null where none was given
 * @param detail what exactly, for example the field and the value; null where the act says all
 * @param outcome null while it is not known
 */
public record AuditEntry(
        @Id String id,
        Instant at,
        String actor,
        Act act,
        String subject,
        @Nullable String document,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Outcome outcome) {
    /** How a decision ended. */
    public enum Outcome {
        /** It holds. */
        DONE,
        /** It was refused, or could not be carried out; nothing was changed. */
        NOT_DONE
    }
}
