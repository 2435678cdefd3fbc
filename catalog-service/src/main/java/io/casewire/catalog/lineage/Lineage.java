package io.casewire.catalog.lineage;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.CaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tellings of one innovation; also how they are answered.
 *
 * @param id of the case asked for
 * @param head the telling that is promoted the widest, among those that are confirmed
 * @param members in the order of time, the case asked for among them
 */
record Lineage(CaseId id, CaseId head, List<Member> members) {
    Lineage {
        members = List.copyOf(members);
    }

    /**
     * One telling.
     *
     * @param document that tells it
     * @param since from when it is promoted, else when its document was issued: day, month or year; null where neither is
     *     printed
     * @param confidence that it is the same innovation, 0 to 1: that of the weakest link on the way to the case asked for
     * @param reason what speaks for the last link on the way; of a rejected one, why a person rejected it
     */
    record Member(
            CaseId id,
            String title,
            DocumentReference document,
            @Nullable String since,
            double confidence,
            LinkState state,
            List<String> reason) {
        Member {
            reason = List.copyOf(reason);
        }
    }
}
