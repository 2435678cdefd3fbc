package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.contracts.event.ObligationEvent.Attachment.Act;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;

/** Files whose bytes were destroyed, as the lines that name them tell it, in whatever state a line is. */
public final class Purging {
    private static final int ROUNDS = 5;

    private final Entries entries;

    Purging(Entries entries) {
        this.entries = entries;
    }

    /** Whether any line names the file, also one that was taken away. */
    public boolean isNamed(String sha256) {
        return !entries.withFile(sha256).isEmpty();
    }

    /** How a line tells that the bytes of the file were destroyed; empty where none does. */
    public Optional<Attachment> told(String sha256) {
        return entries.withFile(sha256).stream()
                .flatMap(entry -> last(entry, sha256).stream())
                .filter(file -> file.act() == Act.PURGED)
                .findFirst();
    }

    /**
     * Has every line that names the file tell that its bytes were destroyed; one that tells it already is left alone.
     *
     * @return all lines that name it, in the order of their ids
     */
    public List<ObligationId> tell(String sha256, String actor, Instant at, String reason) {
        String correlation = UUID.randomUUID().toString();
        for (int round = 0; round < ROUNDS; round++) {
            List<Entry> naming = entries.withFile(sha256);
            List<Change> changes = naming.stream()
                    .flatMap(entry -> change(entry, sha256, actor, at, reason, correlation))
                    .toList();
            if (entries.write(changes)) {
                return naming.stream().map(Entry::id).toList();
            }
        }
        throw new OptimisticLockingFailureException("Lines change while a file of theirs is purged");
    }

    private static Stream<Change> change(
            Entry entry, String sha256, String actor, Instant at, String reason, String correlation) {
        return last(entry, sha256).filter(file -> file.act() != Act.PURGED).stream()
                .map(file -> entry.filed(file.purged(actor, at, reason), entry.journal()))
                .map(after -> new Change(
                        after,
                        entry.revision(),
                        Envelope.now(after.told(), Ledger.SOURCE, after.updatedAt(), correlation, false)));
    }

    private static Optional<Attachment> last(Entry entry, String sha256) {
        return entry.files().reversed().stream()
                .filter(file -> file.sha256().equals(sha256))
                .findFirst();
    }
}
