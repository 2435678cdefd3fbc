package io.casewire.notify.delivery;

import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.messaging.Outgoing;
import io.casewire.notify.delivery.Delivery.Status;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
        return Delivery.made(
                DeliveryId.derive(event, subscription),
                new Delivery.About(event, type, "subject", null, "correlation", false),
                new Delivery.Receiver(SubscriptionId.derive(subscription).value(), agency, endpoint, null),
                due);
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
    public synchronized boolean deliveredSince(SubscriptionId subscription, Instant since) {
        requireHere();
        return stored.values().stream()
                .anyMatch(delivery -> delivery.subscriptionId().equals(subscription)
                        && delivery.status() == Status.DELIVERED
                        && !delivery.updatedAt().isBefore(since));
    }

    @Override
    public synchronized List<Delivery> claim(Collection<String> ids, String claim, Instant now, Duration lease) {
        requireHere();
        return ids.stream()
                .map(stored::get)
                .filter(found -> found != null && isDue(found, now))
                .map(found -> add(changed(found, Status.PENDING, found.failures(), now.plus(lease), claim, null)))
                .toList();
    }

    @Override
    public synchronized void release(Delivery claimed, Instant due, String endpoint) {
        requireHere();
        Delivery found = get(claimed.id());
        if (Objects.equals(found.claim(), claimed.claim())) {
            Delivery idle = changed(found, found.status(), found.failures(), due, null, found.note());
            add(with(idle, Map.of("endpoint", endpoint)));
        }
    }

    @Override
    public synchronized void hold(Delivery claimed, Instant until) {
        requireHere();
        Delivery found = get(claimed.id());
        if (Objects.equals(found.claim(), claimed.claim())) {
            Delivery idle = changed(found, found.status(), found.failures(), until, null, found.note());
            add(with(idle, Map.of("startedAt", until)));
        }
    }

    @Override
    public synchronized void goOn(Delivery claimed, int sent, Attempt attempt, Instant now) {
        requireHere();
        Delivery found = get(claimed.id());
        if (Objects.equals(found.claim(), claimed.claim())) {
            Delivery idle = changed(found, found.status(), found.failures(), now, null, found.note());
            add(attempted(
                    with(idle, Map.of("sent", sent)),
                    new Completion(idle.status(), idle.failures(), now, attempt, null, now)));
        }
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
        Map<String, @Nullable Object> other = new HashMap<>();
        other.put("status", status);
        other.put("failures", failures);
        other.put("due", due);
        other.put("claim", claim);
        other.put("note", note);
        return with(from, other);
    }

    private static Delivery attempted(Delivery from, Completion completion) {
        List<Attempt> log = new ArrayList<>(from.log());
        if (completion.attempt() != null) {
            log.add(completion.attempt());
        }
        return with(
                from,
                Map.of(
                        "attempts",
                        from.attempts() + (completion.attempt() == null ? 0 : 1),
                        "log",
                        log,
                        "revision",
                        from.revision() + 1,
                        "updatedAt",
                        completion.at()));
    }

    /** The same with other values of the components named. */
    private static Delivery with(Delivery from, Map<String, ? extends @Nullable Object> other) {
        try {
            RecordComponent[] components = Delivery.class.getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                values[i] = other.containsKey(name)
                        ? other.get(name)
                        : components[i].getAccessor().invoke(from);
            }
            return Delivery.class
                    .getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
