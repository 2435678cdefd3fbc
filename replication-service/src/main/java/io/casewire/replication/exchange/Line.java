package io.casewire.replication.exchange;

import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.event.ObligationEvent.Work;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.replication.ledger.AttachedFile;
import io.casewire.replication.ledger.Entry;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a line of the table.
 *
 * @param number from 1
 * @param told whether its reader may know what the region reported
 */
record Line(Entry entry, int number, boolean told) {
    Obligation obligation() {
        return entry.obligation();
    }

    @Nullable
    PolicyDocument instrument() {
        return obligation().basis() == null ? null : obligation().basis().instrument();
    }

    /** How it was closed, or is proposed to be; null where neither. */
    @Nullable
    Outcome outcome() {
        return obligation().status() == Status.SUBMITTED && !entry.history().isEmpty()
                ? entry.lastStep().outcome()
                : obligation().outcome();
    }

    /** What was explained last. */
    @Nullable
    String explanation() {
        return last(Step::explanation);
    }

    /** The reason that was given last. */
    @Nullable
    String reason() {
        return last(Step::reason);
    }

    /** What was handed in last; empty where nothing ever was. */
    List<String> evidence() {
        List<String> evidence = last(step -> step.evidence().isEmpty() ? null : step.evidence());
        return evidence == null ? List.of() : evidence;
    }

    /** Files that are attached: the name of each, and what evidence names it by; empty where the reader may not know. */
    List<String> attachments() {
        return told
                ? entry.attached().stream()
                        .map(file -> file.name() + " " + AttachedFile.EVIDENCE + file.sha256())
                        .toList()
                : List.of();
    }

    /** What the region says of its work; nothing where the reader may not know. */
    Work work() {
        return told ? Objects.requireNonNullElse(obligation().work(), Work.NOTHING) : Work.NOTHING;
    }

    private <T> @Nullable T last(Function<Step, @Nullable T> said) {
        if (told) {
            for (Step step : entry.history().reversed()) {
                T value = said.apply(step);
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }
}
