package io.casewire.catalog.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of fact it is. */
enum EvidenceKind {
    /** A region is said to have replicated a result. */
    ADOPTION(AdoptionRecord.class),
    /** An entry of a chronicle. */
    MILESTONE(MilestoneRecord.class),
    /** A row of an indicator table. */
    INDICATOR(IndicatorRecord.class);

    private final Class<? extends ParsedRecord> type;

    EvidenceKind(Class<? extends ParsedRecord> type) {
        this.type = type;
    }

    /** The record that states it. */
    Class<? extends ParsedRecord> type() {
        return type;
    }

    /** The name in URLs, JSON and the store. */
    @JsonValue
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name, in small letters or capitals; empty if there is none. */
    static Optional<EvidenceKind> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug().equalsIgnoreCase(slug))
                .findFirst();
    }
}
