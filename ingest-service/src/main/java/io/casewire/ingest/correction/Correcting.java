package io.casewire.ingest.correction;

import io.casewire.contracts.parsed.ParsedRecord;
import java.util.List;

/** Puts corrections in their places. Pure: the same record and corrections always give the same. */
public final class Correcting {
    private Correcting() {}

    /**
     * The record as people say it is.
     *
     * @param corrections of this record; none of them leaves it as it is
     */
    public static ParsedRecord of(ParsedRecord record, List<Correction> corrections) {
        ParsedRecord corrected = record;
        for (Correction correction : corrections) {
            corrected = Fields.withKept(corrected, correction);
        }
        return corrected;
    }
}
