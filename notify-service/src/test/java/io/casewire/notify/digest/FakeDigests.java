package io.casewire.notify.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Windows, digests and messages in memory; any call may be the last of whoever makes it, before or after what it does. */
final class FakeDigests implements DigestStore, HeldMessages {
    final Map<String, Hold> holds = new TreeMap<>();
    final Map<String, Digest> digests = new LinkedHashMap<>();
    final Map<String, Message> messages = new LinkedHashMap<>();
    final Map<String, Digest> queued = new LinkedHashMap<>();
    private final Random random;
    private Runnable meanwhile = () -> {};
    private int outOf;

    FakeDigests(Random random) {
        this.random = random;
    }

    /** From now on one call of so many is broken off; none for 0. */
    void breakOff(int oneOf) {
        outOf = oneOf;
    }

    /** That happens once, just before the next digest is fixed. */
    void meanwhile(Runnable something) {
        meanwhile = something;
    }

    void put(String id, String hold, Instant recordedAt) {
        mayEnd();
        messages.putIfAbsent(id, new Message(id, hold, recordedAt, null));
        mayEnd();
    }

    @Override
    public Optional<Hold> hold(String id) {
        mayEnd();
        return Optional.ofNullable(holds.get(id));
    }

    @Override
    public boolean insert(Hold hold) {
        mayEnd();
        boolean absent = holds.putIfAbsent(hold.id(), hold) == null;
        mayEnd();
        return absent;
    }

    @Override
    public boolean replace(Hold next) {
        mayEnd();
        Hold current = holds.get(next.id());
        boolean unchanged = current != null && current.revision() == next.revision() - 1;
        if (unchanged) {
            holds.put(next.id(), next);
        }
        mayEnd();
        return unchanged;
    }

    @Override
    public List<Hold> due(Instant closing, Instant now, int max) {
        return holds.values().stream()
                .filter(hold ->
                        !hold.next().isAfter(closing) && !hold.leasedUntil().isAfter(now))
                .sorted(Comparator.comparing(Hold::next))
                .limit(max)
                .toList();
    }

    @Override
    public Optional<Digest> digest(String id) {
        mayEnd();
        return Optional.ofNullable(digests.get(id));
    }

    @Override
    public boolean insert(Digest digest) {
        Runnable first = meanwhile;
        meanwhile = () -> {};
        first.run();
        mayEnd();
        boolean absent = digests.putIfAbsent(digest.id(), digest) == null;
        mayEnd();
        return absent;
    }

    @Override
    public void queued(Digest digest, List<String> deliveries) {
        mayEnd();
    }

    @Override
    public List<String> waiting(String hold, @Nullable Instant before, int max) {
        mayEnd();
        return messages.values().stream()
                .filter(message -> message.hold.equals(hold) && message.digest == null)
                .filter(message -> before == null || message.recordedAt.isBefore(before))
                .sorted(Comparator.comparing(Message::recordedAt).thenComparing(Message::id))
                .limit(max)
                .map(Message::id)
                .toList();
    }

    @Override
    public List<String> queue(Digest digest) {
        mayEnd();
        queued.putIfAbsent(digest.id(), digest);
        mayEnd();
        return List.of(digest.id());
    }

    @Override
    public void told(Digest digest) {
        for (String id : digest.entries()) {
            mayEnd();
            messages.computeIfPresent(id, (_, message) -> message.digest == null ? message.told(digest.id()) : message);
        }
    }

    @Override
    public void release(String hold) {
        messages.replaceAll((_, message) ->
                message.hold.equals(hold) && message.digest == null ? message.told("released") : message);
    }

    @Override
    public long count() {
        return messages.values().stream()
                .filter(message -> message.digest == null)
                .count();
    }

    /** How often each message was told. */
    Map<String, Integer> mentions() {
        Map<String, Integer> mentions = new HashMap<>();
        queued.values().forEach(digest -> digest.entries().forEach(id -> mentions.merge(id, 1, Integer::sum)));
        return mentions;
    }

    /** The digests of that place, in the order of their windows. */
    List<Digest> of(String hold) {
        List<Digest> found = new ArrayList<>(digests.values());
        found.removeIf(digest -> !digest.hold().equals(hold));
        found.sort(Comparator.comparing(Digest::number));
        return found;
    }

    private void mayEnd() {
        if (outOf > 0 && random.nextInt(outOf) == 0) {
            throw new Killed();
        }
    }

    /** Nothing that was to follow happens. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    record Message(
            String id,
            String hold,
            Instant recordedAt,
            @Nullable String digest) {
        Message told(String by) {
            return new Message(id, hold, recordedAt, by);
        }
    }
}
