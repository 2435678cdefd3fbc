package io.casewire.messaging;

import io.casewire.contracts.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/**
 * Outgoing events as part of the document they speak of: stored under {@link #FIELD} in the same atomic write that makes
 * them true, published and cleared by an {@link OutboxRelay}. The events are kept as the very bytes that will be sent.
 */
public final class Outbox {
    /** The array field of the owning document. */
    public static final String FIELD = "outbox";

    private Outbox() {}

    /**
     * These events in the form to store, oldest first; for {@code $push} with {@code $each} or a new document.
     *
     * @throws PublishRefused when every reader would reject one
     */
    public static List<Document> pending(Outgoing<?>... events) {
        return pending(Arrays.asList(events));
    }

    /**
     * These events in the form to store, oldest first; for {@code $push} with {@code $each} or a new document.
     *
     * @throws PublishRefused when every reader would reject one
     */
    public static List<Document> pending(Collection<? extends Outgoing<?>> events) {
        return events.stream().map(Outbox::document).toList();
    }

    private static <E extends Event> Document document(Outgoing<E> outgoing) {
        ProducerRecord<String, byte[]> record = EventPublisher.encode(outgoing);
        List<Document> headers = new ArrayList<>();
        record.headers()
                .forEach(header ->
                        headers.add(new Document("name", header.key()).append("value", new Binary(header.value()))));
        return new Document("id", new ObjectId())
                .append("at", outgoing.envelope().recordedTime())
                .append("topic", record.topic())
                .append("key", record.key())
                .append("headers", headers)
                .append("value", new Binary(record.value()));
    }

    static ProducerRecord<String, byte[]> record(Document entry) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                entry.getString("topic"),
                entry.getString("key"),
                entry.get("value", Binary.class).getData());
        entry.getList("headers", Document.class).forEach(header -> record.headers()
                .add(header.getString("name"), header.get("value", Binary.class).getData()));
        return record;
    }
}
