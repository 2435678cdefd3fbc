package io.casewire.replication.obligation;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.wire.Envelope;
import io.casewire.text.ComparableKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What replication keeps of a case: enough to say what each region has to do about it.
 *
 * @param promotion null for a case that is promoted to nobody
 * @param asOf the day whose regions, zones and sets count
 * @param regions those in scope
 * @param unresolved places of the scope the gazetteer does not know, as named
 * @param withdrawn the operator's reason; null while the case stands
 * @param correlationId of the event that brought this revision
 * @param backfill whether that event was history loaded later
 */
public record CaseFile(
        CaseId id,
        long revision,
        String title,
        List<Domain> domains,
        @Nullable Promotion promotion,
        LocalDate asOf,
        List<RegionInScope> regions,
        List<String> unresolved,
        @Nullable String withdrawn,
        DocumentReference document,
        String correlationId,
        boolean backfill) {
    public CaseFile {
        domains = List.copyOf(domains);
        regions = List.copyOf(regions);
        unresolved = List.copyOf(unresolved);
    }

    static CaseFile of(Envelope<CaseEvent> envelope, Scope scope) {
        CaseEvent event = envelope.event();
        CaseRecord content = event.content();
        return new CaseFile(
                content.id(),
                event.revision(),
                content.title(),
                content.domains(),
                content.promotion(),
                scope.asOf(),
                scope.regions(),
                scope.unresolved(),
                event instanceof CaseEvent.CaseWithdrawn withdrawn ? withdrawn.reason() : null,
                event.document(),
                envelope.correlationId(),
                envelope.backfill());
    }

    /** The id of what a region has to do about this case, whether or not it has to do anything. */
    public ObligationId obligation(String regionCode) {
        return ObligationId.derive(id.value(), regionCode);
    }

    /** What this case asks of a region now; empty if nothing. */
    Optional<RegionInScope> demand(String regionCode) {
        return withdrawn != null
                ? Optional.empty()
                : regions.stream()
                        .filter(region -> region.code().equals(regionCode))
                        .findFirst();
    }

    /** From when it holds, as printed: the promotion's date, else the document's. */
    @Nullable
    String since() {
        return promotion != null && promotion.since() != null ? promotion.since() : document.issuedOn();
    }

    /** What titles are compared by. */
    public String titleKey() {
        return ComparableKey.of(title);
    }
}
