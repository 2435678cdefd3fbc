package io.casewire.replication.ledger;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;

/** What the document of a line may leave unsaid; counts by it show such lines apart. */
public enum Unsaid {
    DOMAIN,
    INSTRUMENT,
    STRENGTH;

    /** What the store finds such lines by. */
    Bson condition() {
        return switch (this) {
            case DOMAIN -> Filters.exists(StoredEntry.DOMAINS + ".0", false);
            case INSTRUMENT -> Filters.eq(SortKeys.NAMED, "");
            case STRENGTH -> Filters.eq(StoredEntry.STRENGTH, null);
        };
    }
}
