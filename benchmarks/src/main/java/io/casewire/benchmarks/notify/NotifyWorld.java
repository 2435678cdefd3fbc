package io.casewire.benchmarks.notify;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.casewire.benchmarks.catalogue.InventedCases;
import io.casewire.benchmarks.program.Backbone;
import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.program.Waiting;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/** A notify service with a broker and a store of its own, and who publishes to it. */
final class NotifyWorld implements AutoCloseable {
    static final String DATABASE = "notify";
    private static final URI SOURCE = URI.create("/casewire/bench");
    private static final int INSERTED_AT_ONCE = 1_000;

    private final Backbone backbone;
    private final Program service;
    private final MongoClient store;
    private final KafkaProducer<String, byte[]> producer;
    private final InventedCases cases = new InventedCases(20260102);
    private int published;

    private NotifyWorld(Backbone backbone, Program service) {
        this.backbone = backbone;
        this.service = service;
        this.store = MongoClients.create(backbone.store());
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", backbone.broker(), "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** @param settings of the service, as on a command line */
    static NotifyWorld in(Path folder, String... settings) throws IOException, InterruptedException {
        Backbone backbone = Backbone.in(folder);
        try {
            List<String> arguments = new ArrayList<>(List.of(backbone.broker(), backbone.store(), folder.toString()));
            arguments.addAll(List.of(settings));
            Program service =
                    Program.start(NotifyProgram.class, folder.resolve("notify.log"), arguments.toArray(String[]::new));
            return new NotifyWorld(backbone, service);
        } catch (IOException | NotMeasured e) {
            backbone.close();
            throw e;
        }
    }

    Backbone backbone() {
        return backbone;
    }

    /** Of the store that all services share. */
    MongoDatabase database(String name) {
        return store.getDatabase(name);
    }

    int port() {
        return Integer.parseInt(service.told());
    }

    /** Of the service, so far. */
    double processorSeconds() {
        return service.processorSeconds();
    }

    /** Subscribes that URL to every case, and makes as many copies of it in the store as are wanted, under ids of their own. */
    void subscribe(URI url, int number) throws IOException, InterruptedException {
        copy(WebhookSubscription.make(port(), backbone.folder(), url), number - 1);
    }

    private void copy(String id, int times) {
        MongoCollection<Document> subscriptions = store.getDatabase(DATABASE).getCollection("subscriptions");
        Document made = subscriptions.find(Filters.eq("_id", id)).first();
        if (made == null) {
            throw new NotMeasured("what was subscribed is not in the store");
        }
        List<Document> copies = new ArrayList<>();
        for (int copy = 1; copy <= times; copy++) {
            copies.add(new Document(made)
                    .append(
                            "_id",
                            SubscriptionId.derive("bench", id, String.valueOf(copy))
                                    .value())
                    .append("updatedAt", Date.from(Instant.now())));
            if (copies.size() == INSERTED_AT_ONCE || copy == times) {
                subscriptions.insertMany(copies);
                copies.clear();
            }
        }
    }

    /** Publishes the next invented case and returns once the broker has it. */
    void publish() throws InterruptedException {
        CaseEvent event = cases.event(published++).event();
        Envelope<CaseEvent> envelope = Envelope.now(event, SOURCE, Instant.now(), "bench", false);
        try {
            producer.send(EventCodec.encode(Topics.cases(event.content().firstDomain()), envelope))
                    .get();
        } catch (ExecutionException e) {
            throw new NotMeasured("the broker does not take the cases: " + e.getCause());
        }
    }

    /** What the last event's message says. */
    String lastMessage() {
        Document message = store.getDatabase(DATABASE)
                .getCollection("messages")
                .find(Filters.eq("_id", cases.event(published - 1).event().eventId()))
                .first();
        if (message == null) {
            throw new NotMeasured("the last event has no message");
        }
        return message.getString("body");
    }

    /** Waits until the log says of so many messages that they were delivered. */
    void awaitDelivered(long number, Duration patience) throws InterruptedException {
        MongoCollection<Document> deliveries = store.getDatabase(DATABASE).getCollection("deliveries");
        Waiting.until(
                () -> deliveries.countDocuments(Filters.eq("status", "DELIVERED")) >= number,
                patience,
                "the log does not say that all was delivered");
    }

    /** Waits until neither the service nor its servers have anything to do. */
    void settle() throws InterruptedException {
        service.settle();
        backbone.settle();
    }

    @Override
    public void close() throws IOException {
        producer.close();
        store.close();
        service.close();
        backbone.close();
    }
}
