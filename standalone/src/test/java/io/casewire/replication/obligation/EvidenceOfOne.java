package io.casewire.replication.obligation;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** By what replication finds the case that a sentence speaks of. */
public final class EvidenceOfOne {
    private EvidenceOfOne() {}

    /** What the title has to be for a case and a sentence to meet. */
    public static String titleKey(CaseRecord record, DocumentReference document) {
        Basis.Day day = new Basis.Day(LocalDate.EPOCH, Basis.Known.PRINTED, null, null);
        return new CaseFile(
                        record.id(),
                        1,
                        record.title(),
                        record.domains(),
                        PromotedCase.of(record, document, Instant.EPOCH),
                        new Scope(day, List.of(), List.of(), List.of(), List.of()),
                        null,
                        "test",
                        false)
                .titleKey();
    }
}
