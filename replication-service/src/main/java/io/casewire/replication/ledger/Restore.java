package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.event.ObligationEvent.ObligationMoved;
import io.casewire.contracts.event.ObligationEvent.ObligationNoted;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.replication.ledger.Entry.TakenStep;
import io.casewire.replication.ledger.Journal.TakenAttachment;
import io.casewire.replication.ledger.Journal.TakenNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Makes entries of the events the ledger once published, so that the topic is a full backup of it. */
final class Restore {
    private static final int ROUNDS = 50;

    private final Entries entries;

    Restore(Entries entries) {
        this.entries = entries;
    }

    /** Takes events in the order of the topic; what the store has already, or has newer, stays. Publishes nothing. */
    void take(List<Envelope<ObligationEvent>> events) {
        Set<ObligationId> ids = new LinkedHashSet<>();
        events.forEach(event -> ids.add(event.event().obligation().id()));
        for (int round = 0; round < ROUNDS; round++) {
            if (entries.write(changes(entries.findAll(ids), events))) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("The ledger changes while it is restored");
    }

    private static List<Change> changes(Map<ObligationId, Entry> stored, List<Envelope<ObligationEvent>> events) {
        Map<ObligationId, Entry> restored = new HashMap<>(stored);
        for (Envelope<ObligationEvent> event : events) {
            ObligationId id = event.event().obligation().id();
            Entry before = restored.get(id);
            if (before == null || before.revision() < event.event().revision()) {
                restored.put(id, after(before, event));
            }
        }
        List<Change> changes = new ArrayList<>();
        restored.forEach((id, entry) -> {
            Entry before = stored.get(id);
            if (!entry.equals(before)) {
                changes.add(new Change(entry, before == null ? 0 : before.revision(), null));
            }
        });
        return changes;
    }

    static Entry after(@Nullable Entry before, Envelope<ObligationEvent> envelope) {
        ObligationEvent event = envelope.event();
        List<TakenStep> steps = before == null ? List.of() : before.steps();
        if (event instanceof ObligationMoved moved) {
            steps = Stream.concat(
                            steps.stream(),
                            Stream.of(new TakenStep(moved.step(), moved.revision(), null, null, moved.chain())))
                    .toList();
        }
        Journal journal = before == null ? Journal.EMPTY : before.journal();
        if (event instanceof ObligationNoted noted && noted.note() != null) {
            journal = journal.with(new TakenNote(noted.note(), noted.revision(), noted.chain()));
        }
        if (event instanceof ObligationNoted noted && noted.attachment() != null) {
            journal = journal.with(new TakenAttachment(noted.attachment(), noted.revision(), noted.chain()));
        }
        boolean holds = !(event instanceof ObligationLapsed);
        return new Entry(
                event.obligation(),
                event.revision(),
                event instanceof ObligationLapsed lapsed ? lapsed.reason() : null,
                steps,
                before == null ? envelope.time() : before.derivedAt(),
                envelope.time(),
                Reminded.by(event).orElse(before == null ? null : before.reminded()),
                journal,
                before == null
                        ? List.of()
                        : Standing.and(before.standings(), envelope.time(), holds, event.obligation()));
    }
}
