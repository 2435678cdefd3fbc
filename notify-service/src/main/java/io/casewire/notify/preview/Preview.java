package io.casewire.notify.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireNames;
import io.casewire.notify.matching.Groups;
import io.casewire.notify.matching.Titles;
import io.casewire.notify.rhythm.MessageCount.Happened;
import io.casewire.notify.subscription.Criteria;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription would have been told of.
 *
 * @param criteria as they were understood
 * @param total how many events, each once
 * @param weeks of seven days counted back from {@code until}, the first perhaps shorter, oldest first
 * @param latest the last of the events, the newest first
 * @param messages how many would have been made of them in that time, by the digests or groups asked for; what waits for the next one at its end is in none
 * @param messagesAWeek the same for seven days, to one decimal
 */
record Preview(
        @JsonUnwrapped Criteria criteria,
        Instant from,
        Instant until,
        int total,
        List<Week> weeks,
        List<Told> latest,
        int messages,
        double messagesAWeek) {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int LATEST = 20;

    /**
     * How many there were from one time to another, exclusive.
     *
     * @param messages how many would have been made in it
     */
    record Week(Instant from, Instant until, int count, int messages) {}

    /**
     * One of the events.
     *
     * @param type wire name
     * @param subject id of the thing it is about
     * @param title of that thing; absent where it has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            String type,
            String subject,
            long revision,
            @Nullable String title,
            Instant recordedTime) {
        static Told of(Envelope<? extends Event> envelope) {
            Event event = envelope.event();
            return new Told(
                    WireNames.of(event), event.key(), event.revision(), Titles.of(event), envelope.recordedTime());
        }
    }

    /** Takes the events one by one. */
    static final class Counting {
        private final Set<String> ids = new HashSet<>();
        private final List<Happened> happened = new ArrayList<>();
        private final List<Told> told = new ArrayList<>();

        /** An event that was published twice counts once. */
        void add(Envelope<? extends Event> envelope) {
            if (ids.add(envelope.event().eventId())) {
                told.add(Told.of(envelope));
                happened.add(new Happened(envelope.recordedTime(), Groups.of(envelope.event())));
            }
        }

        Preview preview(
                Criteria criteria, Instant from, Instant until, Function<List<Happened>, List<Instant>> counted) {
            List<Instant> messages = counted.apply(happened);
            List<Week> weeks = new ArrayList<>();
            for (Instant end = until; end.isAfter(from); end = end.minus(WEEK)) {
                Instant begin = end.minus(WEEK).isBefore(from) ? from : end.minus(WEEK);
                weeks.addFirst(new Week(begin, end, between(begin, end), made(messages, begin, end)));
            }
            return new Preview(
                    criteria,
                    from,
                    until,
                    between(from, until),
                    weeks,
                    told.stream()
                            .filter(one -> one.recordedTime().isBefore(until))
                            .sorted(Comparator.comparing(Told::recordedTime).reversed())
                            .limit(LATEST)
                            .toList(),
                    made(messages, from, until),
                    Math.round(made(messages, from, until)
                                    * 10.0
                                    * WEEK.toSeconds()
                                    / Duration.between(from, until).toSeconds())
                            / 10.0);
        }

        private static int made(List<Instant> messages, Instant from, Instant until) {
            return (int) messages.stream()
                    .filter(time -> !time.isBefore(from) && time.isBefore(until))
                    .count();
        }

        private int between(Instant from, Instant until) {
            return (int) told.stream()
                    .filter(one -> !one.recordedTime().isBefore(from)
                            && one.recordedTime().isBefore(until))
                    .count();
        }
    }
}
