package io.casewire.notify.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many messages a receiver is sent in a time. Kept in memory, so each instance keeps to it by itself.
 */
public final class Pace {
    private final Map<String, Deque<Instant>> sent = new HashMap<>();

    /** Takes a place for a message to that receiver now, or says how long there is none; zero where it was taken. */
    public synchronized Duration take(String receiver, List<Limit> limits, Instant now) {
        Duration longest = longest(limits);
        sent.values().removeIf(times -> isOver(times.getLast(), now, longest));
        Deque<Instant> times = sent.computeIfAbsent(receiver, _ -> new ArrayDeque<>());
        while (!times.isEmpty() && isOver(times.getFirst(), now, longest)) {
            times.removeFirst();
        }
        Duration wait = limits.stream()
                .map(limit -> wait(times, limit, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isZero()) {
            times.addLast(now);
        } else if (times.isEmpty()) {
            sent.remove(receiver);
        }
        return wait;
    }

    private static Duration wait(Deque<Instant> times, Limit limit, Instant now) {
        List<Instant> counted = times.stream()
                .filter(time -> !isOver(time, now, limit.within()))
                .toList();
        return counted.size() < limit.messages()
                ? Duration.ZERO
                : Duration.between(
                        now, counted.get(counted.size() - limit.messages()).plus(limit.within()));
    }

    private static boolean isOver(Instant time, Instant now, Duration within) {
        return !now.isBefore(time.plus(within));
    }

    private static Duration longest(List<Limit> limits) {
        return limits.stream().map(Limit::within).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** So many messages in that time. */
    public record Limit(int messages, Duration within) {}
}
