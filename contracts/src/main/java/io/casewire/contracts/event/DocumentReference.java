package io.casewire.contracts.event;

import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.Genre;
import org.jspecify.annotations.Nullable;

/**
 * The document a record was read from, as much as a reader needs to cite it.
 *
 * @param source the file it was read from
 * @param number 文号
 * @param issuedOn day, month or year in ISO form at its printed precision
 */
public record DocumentReference(
        DocumentId id,
        SourceId source,
        @Nullable String title,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable String issuedOn,
        Genre genre) {

    /** What to cite of that document. */
    public static DocumentReference of(DocumentRecord document) {
        return new DocumentReference(
                document.id(),
                SourceId.ofSha256(document.sha256()),
                document.title(),
                document.documentNumber(),
                document.issuer(),
                document.issuedOn(),
                document.genre());
    }
}
