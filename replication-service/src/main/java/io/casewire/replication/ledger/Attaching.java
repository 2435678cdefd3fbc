package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.contracts.id.ObligationId;
import io.casewire.identity.Caller;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that are attached to obligations and taken away, as the ledger tells it; where their bytes lie is not its matter. */
public final class Attaching {
    private final Ledger ledger;

    Attaching(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * How much one obligation may have attached at a time.
     *
     * @param bytes of all its files together
     */
    public record Limits(int files, long bytes) {}

    /**
     * Attaches a file, as {@link Ledger#take} takes a step; whoever reports for the region may. A file that is attached already under
     * this name and title changes nothing.
     *
     * @param keep keeps its bytes; run once it is certain that no rule forbids it and before the obligation names it, perhaps several
     *     times
     */
    public Ledger.Answer add(
            ObligationId id,
            Caller caller,
            AttachedFile file,
            Limits limits,
            @Nullable Long expected,
            @Nullable String key,
            Runnable keep) {
        return ledger.report(id, caller, file, expected, key, (entry, used, now) -> {
            Optional<Rule> broken = AttachmentRules.add(entry, file, limits);
            if (broken.isPresent()) {
                return new Verdict.Broken(broken.get());
            }
            keep.run();
            return new Verdict.Allowed(
                    entry.journal().attached().containsKey(file.sha256())
                            ? entry
                            : entry.filed(file.added(caller.subject(), now), used));
        });
    }

    /** Which file is taken away, and why. */
    record Removal(String sha256, String reason) {}

    /** Takes a file away, as {@link Ledger#take} takes a step; whoever reports for the region may. The history keeps both. */
    public Ledger.Answer remove(
            ObligationId id,
            Caller caller,
            String sha256,
            String reason,
            @Nullable Long expected,
            @Nullable String key) {
        return ledger.report(id, caller, new Removal(sha256, reason), expected, key, (entry, used, now) -> {
            Optional<Rule> broken = AttachmentRules.remove(entry, sha256);
            if (broken.isPresent()) {
                return new Verdict.Broken(broken.get());
            }
            Attachment there = Objects.requireNonNull(entry.journal().attached().get(sha256), "asked above");
            return new Verdict.Allowed(entry.filed(there.removed(caller.subject(), now, reason), used));
        });
    }
}
