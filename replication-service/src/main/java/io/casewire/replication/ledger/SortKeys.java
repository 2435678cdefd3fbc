package io.casewire.replication.ledger;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.text.ComparableKey;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What lines are searched and sorted by, kept beside each entry: none of it is missing, so that a list has one order. */
final class SortKeys {
    static final String FIELD = "keys";

    /** Grows when a line gets other keys than before. */
    static final int VERSION = 2;

    static final String OF_VERSION = FIELD + ".version";
    static final String TITLE = FIELD + ".title";
    static final String TITLE_ORDER = FIELD + ".order";
    static final String INSTRUMENT = FIELD + ".instrument";

    /** What names the instrument, whole: its number, else its title. */
    static final String NAMED = FIELD + ".named";

    static final String DUE = FIELD + ".due";
    static final String REMINDED = FIELD + ".reminded";

    /** Sorts after every other text. */
    static final String LAST = "\uFFFF";

    /** A cursor has room for no more. */
    private static final int MAX_ORDERING = 60;

    private SortKeys() {}

    static Document of(Entry entry) {
        Obligation obligation = entry.obligation();
        LocalDate dueOn = obligation.dueOn();
        Reminded reminded = entry.reminded();
        String title = ComparableKey.of(obligation.caseTitle());
        String named = named(obligation.basis());
        return new Document("version", VERSION)
                .append("title", title)
                .append("order", ordering(title))
                .append("instrument", named.isEmpty() ? LAST : ordering(named))
                .append("named", named)
                .append("due", dueOn == null ? LAST : dueOn.toString())
                .append(
                        "reminded",
                        reminded == null || !reminded.dueOn().equals(dueOn) ? Reminded.NOTHING : reminded.step());
    }

    /** Empty where the document names none. */
    private static String named(@Nullable Basis basis) {
        PolicyDocument instrument = basis == null ? null : basis.instrument();
        if (instrument == null) {
            return "";
        }
        String name = instrument.number() == null ? instrument.title() : instrument.number();
        return name == null ? "" : ComparableKey.of(name);
    }

    /** What of a key counts for its place in a list. */
    static String ordering(String key) {
        return key.substring(0, Math.min(MAX_ORDERING, key.length()));
    }

    /** The key in one of the fields above. */
    static String value(Entry entry, String field) {
        return of(entry).getString(field.substring(FIELD.length() + 1));
    }
}
