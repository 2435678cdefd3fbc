package io.casewire.replication.obligation;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.Basis.ByHand;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationDerived;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Place;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.Ledger;
import io.casewire.replication.ledger.Parts;
import io.casewire.serving.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Obligations that a person adds or waives. */
final class Decisions {
    private static final String WAIVED = "A coordinator waived it";

    private final Entries entries;
    private final Parts parts;
    private final Gazetteer gazetteer;
    private final Clock clock;

    Decisions(Entries entries, Parts parts, Gazetteer gazetteer, Clock clock) {
        this.entries = entries;
        this.parts = parts;
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    /**
     * Obliges a place that the document does not.
     *
     * @throws org.springframework.web.ErrorResponseException (409) where it is obliged, the case is withdrawn, or somebody was
     *     quicker
     */
    Entry add(CaseFile file, Place place, String actor, String reason) {
        if (file.withdrawn() != null) {
            throw Problems.refused(
                    HttpStatus.CONFLICT, "case-withdrawn", "The case is withdrawn; nothing follows from it.");
        }
        Instant now = now();
        ByHand decision = new ByHand(ByHand.Kind.ADDED, actor, reason, now);
        Optional<Entry> present = entries.find(file.obligation(place.code()));
        if (present.filter(Entry::active).isPresent()) {
            throw Problems.refused(
                    HttpStatus.CONFLICT, "already-obliged", "The region has an obligation from this case.");
        }
        Entry after = present.map(entry -> entry.decided(decision, null, now))
                .orElseGet(() -> Entry.derived(obligation(file, place, decision), now));
        return write(
                after,
                present.map(Entry::revision).orElse(0L),
                new ObligationDerived(after.obligation(), after.revision()));
    }

    /**
     * Takes an obligation from a region; it stays so whatever the case's later revisions say.
     *
     * @throws org.springframework.web.ErrorResponseException (404, 409) where there is none, it does not hold, or somebody was quicker
     */
    Entry waive(ObligationId id, String actor, String reason) {
        Entry entry = entries.find(id).orElseThrow(() -> Problems.notFound("obligation", id.value()));
        if (!entry.active() || entry.obligation().basis() == null) {
            throw Problems.refused(HttpStatus.CONFLICT, "obligation-lapsed", "The obligation has lapsed.");
        }
        Instant now = now();
        Entry after = entry.decided(new ByHand(ByHand.Kind.WAIVED, actor, reason, now), WAIVED, now);
        // the parts before, so that who is interrupted finds the line as it was and repeats it; what was handed down
        // meanwhile after
        parts.lapse(id, now);
        Entry waived =
                write(after, entry.revision(), new ObligationLapsed(after.obligation(), after.revision(), WAIVED));
        parts.lapse(id, now);
        return waived;
    }

    private Entry write(Entry after, long seen, ObligationEvent event) {
        Envelope<ObligationEvent> envelope = Envelope.now(
                event, Ledger.SOURCE, after.updatedAt(), UUID.randomUUID().toString(), false);
        if (!entries.write(List.of(new Change(after, seen, envelope)))) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "changed-meanwhile",
                    "Somebody else changed it at the same time; read it again.");
        }
        return after;
    }

    private Obligation obligation(CaseFile file, Place place, ByHand decision) {
        return new Obligation(
                file.obligation(place.code()),
                file.id(),
                file.revision(),
                file.title(),
                file.domains(),
                place.code(),
                place.name(),
                Role.ADOPTER,
                Status.UNKNOWN,
                null,
                Assurance.NONE,
                List.of(),
                file.promotion() == null ? null : file.promotion().strength(),
                file.since(),
                null,
                RegionSets.level(place),
                gazetteer.provinceOf(place).code(),
                new Basis(
                        Basis.Rule.BY_HAND,
                        file.promotion() == null ? null : file.promotion().scopeText(),
                        file.promotion() == null ? null : file.promotion().instrument(),
                        file.scope().day(),
                        null,
                        List.of(),
                        null,
                        decision),
                null,
                null);
    }

    // the store keeps milliseconds
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
