package io.casewire.notify.delivery;

import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.messaging.Outgoing;
import io.casewire.notify.delivery.Delivery.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** Deliveries in memory, which can be away like a store. {@link DeliveryQueueContract} holds it to what the store does. */
final class FakeDeliveries implements DeliveryQueue {
    private final Map<String, Delivery> stored = new LinkedHashMap<>();
    private final List<DeliveryEvent> events = new ArrayList<>();
    private boolean away;

    /** A delivery of that event to that subscription, which has never been attempted. */
    static Delivery pending(String event, String subscription, String agency, String endpoint, Instant due) {
        return pending(event, "casewire.case.published.v1", subscription, agency, endpoint, due);
    }

    /** The same of that type. */
    static Delivery pending(
            String event, String type, String subscription, String agency, String endpoint, Instant due) {
        return new Delivery(
                DeliveryId.derive(event, subscription).value(),
                SubscriptionId.derive(subscription).value(),
                agency,
                event,
                type,
                "subject",
                null,
                "correlation",
                false,
                endpoint,
                Status.PENDING,
                0,
                0,
                due,
                null,
                List.of(),
                null,
                0,
                due,
                due,
                due,
                null);
    }

    synchronized Delivery add(Delivery delivery) {
        stored.put(delivery.id(), delivery);
        return delivery;
    }

    synchronized Delivery get(String id) {
        return Objects.requireNonNull(stored.get(id));
    }

    synchronized List<Delivery> all() {
        return List.copyOf(stored.values());
    }

    /** The events written so far. */
    synchronized List<DeliveryEvent> events() {
        return List.copyOf(events);
    }

    /** From now on every call fails, or does no longer. */
    synchronized void away(boolean now) {
        away = now;
    }

    @Override
    public synchronized List<Due> due(Instant now, Skipped skipped, int max) {
        return find(
                now,
                max,
                delivery -> !skipped.endpoints().contains(delivery.endpoint())
                        && !skipped.lanes().contains(lane(delivery)));
    }

    @Override
    public synchronized List<Due> begunBefore(Instant time, Instant now, int max) {
        return find(now, max, delivery -> delivery.startedAt().isBefore(time));
    }

    @Override
    public synchronized Optional<Delivery> claim(String id, String claim, Instant now, Duration lease) {
        requireHere();
        Delivery found = stored.get(id);
        if (found == null || !isDue(found, now)) {
            return Optional.empty();
        }
        return Optional.of(add(changed(found, Status.PENDING, found.failures(), now.plus(lease), claim, null)));
    }

    @Override
    public synchronized void release(Delivery claimed, Instant due, String endpoint) {
        requireHere();
        Delivery found = get(claimed.id());
        if (Objects.equals(found.claim(), claimed.claim())) {
            add(at(changed(found, found.status(), found.failures(), due, null, found.note()), endpoint));
        }
    }

    @Override
    public synchronized void hold(Delivery claimed, Instant until) {
        requireHere();
        Delivery found = get(claimed.id());
        if (Objects.equals(found.claim(), claimed.claim())) {
            add(begun(changed(found, found.status(), found.failures(), until, null, found.note()), until));
        }
    }

    @Override
    public synchronized void goOn(Delivery claimed, int sent, Attempt attempt, Instant now) {
        requireHere();
        Delivery found = get(claimed.id());
        if (Objects.equals(found.claim(), claimed.claim())) {
            Delivery idle = changed(found, found.status(), found.failures(), now, null, found.note());
            add(attempted(with(sent, idle), new Completion(idle.status(), idle.failures(), now, attempt, null, now)));
        }
    }

    private static Delivery with(int sent, Delivery from) {
        return new Delivery(
                from.id(),
                from.subscription(),
                from.agency(),
                from.eventId(),
                from.eventType(),
                from.subject(),
                from.title(),
                from.correlationId(),
                from.backfill(),
                from.endpoint(),
                from.status(),
                from.attempts(),
                from.failures(),
                from.due(),
                from.claim(),
                from.log(),
                from.note(),
                from.revision(),
                from.createdAt(),
                from.startedAt(),
                from.updatedAt(),
                from.channel(),
                from.held(),
                from.receipt(),
                sent);
    }

    @Override
    public synchronized void hasten(SubscriptionId subscription, Instant now) {
        requireHere();
        all().stream()
                .filter(delivery -> delivery.subscriptionId().equals(subscription)
                        && delivery.status() == Status.PENDING
                        && delivery.claim() == null)
                .forEach(delivery ->
                        add(changed(delivery, delivery.status(), delivery.failures(), now, null, delivery.note())));
    }

    @Override
    public synchronized boolean complete(Delivery claimed, Completion completion, Outgoing<DeliveryEvent> event) {
        requireHere();
        Delivery found = get(claimed.id());
        if (!Objects.equals(found.claim(), claimed.claim())) {
            return false;
        }
        add(attempted(
                changed(found, completion.status(), completion.failures(), completion.due(), null, completion.note()),
                completion));
        events.add(event.envelope().event());
        return true;
    }

    @Override
    public synchronized String body(String eventId) {
        requireHere();
        if (stored.values().stream().noneMatch(delivery -> delivery.eventId().equals(eventId))) {
            throw new IllegalStateException("A delivery of " + eventId + " has no message");
        }
        return "{\"event\":\"" + eventId + "\"}";
    }

    private List<Due> find(Instant now, int max, Predicate<Delivery> wanted) {
        requireHere();
        return stored.values().stream()
                .filter(delivery -> isDue(delivery, now))
                .filter(wanted)
                .sorted(Comparator.comparing(Delivery::due).thenComparing(Delivery::createdAt))
                .limit(max)
                .map(delivery -> new Due(delivery.id(), lane(delivery)))
                .toList();
    }

    private void requireHere() {
        if (away) {
            throw new DataAccessResourceFailureException("The store is away");
        }
    }

    private static boolean isDue(Delivery delivery, Instant now) {
        return delivery.status() == Status.PENDING
                && delivery.due() != null
                && !delivery.due().isAfter(now);
    }

    private static Lane lane(Delivery delivery) {
        return new Lane(delivery.endpoint(), delivery.agency());
    }

    private static Delivery changed(
            Delivery from,
            Status status,
            int failures,
            @Nullable Instant due,
            @Nullable String claim,
            @Nullable String note) {
        return new Delivery(
                from.id(),
                from.subscription(),
                from.agency(),
                from.eventId(),
                from.eventType(),
                from.subject(),
                from.title(),
                from.correlationId(),
                from.backfill(),
                from.endpoint(),
                status,
                from.attempts(),
                failures,
                due,
                claim,
                from.log(),
                note,
                from.revision(),
                from.createdAt(),
                from.startedAt(),
                from.updatedAt(),
                from.channel(),
                from.held(),
                from.receipt(),
                from.sent());
    }

    private static Delivery at(Delivery from, String endpoint) {
        return new Delivery(
                from.id(),
                from.subscription(),
                from.agency(),
                from.eventId(),
                from.eventType(),
                from.subject(),
                from.title(),
                from.correlationId(),
                from.backfill(),
                endpoint,
                from.status(),
                from.attempts(),
                from.failures(),
                from.due(),
                from.claim(),
                from.log(),
                from.note(),
                from.revision(),
                from.createdAt(),
                from.startedAt(),
                from.updatedAt(),
                from.channel(),
                from.held(),
                from.receipt(),
                from.sent());
    }

    private static Delivery begun(Delivery from, Instant startedAt) {
        return new Delivery(
                from.id(),
                from.subscription(),
                from.agency(),
                from.eventId(),
                from.eventType(),
                from.subject(),
                from.title(),
                from.correlationId(),
                from.backfill(),
                from.endpoint(),
                from.status(),
                from.attempts(),
                from.failures(),
                from.due(),
                from.claim(),
                from.log(),
                from.note(),
                from.revision(),
                from.createdAt(),
                startedAt,
                from.updatedAt(),
                from.channel(),
                from.held(),
                from.receipt(),
                from.sent());
    }

    private static Delivery attempted(Delivery from, Completion completion) {
        List<Attempt> log = new ArrayList<>(from.log());
        if (completion.attempt() != null) {
            log.add(completion.attempt());
        }
        return new Delivery(
                from.id(),
                from.subscription(),
                from.agency(),
                from.eventId(),
                from.eventType(),
                from.subject(),
                from.title(),
                from.correlationId(),
                from.backfill(),
                from.endpoint(),
                from.status(),
                from.attempts() + (completion.attempt() == null ? 0 : 1),
                from.failures(),
                from.due(),
                from.claim(),
                log,
                from.note(),
                from.revision() + 1,
                from.createdAt(),
                from.startedAt(),
                completion.at(),
                from.channel(),
                from.held(),
                from.receipt(),
                from.sent());
    }
}
