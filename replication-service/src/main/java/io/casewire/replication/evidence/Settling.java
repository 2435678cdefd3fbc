package io.casewire.replication.evidence;

import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.SettlementEvent;
import io.casewire.contracts.event.SettlementEvent.EvidenceSettled;
import io.casewire.contracts.event.SettlementEvent.Kind;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Ledger;
import io.casewire.replication.obligation.Cases;
import io.casewire.serving.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Facts that a person joins to a line, or puts aside. */
final class Settling {
    private final Facts facts;
    private final Cases cases;
    private final Entries entries;
    private final Matching matching;
    private final Clock clock;

    Settling(Facts facts, Cases cases, Entries entries, Matching matching, Clock clock) {
        this.facts = facts;
        this.cases = cases;
        this.entries = entries;
        this.matching = matching;
        this.clock = clock;
    }

    /**
     * Lets a fact speak for the line of that region from that case, whatever it names.
     *
     * @param ifMatch the ETag the caller decided upon; null if it does not care
     * @throws org.springframework.web.ErrorResponseException (404, 409, 412) where one of them is not there, or somebody was quicker
     */
    KeptFact match(EvidenceId id, CaseId caseId, String region, String actor, String reason, @Nullable String ifMatch) {
        ObligationId line = ObligationId.derive(caseId.value(), region);
        boolean obliged = entries.find(line)
                .filter(entry -> entry.active() && entry.obligation().role() == Role.ADOPTER)
                .isPresent();
        if (!obliged) {
            throw Problems.refused(
                    HttpStatus.CONFLICT, "not-obliged", "The region has nothing to adopt from that case.");
        }
        return settle(id, new SettlementEvent.Settlement(Kind.MATCHED, caseId, region, actor, reason, now()), ifMatch);
    }

    /**
     * Says that a fact speaks for no line.
     *
     * @param ifMatch the ETag the caller decided upon; null if it does not care
     * @throws org.springframework.web.ErrorResponseException (404, 409, 412) where it is not there, or somebody was quicker
     */
    KeptFact dismiss(EvidenceId id, String actor, String reason, @Nullable String ifMatch) {
        return settle(id, new SettlementEvent.Settlement(Kind.DISMISSED, null, null, actor, reason, now()), ifMatch);
    }

    private KeptFact settle(EvidenceId id, SettlementEvent.Settlement settlement, @Nullable String ifMatch) {
        KeptFact before = facts.find(id).orElseThrow(() -> Problems.notFound("evidence", id.value()));
        if (!before.stands()) {
            throw Problems.refused(
                    HttpStatus.CONFLICT, "evidence-withdrawn", "What the document was read to say was withdrawn.");
        }
        if (ifMatch != null && !ifMatch.strip().equals("*") && !before.etag().equals(strong(ifMatch))) {
            throw Problems.refused(
                    HttpStatus.PRECONDITION_FAILED,
                    "revision-outdated",
                    "If-Match names another revision than the present one.");
        }
        EvidenceSettled event = new EvidenceSettled(id, before.settlements().size() + 1, settlement);
        if (!facts.settle(
                before,
                Envelope.now(
                        event, Ledger.SOURCE, settlement.at(), UUID.randomUUID().toString(), false))) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "changed-meanwhile",
                    "Somebody else decided, or the document was read again, at the same time; read it again.");
        }
        Set<String> keys = new LinkedHashSet<>(List.of(before.resultKey()));
        Settlement earlier = before.settlement();
        keys.addAll(titles(earlier == null ? null : earlier.caseId()));
        keys.addAll(titles(settlement.caseId()));
        matching.match(keys);
        return facts.find(id).orElse(before);
    }

    private Set<String> titles(@Nullable CaseId caseId) {
        return caseId == null ? Set.of() : cases.titleKeys(List.of(caseId));
    }

    // a gateway that compresses may have made it weak, and whoever read it before saying who he is has the outline's
    private static String strong(String tag) {
        String stripped = tag.strip();
        return (stripped.startsWith("W/") ? stripped.substring(2) : stripped).replace(EvidenceController.OUTLINE, "");
    }

    // the store keeps milliseconds
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
