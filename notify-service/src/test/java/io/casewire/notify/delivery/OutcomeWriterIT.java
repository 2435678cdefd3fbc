package io.casewire.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.casewire.embedded.SharedStore;
import io.casewire.embedded.store.Examined;
import io.casewire.messaging.Outbox;
import io.casewire.notify.delivery.Delivery.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Many deliveries of one event: what is claimed, written and found in one command, and what becomes of each. */
@Timeout(120)
class OutcomeWriterIT {
    private static final Instant NOW = FakeClock.START;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Map<String, AtomicInteger> commands = new ConcurrentHashMap<>();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(SharedStore.connectionString()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    commands.computeIfAbsent(event.getCommandName(), _ -> new AtomicInteger())
                            .incrementAndGet();
                }
            })
            .build());
    private final String database = SharedStore.uniqueName();
    private final MongoTemplate store = new MongoTemplate(client, database);
    private final AtomicInteger wakeUps = new AtomicInteger();
    private final Deliveries deliveries = new Deliveries(store, wakeUps::incrementAndGet);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void writesTogetherWhatEndsTogether() throws Exception {
        List<Delivery> claimed = claimed(200);
        commands.clear();

        assertThat(complete(claimed)).containsOnly(Optional.of(true)).hasSize(200);

        assertThat(commands.get("update")).as("updates for 200").hasValueLessThan(100);
        assertThat(commands).doesNotContainKey("find");
        assertThat(wakeUps.get()).isBetween(1, 100);
        claimed.forEach(delivery -> assertThat(deliveries.find(delivery.id())).hasValueSatisfying(written -> {
            assertThat(written.status()).isEqualTo(Status.DELIVERED);
            assertThat(written.claim()).isNull();
            assertThat(written.due()).isNull();
            assertThat(written.attempts()).isOne();
            assertThat(written.log())
                    .containsExactly(DeliveryQueueContract.delivered(NOW).attempt());
            assertThat(written.revision()).isOne();
        }));
        assertThat(store.getCollection(Deliveries.COLLECTION)
                        .countDocuments(new Document(Outbox.FIELD, new Document("$size", 1))))
                .isEqualTo(200);
    }

    @Test
    void tellsThoseWhoseClaimRanOutAndWritesTheOthers() throws Exception {
        // Scenario: of sixty deliveries another instance has taken over the last ten. Expected: these stay as they
        // are, and their couriers are told so; the others are written.
        List<Delivery> claimed = claimed(60);
        List<String> lost = claimed.subList(50, 60).stream().map(Delivery::id).toList();
        Instant later = NOW.plus(LEASE);
        List<Delivery> taken = deliveries.claim(lost, "another instance", later, LEASE);

        List<Optional<Boolean>> held = complete(claimed);

        assertThat(held.subList(0, 50)).containsOnly(Optional.of(true));
        assertThat(held.subList(50, 60)).containsOnly(Optional.of(false));
        assertThat(taken).hasSize(10).allSatisfy(delivery -> assertThat(deliveries.find(delivery.id()))
                .hasValue(delivery));
    }

    @Test
    void failsThoseTheStoreRefusesAndWritesTheOthers() throws Exception {
        // Scenario: what two of forty hold is damaged, so that no outcome can be added. Expected: their couriers fail,
        // so that their leases end; the others are written.
        List<Delivery> claimed = claimed(40);
        for (Delivery damaged : claimed.subList(5, 7)) {
            store.getCollection(Deliveries.COLLECTION)
                    .updateOne(
                            new Document("_id", damaged.id()),
                            new Document("$set", new Document(Outbox.FIELD, "no list")));
        }

        List<Optional<Boolean>> held = complete(claimed);

        assertThat(held.subList(5, 7)).containsOnly(Optional.empty());
        assertThat(held.subList(0, 5)).containsOnly(Optional.of(true));
        assertThat(held.subList(7, 40)).containsOnly(Optional.of(true));
    }

    @Test
    void failsEverybodyWhoseBatchDoesNotReachTheStore() throws Exception {
        List<Delivery> claimed = claimed(3);
        client.close();

        for (Delivery delivery : claimed) {
            assertThatThrownBy(() -> write(delivery)).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void insertsWhatIsAbsentOfABatch() {
        List<Delivery> first = pending(0, 5);
        assertThat(deliveries.insertAbsent(messages(first), first)).isEqualTo(5);
        Delivery done =
                deliveries.claim(first.getFirst().id(), "me", NOW, LEASE).orElseThrow();
        assertThat(write(done)).isTrue();

        List<Delivery> more = pending(0, 2500);

        assertThat(deliveries.insertAbsent(messages(more), more)).isEqualTo(2495);
        assertThat(deliveries.insertAbsent(messages(more), more)).isZero();
        assertThat(deliveries.find(done.id()))
                .as("what is there stays")
                .hasValueSatisfying(kept -> assertThat(kept.status()).isEqualTo(Status.DELIVERED));
        assertThat(store.getCollection(Deliveries.COLLECTION).countDocuments()).isEqualTo(2500);
    }

    @Test
    void findsSomeOfManyWithoutReadingTheRest() throws Exception {
        List<Delivery> many = pending(0, 1000);
        deliveries.insertAbsent(messages(many), many);
        List<Examined> examined = new CopyOnWriteArrayList<>();
        Optional<AutoCloseable> observing = SharedStore.observe(database, examined::add);

        List<Due> due = deliveries.due(NOW, Skipped.NOTHING, 100);
        List<Delivery> claimed = deliveries.claim(due.stream().map(Due::id).toList(), "me", NOW, LEASE);

        assertThat(claimed).hasSize(100);
        if (observing.isPresent()) {
            observing.get().close();
            assertThat(examined).hasSize(3).allSatisfy(query -> {
                assertThat(query.returned()).isEqualTo(100);
                assertThat(query.documents()).as(query.toString()).isLessThanOrEqualTo(100);
            });
        }
    }

    private List<Delivery> claimed(int number) {
        List<Delivery> all = pending(0, number);
        deliveries.insertAbsent(messages(all), all);
        List<Delivery> claimed = deliveries.claim(all.stream().map(Delivery::id).toList(), "me", NOW, LEASE);
        assertThat(claimed).hasSize(number);
        return claimed;
    }

    private static List<Delivery> pending(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> FakeDeliveries.pending("case-1@1", "sub" + i, "海关", "https://one", NOW))
                .toList();
    }

    private static List<Message> messages(List<Delivery> of) {
        return of.stream()
                .map(Delivery::eventId)
                .distinct()
                .map(event -> new Message(event, "{}"))
                .toList();
    }

    /** Each on a thread of its own, at once; whether it was held, empty where that could not be written. */
    private List<Optional<Boolean>> complete(List<Delivery> claimed) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Optional<Boolean>>> held = new ArrayList<>();
        for (Delivery delivery : claimed) {
            CompletableFuture<Optional<Boolean>> answer = new CompletableFuture<>();
            held.add(answer);
            Thread.ofVirtual().start(() -> {
                try {
                    go.await();
                    answer.complete(Optional.of(write(delivery)));
                } catch (DataAccessException refused) {
                    answer.complete(Optional.empty());
                } catch (InterruptedException | RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
        }
        go.countDown();
        List<Optional<Boolean>> all = new ArrayList<>();
        for (CompletableFuture<Optional<Boolean>> answer : held) {
            all.add(answer.get());
        }
        return all;
    }

    private boolean write(Delivery claimed) {
        Completion delivered = DeliveryQueueContract.delivered(NOW);
        return deliveries.complete(claimed, delivered, DeliveryEvents.of(claimed, delivered));
    }
}
