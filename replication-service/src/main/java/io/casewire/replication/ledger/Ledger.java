package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Note;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Work;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.identity.Caller;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

    private static final int ATTEMPTS = 5;

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
     * @param expected the revision the caller decided upon; null if it does not care, so that a change that leaves the status as it
     *     was keeps nobody from a step
     * @param key chosen by the caller for this one step; null if a repetition may be refused
     */
    public Answer take(ObligationId id, Caller caller, Report report, @Nullable Long expected, @Nullable String key) {
        Asked asked = new Asked(caller, report.to(), Fingerprint.of(report), expected, key);
        return answer(id, asked, judge(asked, report));
    }

    private static BiFunction<Entry, Instant, Verdict> judge(Asked asked, Report report) {
        return (entry, now) -> LedgerRules.judge(entry, asked.caller(), report, asked.key(), asked.fingerprint(), now);
    }

    /** One of several steps; see {@link #take} for what the parts mean. */
    record Order(
            ObligationId id,
            Report report,
            @Nullable Long expected,
            @Nullable String key) {}

    /**
     * Takes steps of different lines. They are judged before any is written; each is written by itself, so that one may still be refused
     * because somebody was quicker.
     *
     * @return an answer to each in their order; empty for one that may be taken and was not because of others
     */
    List<Optional<Answer>> takeAll(List<Order> orders, Caller caller, Bulk bulk) {
        Map<ObligationId, Entry> found =
                entries.findAll(orders.stream().map(Order::id).toList());
        List<Prepared> prepared = orders.stream()
                .map(order -> {
                    Asked asked = new Asked(
                            caller, order.report().to(), Fingerprint.of(order.report()), order.expected(), order.key());
                    return prepared(found.get(order.id()), asked, judge(asked, order.report()));
                })
                .toList();
        if (bulk == Bulk.DRY_RUN) {
            return prepared.stream()
                    .map(each -> Optional.of(written(each, true, Map.of())))
                    .toList();
        }
        if (bulk == Bulk.NONE || (bulk == Bulk.ALL_OR_NONE && prepared.stream().anyMatch(Ledger::isRefused))) {
            return prepared.stream()
                    .map(each -> each instanceof Prepared.Settled(Answer answer)
                            ? Optional.of(answer)
                            : Optional.<Answer>empty())
                    .toList();
        }
        String correlation = UUID.randomUUID().toString();
        boolean all = entries.write(prepared.stream()
                .<Change>mapMulti((each, changes) -> {
                    if (each instanceof Prepared.ToWrite to) {
                        changes.accept(to.change(correlation));
                    }
                })
                .toList());
        Map<ObligationId, Entry> now = all ? Map.of() : entries.findAll(found.keySet());
        return prepared.stream()
                .map(each -> Optional.of(written(each, all, now)))
                .toList();
    }

    private static Answer written(Prepared prepared, boolean all, Map<ObligationId, Entry> now) {
        return switch (prepared) {
            case Prepared.Settled(Answer answer) -> answer;
            case Prepared.ToWrite to ->
                all
                        ? new Answer.Taken(to.after())
                        : afterCollision(now.getOrDefault(to.before().id(), to.before()), to);
        };
    }

    private static boolean isRefused(Prepared prepared) {
        return prepared instanceof Prepared.Settled(Answer answer) && !(answer instanceof Answer.Taken);
    }

    /** The rule that keeps the caller from reporting on that line; empty where it may. */
    public static Optional<Rule> forbidsReport(Entry entry, Caller caller) {
        return LedgerRules.forbids(entry, caller, Status.IN_PROGRESS).or(() -> LedgerRules.idle(entry));
    }

    /**
     * Changes what a region says of its own work, as {@link #take} takes a step; whoever reports for the region may. What changes
     * nothing is taken and told to nobody.
     */
    public Answer work(
            ObligationId id, Caller caller, WorkChange change, @Nullable Long expected, @Nullable String key) {
        return report(id, caller, change, expected, key, (entry, used, now) -> {
            Optional<Rule> idle = LedgerRules.idle(entry);
            if (idle.isPresent()) {
                return new Verdict.Broken(idle.get());
            }
            Work before = Objects.requireNonNullElse(entry.obligation().work(), Work.NOTHING);
            Work after = change.on(before);
            return new Verdict.Allowed(after.equals(before) ? entry : entry.working(after, used, now));
        });
    }

    /** Adds news that moves nothing, as {@link #take} takes a step; whoever reports for the region may. */
    Answer note(ObligationId id, Caller caller, NoteRequest request, @Nullable Long expected, @Nullable String key) {
        return report(id, caller, request, expected, key, (entry, used, now) -> LedgerRules.note(entry, request.text())
                .<Verdict>map(Verdict.Broken::new)
                .orElseGet(() -> new Verdict.Allowed(entry.noted(
                        new Note(caller.subject(), now, Objects.requireNonNull(request.text(), "asked above")),
                        used))));
    }

    /** Judges what somebody says beside the steps who reports for the region. */
    interface Judge {
        /** @param used the journal of the entry with the key of the request */
        Verdict judge(Entry entry, Journal used, Instant now);
    }

    /** Changes what is said beside the steps, as {@link #take} takes a step; whoever reports for the region may. */
    Answer report(
            ObligationId id,
            Caller caller,
            Record request,
            @Nullable Long expected,
            @Nullable String key,
            Judge judge) {
        Asked asked = new Asked(caller, Status.IN_PROGRESS, Fingerprint.of(request), expected, key);
        return answer(id, asked, (entry, now) -> judge.judge(entry, asked.used(entry.journal()), now));
    }

    /** The rule for which {@link #take} would refuse that step of that entry; empty where it would take it. Changes nothing. */
    public Optional<Rule> refuses(Entry entry, Caller caller, Report report) {
        return LedgerRules.forbids(entry, caller, report.to())
                .or(() -> switch (LedgerRules.judge(entry, caller, report, null, null, clock.instant())) {
                    case Verdict.Broken(Rule rule) -> Optional.of(rule);
                    case Verdict.Allowed _ -> Optional.empty();
                });
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
        for (int attempt = 1; ; attempt++) {
            switch (prepared(entries.find(id).orElse(null), asked, judge)) {
                case Prepared.Settled(Answer answer) -> {
                    return answer;
                }
                case Prepared.ToWrite to -> {
                    if (entries.write(List.of(to.change(UUID.randomUUID().toString())))) {
                        return new Answer.Taken(to.after());
                    }
                    Entry now = entries.find(id).orElse(to.before());
                    if (attempt == ATTEMPTS || !mayBeJudgedAnew(now, to)) {
                        return afterCollision(now, to);
                    }
                }
            }
        }
    }

    /** Derivation, evidence and reminders write lines too, which is nothing to somebody who did not say what was seen. */
    private static boolean mayBeJudgedAnew(Entry now, Prepared.ToWrite to) {
        return to.asked().expected() == null
                && now.obligation().status() == to.before().obligation().status()
                && afterCollision(now, to) instanceof Answer.Refused refused
                && refused.rule() == Rule.CHANGED_MEANWHILE;
    }

    /** What is to be done about a change somebody asks for. */
    private sealed interface Prepared {
        /** Nothing: this is the answer. */
        record Settled(Answer answer) implements Prepared {}

        /** Writing it. */
        record ToWrite(Entry before, Entry after, Asked asked) implements Prepared {
            Change change(String correlationId) {
                return new Change(
                        after,
                        before.revision(),
                        Envelope.now(after.told(), SOURCE, after.updatedAt(), correlationId, false));
            }
        }
    }

    private Prepared prepared(@Nullable Entry entry, Asked asked, BiFunction<Entry, Instant, Verdict> judge) {
        if (entry == null) {
            return new Prepared.Settled(new Answer.Unknown());
        }
        Optional<Answer> known = LedgerRules.forbids(entry, asked.caller(), asked.to())
                .<Answer>map(rule -> new Answer.Refused(entry, rule))
                .or(() -> repeated(entry, asked));
        if (known.isPresent()) {
            return new Prepared.Settled(known.get());
        }
        if (asked.expected() != null && asked.expected() != entry.revision()) {
            return new Prepared.Settled(new Answer.Refused(entry, Rule.REVISION_OUTDATED));
        }
        // the store keeps milliseconds
        return switch (judge.apply(entry, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            case Verdict.Broken(Rule rule) -> new Prepared.Settled(new Answer.Refused(entry, rule));
            case Verdict.Allowed(Entry after) ->
                after.revision() == entry.revision()
                        ? new Prepared.Settled(new Answer.Taken(entry))
                        : new Prepared.ToWrite(entry, after, asked);
        };
    }

    /** Of several writes at once some may have been taken: the entry itself says which. */
    private static Answer afterCollision(Entry now, Prepared.ToWrite to) {
        if (now.took(to.after())) {
            return new Answer.Taken(now);
        }
        return repeated(now, to.asked()).orElseGet(() -> new Answer.Refused(now, Rule.CHANGED_MEANWHILE));
    }

    private static Optional<Answer> repeated(Entry entry, Asked asked) {
        return entry.sentWith(asked.caller().subject(), asked.key())
                .map(fingerprint -> fingerprint.equals(asked.fingerprint())
                        ? new Answer.Taken(entry)
                        : new Answer.Refused(entry, Rule.IDEMPOTENCY_KEY_REUSED));
    }
}
