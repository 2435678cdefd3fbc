package io.casewire.replication.evidence;

import io.casewire.contracts.id.EvidenceId;
import io.casewire.replication.store.StoredJson;
import io.casewire.serving.store.GuardedWrites;
import io.casewire.text.ComparableKey;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A fact with what was made of it here.
 *
 * @param revision of what was read, or of its withdrawal
 * @param withdrawn the operator's reason; null while it stands
 * @param judged whether it was ever looked for what it speaks for
 * @param unmatched why it waits for a person; null where it speaks for a line, was never judged, or was settled
 * @param settlements what persons decided, the oldest first
 */
record KeptFact(
        Fact fact,
        long revision,
        @Nullable String withdrawn,
        boolean judged,
        @Nullable Unmatched unmatched,
        List<Settlement> settlements) {
    static final String FACT = "fact";
    static final String WITHDRAWN = "withdrawn";
    static final String UNMATCHED = "unmatched";
    static final String SETTLEMENTS = "settlements";

    static KeptFact of(Document document) {
        String unmatched = document.getString(UNMATCHED);
        return new KeptFact(
                StoredJson.value(document.get(FACT, Document.class), Fact.class),
                document.getLong(GuardedWrites.REVISION),
                document.getString(WITHDRAWN),
                document.containsKey(UNMATCHED),
                unmatched == null ? null : Unmatched.valueOf(unmatched),
                document.getList(SETTLEMENTS, Document.class, List.of()).stream()
                        .map(settlement -> StoredJson.value(settlement, Settlement.class))
                        .toList());
    }

    EvidenceId id() {
        return fact.id();
    }

    boolean stands() {
        return withdrawn == null;
    }

    /** What holds of the decisions; null where nobody decided. */
    @Nullable
    Settlement settlement() {
        return settlements.isEmpty() ? null : settlements.getLast();
    }

    /** What titles of cases are compared with. */
    String resultKey() {
        return ComparableKey.of(fact.adoption().resultName());
    }

    /** Another one after each reading and each decision. */
    String etag() {
        return "\"" + revision + "." + settlements.size() + "\"";
    }
}
