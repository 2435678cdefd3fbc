package io.casewire.messaging.deadletter;

import io.casewire.messaging.TopicPosition;
import io.casewire.messaging.deadletter.Attempt.Outcome;
import io.casewire.messaging.deadletter.LetterBox.Kept;
import io.casewire.messaging.deadletter.LetterBox.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Has dead letters handled again by the listener that put them aside. Only that event is handed over, beside what the listener reads: it
 * ignores what it knows, as it does with every event that comes twice.
 */
final class Replayer {
    private static final int MOST = 200;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final LetterBox box;
    private final Replays replays;
    private final Listeners listeners;
    private final InstantSource clock;

    Replayer(LetterBox box, Replays replays, Listeners listeners, InstantSource clock) {
        this.box = box;
        this.replays = replays;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** One, whatever became of it before. */
    Replay one(Kept kept, String by) {
        DeadLetter letter = kept.letter();
        return replays.keeping(letter, by, () -> listeners.again(letter.group(), original(kept)));
    }

    /** Those of a topic from a place on that were not handled since, as many as can be done in a moment. */
    ReplayedAll all(String topic, @Nullable TopicPosition from, String by) {
        Instant end = clock.instant().plus(LONGEST);
        Part part = box.read(topic, from, MOST, LONGEST.dividedBy(2));
        var known = replays.of(part.items().stream().map(Kept::letter).toList());
        int handled = 0;
        int skipped = 0;
        List<DeadLetter> failed = new ArrayList<>();
        for (Kept kept : part.items()) {
            DeadLetter letter = kept.letter();
            if (clock.instant().isAfter(end)) {
                return new ReplayedAll(handled, skipped, failed, Places.cursor(letter.place()));
            }
            boolean done = known.getOrDefault(letter.place().toString(), List.of()).stream()
                    .anyMatch(replay -> replay.outcome() == Outcome.HANDLED);
            if (done || !letter.replayable()) {
                skipped++;
                continue;
            }
            Replay replay = one(kept, by);
            if (replay.outcome() == Outcome.HANDLED) {
                handled++;
            } else {
                failed.add(letter.with(replay));
            }
        }
        TopicPosition next = part.next();
        return new ReplayedAll(handled, skipped, failed, next == null ? null : Places.cursor(next));
    }

    /**
     * What became of many.
     *
     * @param handled how many the listener has now
     * @param skipped how many had been handled before, or cannot be handled
     * @param failed those it could not handle again
     * @param next to be sent for the following ones; null at the end
     */
    record ReplayedAll(
            int handled,
            int skipped,
            List<DeadLetter> failed,
            @Nullable String next) {
        ReplayedAll {
            failed = List.copyOf(failed);
        }
    }

    private static ConsumerRecord<String, byte[]> original(Kept kept) {
        TopicPosition from = kept.letter().from();
        ConsumerRecord<String, byte[]> record = kept.record();
        return new ConsumerRecord<>(
                from.topic(),
                from.partition(),
                from.offset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                record.value(),
                record.headers(),
                record.leaderEpoch());
    }
}
