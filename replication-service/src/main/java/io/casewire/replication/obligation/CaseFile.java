package io.casewire.replication.obligation;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.Basis.Superseding;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.wire.Envelope;
import io.casewire.text.ComparableKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What replication keeps of a case: enough to say what each region has to do about it.
 *
 * @param promoted what decides whom it obliges
 * @param scope whom it obliges
 * @param withdrawn the operator's reason; null while the case stands
 * @param correlationId of the event that brought this revision
 * @param backfill whether that event was history loaded later
 */
public record CaseFile(
        CaseId id,
        long revision,
        String title,
        List<Domain> domains,
        PromotedCase promoted,
        Scope scope,
        @Nullable String withdrawn,
        String correlationId,
        boolean backfill) {
    public CaseFile {
        domains = List.copyOf(domains);
    }

    static CaseFile of(Envelope<CaseEvent> envelope, PromotedCase promoted, Scope scope) {
        CaseEvent event = envelope.event();
        CaseRecord content = event.content();
        return new CaseFile(
                content.id(),
                event.revision(),
                content.title(),
                content.domains(),
                promoted,
                scope,
                event instanceof CaseEvent.CaseWithdrawn withdrawn ? withdrawn.reason() : null,
                envelope.correlationId(),
                envelope.backfill());
    }

    /** The same with that scope. */
    CaseFile with(Scope next) {
        return new CaseFile(id, revision, title, domains, promoted, next, withdrawn, correlationId, backfill);
    }

    /** Null for a case that is promoted to nobody. */
    public @Nullable Promotion promotion() {
        return promoted.promotion();
    }

    public DocumentReference document() {
        return promoted.document();
    }

    /** Those in scope. */
    public List<RegionInScope> regions() {
        return scope.regions();
    }

    /** The id of what a region has to do about this case, whether or not it has to do anything. */
    public ObligationId obligation(String regionCode) {
        return ObligationId.derive(id.value(), regionCode);
    }

    /** Why a region is in scope. */
    Basis basis(RegionInScope region, @Nullable Superseding supersededBy) {
        Promotion promotion = promotion();
        return new Basis(
                region.rule(),
                promotion == null ? null : promotion.scopeText(),
                promotion == null ? null : promotion.instrument(),
                scope.day(),
                scope.sets().stream()
                        .filter(set -> set.id().equals(region.set()))
                        .findFirst()
                        .orElse(null),
                region.origin(),
                region.role() == Role.ADOPTER ? supersededBy : null,
                null,
                null,
                region.originCase(),
                region.amendment());
    }

    /** From when it holds, as printed: the promotion's date, else the document's. */
    @Nullable
    String since() {
        Promotion promotion = promotion();
        return promotion != null && promotion.since() != null
                ? promotion.since()
                : document().issuedOn();
    }

    /** What titles are compared by. */
    public String titleKey() {
        return ComparableKey.of(title);
    }
}
