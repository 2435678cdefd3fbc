package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.ObligationMoved;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Caller;
import io.casewire.replication.ledger.Entry.TakenStep;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes steps in the ledger. */
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
    sealed interface Answer {
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
    Answer take(ObligationId id, Caller caller, Report report, @Nullable Long expected, @Nullable String key) {
        Optional<Entry> found = entries.find(id);
        if (found.isEmpty()) {
            return new Answer.Unknown();
        }
        Entry entry = found.get();
        Optional<Rule> forbidden = LedgerRules.forbids(entry, caller, report.to());
        if (forbidden.isPresent()) {
            return new Answer.Refused(entry, forbidden.get());
        }
        String fingerprint = fingerprint(report);
        Optional<Answer> repeated = repeated(entry, caller, key, fingerprint);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        if (expected != null && expected != entry.revision()) {
            return new Answer.Refused(entry, Rule.REVISION_OUTDATED);
        }
        // the store keeps milliseconds
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (LedgerRules.judge(entry, caller, report, key, fingerprint, now)) {
            case Verdict.Broken(Rule rule) -> new Answer.Refused(entry, rule);
            case Verdict.Allowed(Entry after) -> write(entry, after, caller, key, fingerprint);
        };
    }

    private Answer write(Entry before, Entry after, Caller caller, @Nullable String key, String fingerprint) {
        ObligationEvent event = new ObligationMoved(
                after.obligation(), after.revision(), after.steps().getLast().step());
        Envelope<ObligationEvent> envelope =
                Envelope.now(event, SOURCE, after.updatedAt(), UUID.randomUUID().toString(), false);
        if (entries.write(List.of(new Change(after, before.revision(), envelope)))) {
            return new Answer.Taken(after);
        }
        Entry now = entries.find(before.id()).orElse(before);
        return repeated(now, caller, key, fingerprint).orElseGet(() -> new Answer.Refused(now, Rule.CHANGED_MEANWHILE));
    }

    private static Optional<Answer> repeated(Entry entry, Caller caller, @Nullable String key, String fingerprint) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<TakenStep> earlier = entry.steps().stream()
                .filter(taken -> key.equals(taken.key())
                        && caller.subject().equals(taken.step().actor()))
                .findFirst();
        return earlier.map(taken -> Objects.equals(taken.fingerprint(), fingerprint)
                ? new Answer.Taken(entry)
                : new Answer.Refused(entry, Rule.IDEMPOTENCY_KEY_REUSED));
    }

    private static String fingerprint(Report report) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(WireJson.mapper().writeValueAsBytes(report));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
