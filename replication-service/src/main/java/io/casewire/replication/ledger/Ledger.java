package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Work;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Caller;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes steps in the ledger, and what regions say beside them. */
public final class Ledger {
    /** The CloudEvents source of what this service tells. */
    public static final URI SOURCE = URI.create("/casewire/replication");

    private final Entries entries;
    private final Clock clock;

    Ledger(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** What came of asking for a step. */
    public sealed interface Answer {
        /** It was taken, now or by an earlier request with the same key. */
        record Taken(Entry entry) implements Answer {}

        /** A rule forbids it. */
        record Refused(Entry entry, Rule rule) implements Answer {}

        /** There is no such obligation. */
        record Unknown() implements Answer {}
    }

    /**
     * Takes a step, once: of two at the same time one is refused, and the same request with the same key again gives what
     * the first gave.
     *
     * @param expected the revision the caller decided upon; null if it does not care
     * @param key chosen by the caller for this one step; null if a repetition may be refused
     */
    public Answer take(ObligationId id, Caller caller, Report report, @Nullable Long expected, @Nullable String key) {
        Asked asked = new Asked(caller, report.to(), fingerprint(report), expected, key);
        return answer(
                id, asked, (entry, now) -> LedgerRules.judge(entry, caller, report, key, asked.fingerprint(), now));
    }

    /**
     * Changes what a region says of its own work, as {@link #take} takes a step; whoever reports for the region may. What changes
     * nothing is taken and told to nobody.
     */
    public Answer work(
            ObligationId id, Caller caller, WorkChange change, @Nullable Long expected, @Nullable String key) {
        Asked asked = new Asked(caller, Status.IN_PROGRESS, fingerprint(change), expected, key);
        return answer(id, asked, (entry, now) -> {
            Optional<Rule> idle = LedgerRules.idle(entry);
            if (idle.isPresent()) {
                return new Verdict.Broken(idle.get());
            }
            Work before = Objects.requireNonNullElse(entry.obligation().work(), Work.NOTHING);
            Work after = change.on(before);
            return new Verdict.Allowed(
                    after.equals(before) ? entry : entry.working(after, asked.used(entry.journal()), now));
        });
    }

    /** The rule for which {@link #take} would refuse that step of that entry; empty where it would take it. Changes nothing. */
    public Optional<Rule> refuses(Entry entry, Caller caller, Report report) {
        return LedgerRules.forbids(entry, caller, report.to())
                .or(() -> switch (LedgerRules.judge(entry, caller, report, null, null, clock.instant())) {
                    case Verdict.Broken(Rule rule) -> Optional.of(rule);
                    case Verdict.Allowed _ -> Optional.empty();
                });
    }

    /** The same of {@link #work}. */
    public Optional<Rule> refusesWork(Entry entry, Caller caller) {
        return LedgerRules.forbids(entry, caller, Status.IN_PROGRESS).or(() -> LedgerRules.idle(entry));
    }

    /** Where a step of that caller leads from there; empty where none does. */
    public Set<Status> next(Entry entry, Caller caller) {
        return Move.from(entry.obligation().status()).stream()
                .filter(to -> LedgerRules.forbids(entry, caller, to).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Status.class)));
    }

    /**
     * Who asks for a change, and how.
     *
     * @param to a status to which those move who may ask for it
     */
    private record Asked(
            Caller caller,
            Status to,
            String fingerprint,
            @Nullable Long expected,
            @Nullable String key) {
        Journal used(Journal journal) {
            return journal.using(caller.subject(), key, fingerprint);
        }
    }

    private Answer answer(ObligationId id, Asked asked, BiFunction<Entry, Instant, Verdict> judge) {
        Optional<Entry> found = entries.find(id);
        if (found.isEmpty()) {
            return new Answer.Unknown();
        }
        Entry entry = found.get();
        Optional<Rule> forbidden = LedgerRules.forbids(entry, asked.caller(), asked.to());
        if (forbidden.isPresent()) {
            return new Answer.Refused(entry, forbidden.get());
        }
        Optional<Answer> repeated = repeated(entry, asked);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        if (asked.expected() != null && asked.expected() != entry.revision()) {
            return new Answer.Refused(entry, Rule.REVISION_OUTDATED);
        }
        // the store keeps milliseconds
        return switch (judge.apply(entry, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            case Verdict.Broken(Rule rule) -> new Answer.Refused(entry, rule);
            case Verdict.Allowed(Entry after) ->
                after.revision() == entry.revision() ? new Answer.Taken(entry) : write(entry, after, asked);
        };
    }

    private Answer write(Entry before, Entry after, Asked asked) {
        Envelope<ObligationEvent> envelope = Envelope.now(
                after.told(), SOURCE, after.updatedAt(), UUID.randomUUID().toString(), false);
        if (entries.write(List.of(new Change(after, before.revision(), envelope)))) {
            return new Answer.Taken(after);
        }
        Entry now = entries.find(before.id()).orElse(before);
        return repeated(now, asked).orElseGet(() -> new Answer.Refused(now, Rule.CHANGED_MEANWHILE));
    }

    private static Optional<Answer> repeated(Entry entry, Asked asked) {
        return entry.sentWith(asked.caller().subject(), asked.key())
                .map(fingerprint -> fingerprint.equals(asked.fingerprint())
                        ? new Answer.Taken(entry)
                        : new Answer.Refused(entry, Rule.IDEMPOTENCY_KEY_REUSED));
    }

    private static String fingerprint(Record asked) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(WireJson.mapper().writeValueAsBytes(asked));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
