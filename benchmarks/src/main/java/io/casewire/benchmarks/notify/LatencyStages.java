package io.casewire.benchmarks.notify;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.wire.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** Where the time between an upload and its first webhook goes, by the times that the services keep: whole milliseconds of one clock. */
final class LatencyStages {
    private final MongoDatabase ingest;
    private final MongoDatabase notify;
    private final Map<Stage, List<Double>> millis = new TreeMap<>();

    LatencyStages(MongoDatabase ingest, MongoDatabase notify) {
        this.ingest = ingest;
        this.notify = notify;
    }

    /** What lies between two of those times. */
    enum Stage {
        /** From the request until the bytes are kept. */
        received,
        /** Until the file is queued, taken up, parsed, and what was found is kept. */
        parsed,
        /** Until it is compared with what stands. */
        compared,
        /** Until the event is published, read and matched. */
        matched,
        /** Until the delivery is stored, found, claimed, and its subscription read. */
        begun,
        /** Until the receiver has it. */
        sent
    }

    /** Adds what became of that file, once all of it is stored. */
    void add(String name, Instant begun, Instant arrived) {
        Document upload =
                ingest.getCollection("sources").find(Filters.eq("name", name)).first();
        if (upload == null) {
            throw new NotMeasured(name + " is not in the store");
        }
        Document delivery = notify
                .getCollection("deliveries")
                .find(Filters.eq("correlationId", upload.getString("correlationId")))
                .into(new ArrayList<>())
                .stream()
                .min(Comparator.comparing(LatencyStages::firstAttempt))
                .orElseThrow(() -> new NotMeasured(name + " has no message"));
        List<Instant> times = List.of(
                begun,
                upload.getDate("receivedAt").toInstant(),
                parsedAt(upload),
                recordedAt(delivery),
                delivery.getDate("createdAt").toInstant(),
                firstAttempt(delivery),
                arrived);
        Stage[] stages = Stage.values();
        for (int i = 0; i < stages.length; i++) {
            long between = Duration.between(times.get(i), times.get(i + 1)).toMillis();
            millis.computeIfAbsent(stages[i], _ -> new ArrayList<>()).add((double) between);
        }
    }

    /** Milliseconds of every file, by stage. */
    Map<Stage, List<Double>> millis() {
        return millis;
    }

    private static Instant firstAttempt(Document delivery) {
        List<Document> log = delivery.getList("log", Document.class);
        return log.isEmpty() ? Instant.MAX : log.getFirst().getDate("at").toInstant();
    }

    private static Instant parsedAt(Document upload) {
        return upload.getList("steps", Document.class).stream()
                .filter(step -> step.getString("state").equals("PARSED"))
                .map(step -> step.get("at", Date.class).toInstant())
                .findFirst()
                .orElseThrow(() -> new NotMeasured(upload.getString("name") + " is not parsed"));
    }

    private Instant recordedAt(Document delivery) {
        Document message = notify.getCollection("messages")
                .find(Filters.eq("_id", delivery.getString("eventId")))
                .first();
        if (message == null) {
            throw new NotMeasured("a delivery has no message");
        }
        return Instant.parse(WireJson.mapper()
                .readTree(message.getString("body"))
                .path("data")
                .path("recordedTime")
                .asString(""));
    }
}
