package io.casewire.replication.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.contracts.event.ObligationEvent.Note;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.replication.ledger.Entry.TakenStep;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An entry as HTTP shows it.
 *
 * @param revision also its ETag
 * @param lapsed why it no longer holds; null while it does
 * @param closedAt null unless it is closed
 * @param steps null in lists
 * @param notes null in lists and outlines
 * @param attachments files that were attached and taken away, oldest first; null as {@code notes}, and where none ever was
 * @param parts how far those are whom it was handed down to; null where it was not, and in lists and answers to changes
 * @param outline true where the reader may not know what was reported: the steps lack actor, explanation, reason and evidence;
 *     otherwise null
 * @param time how the deadline stands; null where there is none and where it was not asked for
 */
public record LedgerLine(
        @JsonUnwrapped Obligation obligation,
        long revision,
        @Nullable String lapsed,
        Instant derivedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable List<StepLine> steps,
        @Nullable List<NoteLine> notes,
        @Nullable List<AttachmentLine> attachments,
        @Nullable RollUp parts,
        @Nullable Boolean outline,
        @JsonUnwrapped @Nullable Time time) {

    /**
     * How the deadline of a line stands on a day.
     *
     * @param overdue whether it has passed and the region still has to act; what it submitted waits for the reviewer
     * @param workingDaysLeft working days after that day up to the deadline, 0 or less where none is left; null where the region has nothing to do
     * @param workingDaysProvisional whether they are counted through a year whose holidays are not announced; null as they
     */
    record Time(
            boolean overdue,
            @Nullable Long workingDaysLeft,
            @Nullable Boolean workingDaysProvisional) {}

    /**
     * A step and the revision it made.
     *
     * @param chain its link ({@link io.casewire.contracts.wire.HistoryChain}); null in outlines and where it is older than chains
     */
    record StepLine(
            @JsonUnwrapped Step step,
            long revision,
            @Nullable String chain) {}

    /** A note, the revision it made and its link. */
    record NoteLine(
            @JsonUnwrapped Note note,
            long revision,
            @Nullable String chain) {}

    /** A file that was attached or taken away, the revision it made and its link. */
    record AttachmentLine(
            @JsonUnwrapped Attachment attachment,
            long revision,
            @Nullable String chain) {}

    /** As shown in lists. */
    public static LedgerLine brief(Entry entry) {
        return line(entry, entry.obligation().outline(), null, null, null, null);
    }

    /** As shown in lists to those who may know what the region says of its work. */
    static LedgerLine briefWithWork(Entry entry) {
        return line(entry, entry.obligation().outline().with(entry.obligation().work()), null, null, null, null);
    }

    /** With its history, for those who may know all of it. */
    public static LedgerLine whole(Entry entry) {
        return line(entry, entry.obligation(), steps(entry, LedgerLine::whole), notes(entry), attachments(entry), null);
    }

    /** With its history as everybody may know it. */
    static LedgerLine outline(Entry entry) {
        return line(
                entry,
                entry.obligation().outline(),
                steps(entry, taken -> new StepLine(taken.step().outline(), taken.revision(), null)),
                null,
                null,
                true);
    }

    LedgerLine with(@Nullable Time next) {
        return new LedgerLine(
                obligation,
                revision,
                lapsed,
                derivedAt,
                updatedAt,
                closedAt,
                steps,
                notes,
                attachments,
                parts,
                outline,
                next);
    }

    private static StepLine whole(TakenStep taken) {
        return new StepLine(taken.step(), taken.revision(), taken.chain());
    }

    private static List<StepLine> steps(Entry entry, Function<TakenStep, StepLine> shown) {
        return entry.steps().stream().map(shown).toList();
    }

    private static List<NoteLine> notes(Entry entry) {
        return entry.journal().notes().stream()
                .map(taken -> new NoteLine(taken.note(), taken.revision(), taken.chain()))
                .toList();
    }

    private static @Nullable List<AttachmentLine> attachments(Entry entry) {
        List<AttachmentLine> files = entry.journal().attachments().stream()
                .map(taken -> new AttachmentLine(taken.attachment(), taken.revision(), taken.chain()))
                .toList();
        return files.isEmpty() ? null : files;
    }

    private static LedgerLine line(
            Entry entry,
            Obligation shown,
            @Nullable List<StepLine> steps,
            @Nullable List<NoteLine> notes,
            @Nullable List<AttachmentLine> attachments,
            @Nullable Boolean outline) {
        return new LedgerLine(
                shown,
                entry.revision(),
                entry.lapsed(),
                entry.derivedAt(),
                entry.updatedAt(),
                entry.closedAt().orElse(null),
                steps,
                notes,
                attachments,
                null,
                outline,
                null);
    }

    /** The same with how far its parts are. */
    LedgerLine with(RollUp rollUp) {
        return new LedgerLine(
                obligation,
                revision,
                lapsed,
                derivedAt,
                updatedAt,
                closedAt,
                steps,
                notes,
                attachments,
                outline == null ? rollUp : rollUp.outline(),
                outline,
                time);
    }
}
