package io.casewire.replication.tally;

import io.casewire.contracts.parsed.Domain;
import java.util.List;

/** What counts are grouped by. */
public enum Dimension {
    /** Slugs; a line counts in each domain of its case. */
    DOMAIN,
    /** Codes. */
    REGION,
    LEVEL,
    /** Numbers, else titles. */
    INSTRUMENT,
    /** Mandated and encouraged. */
    STRENGTH,
    /** Ids. */
    CASE;

    /** The groups a line belongs to; none where its document does not say. */
    List<String> keys(Line line) {
        return switch (this) {
            case DOMAIN -> line.domains().stream().map(Domain::slug).toList();
            case REGION -> List.of(line.region());
            case LEVEL -> List.of(line.level().name());
            case INSTRUMENT -> line.instrument() == null ? List.of() : List.of(line.instrument());
            case STRENGTH ->
                line.strength() == null ? List.of() : List.of(line.strength().name());
            case CASE -> List.of(line.caseId().value());
        };
    }
}
