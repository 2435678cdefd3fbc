package io.casewire.replication.ledger;

import com.mongodb.client.model.Filters;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the ledger are asked for; a null component asks for all.
 *
 * @param region six digits
 * @param province code of the provincial-level division the regions lie in
 * @param lapsed whether to include those that no longer hold
 */
public record EntryFilter(
        @Nullable CaseId caseId,
        @Nullable String region,
        @Nullable Level level,
        @Nullable String province,
        @Nullable Status status,
        boolean lapsed,
        SubjectFilter subject,
        DueFilter due,
        CountFilter count) {

    /** Those of a place, whatever they are about, whenever they are due and however they count. */
    public EntryFilter(
            @Nullable CaseId caseId,
            @Nullable String region,
            @Nullable Level level,
            @Nullable String province,
            @Nullable Status status,
            boolean lapsed) {
        this(caseId, region, level, province, status, lapsed, SubjectFilter.ANY, DueFilter.ANY, CountFilter.ANY);
    }

    /** What each fulfils. Every value is a string of its own, so none is read as an operator. */
    List<Bson> conditions() {
        List<Bson> conditions = new ArrayList<>();
        if (caseId != null) {
            conditions.add(Filters.eq(StoredEntry.CASE, caseId.value()));
        }
        if (region != null) {
            conditions.add(Filters.eq(StoredEntry.REGION, region));
        }
        if (level != null) {
            conditions.add(Filters.eq(StoredEntry.LEVEL, level.name()));
        }
        if (province != null) {
            conditions.add(Filters.eq(StoredEntry.PROVINCE, province));
        }
        if (status != null) {
            conditions.add(Filters.eq(StoredEntry.STATUS, status.name()));
        }
        if (!lapsed) {
            conditions.add(Filters.eq(StoredEntry.ACTIVE, true));
        }
        conditions.addAll(subject.conditions());
        conditions.addAll(due.conditions());
        conditions.addAll(count.conditions());
        return conditions;
    }
}
