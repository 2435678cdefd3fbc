package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.replication.ledger.Attaching.Limits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which files an obligation takes and lets go, beside who may. Pure. */
final class AttachmentRules {
    /** Of one obligation, also of files that were taken away: they lie in one document with it. */
    private static final int MAX_ACTS = 400;

    private AttachmentRules() {}

    /** The rule that keeps that file from being attached; empty where none does. */
    static Optional<Rule> add(Entry entry, AttachedFile file, Limits limits) {
        Optional<Rule> idle = LedgerRules.idle(entry);
        if (idle.isPresent()) {
            return idle;
        }
        Map<String, Attachment> there = entry.journal().attached();
        Attachment same = there.get(file.sha256());
        if (same != null) {
            return same.name().equals(file.name()) && Objects.equals(same.title(), file.title())
                    ? Optional.empty()
                    : Optional.of(Rule.ALREADY_ATTACHED);
        }
        if (there.size() >= limits.files() || entry.journal().attachments().size() >= MAX_ACTS) {
            return Optional.of(Rule.TOO_MANY_ATTACHMENTS);
        }
        long together = there.values().stream().mapToLong(Attachment::size).sum() + file.size();
        return together > limits.bytes() ? Optional.of(Rule.ATTACHMENTS_TOO_LARGE) : Optional.empty();
    }

    /** The rule that keeps the file of that digest from being taken away; empty where none does. */
    static Optional<Rule> remove(Entry entry, String sha256) {
        return LedgerRules.idle(entry)
                .or(() -> entry.journal().attached().containsKey(sha256)
                        ? Optional.empty()
                        : Optional.of(Rule.NO_SUCH_ATTACHMENT))
                .or(() -> isRestedOn(entry, sha256) ? Optional.of(Rule.ATTACHMENT_IN_USE) : Optional.empty());
    }

    /** Whether somebody reviews, or reviewed, a report that names the file. */
    private static boolean isRestedOn(Entry entry, String sha256) {
        Status status = entry.obligation().status();
        return (status == Status.SUBMITTED || status == Status.CLOSED)
                && entry.history().stream().anyMatch(step -> step.evidence().contains(AttachedFile.EVIDENCE + sha256));
    }

    /** The rule that evidence breaks which names a file that is not there; empty where all are. */
    static Optional<Rule> evidence(Entry entry, List<String> evidence) {
        Map<String, Attachment> there = entry.journal().attached();
        return evidence.stream()
                        .filter(item -> item.startsWith(AttachedFile.EVIDENCE))
                        .allMatch(item -> there.containsKey(item.substring(AttachedFile.EVIDENCE.length())))
                ? Optional.empty()
                : Optional.of(Rule.EVIDENCE_UNKNOWN);
    }
}
