package io.casewire.notify.delivery;

import io.casewire.contracts.wire.WireJson;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.digest.Digest;
import io.casewire.notify.rhythm.DigestSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What receivers get of one digest: the messages of its events as each would have been. A webhook gets all of them, in as many parts as
 * their bytes take; one that is longer than a part is listed and can be asked for. A person gets one message, with the first of them and
 * the number of the others.
 */
final class DigestBodies {
    private final Digest digest;
    private final long bytes;
    private final int inFull;
    private final Map<String, Integer> types = new TreeMap<>();
    private final List<Part> parts = new ArrayList<>(List.of(new Part()));
    private int shown;

    /** @param whole whether all of them are wanted */
    DigestBodies(Digest digest, DigestSettings settings, boolean whole) {
        this.digest = digest;
        this.bytes = whole ? settings.part().toBytes() : Long.MAX_VALUE;
        this.inFull = whole ? Integer.MAX_VALUE : settings.inFull();
    }

    /** @param bodies by id of event */
    void add(List<Delivery> entries, Function<Collection<String>, Map<String, String>> bodies) {
        entries.forEach(entry -> types.merge(entry.eventType(), 1, Integer::sum));
        List<Delivery> wanted = entries.subList(0, Math.min(entries.size(), inFull - shown));
        shown += wanted.size();
        if (!wanted.isEmpty()) {
            Map<String, String> found =
                    bodies.apply(wanted.stream().map(Delivery::eventId).toList());
            wanted.forEach(entry -> add(entry, found.get(entry.eventId())));
        }
    }

    private void add(Delivery entry, @Nullable String body) {
        long size = body == null ? Long.MAX_VALUE : body.getBytes(StandardCharsets.UTF_8).length;
        Part part = parts.getLast();
        if (body == null || size > bytes) {
            part.listed.add(new Listed(entry.id(), entry.eventId(), entry.eventType(), entry.subject(), entry.title()));
            return;
        }
        if (part.size + size > bytes && !part.events.isEmpty()) {
            part = new Part();
            parts.add(part);
        }
        part.size += size;
        part.events.add(WireJson.mapper().readTree(body));
    }

    /** The body of each part, as JSON. */
    List<String> all() {
        List<String> bodies = new ArrayList<>();
        int count = digest.entries().size();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            bodies.add(WireJson.mapper()
                    .writeValueAsString(new Body(
                            Parcel.DIGEST,
                            digest.madeAt(),
                            new Data(
                                    digest.id(),
                                    digest.subscription(),
                                    digest.kind(),
                                    digest.from(),
                                    digest.until(),
                                    digest.zone(),
                                    digest.windows(),
                                    digest.provisional(),
                                    count,
                                    types,
                                    i + 1,
                                    parts.size(),
                                    part.events,
                                    part.listed,
                                    count - shown))));
        }
        return bodies;
    }

    private static final class Part {
        private final List<JsonNode> events = new ArrayList<>();
        private final List<Listed> listed = new ArrayList<>();
        private long size;
    }

    private record Body(String type, Instant timestamp, Data data) {}

    /**
     * @param count of all events
     * @param types how many of each type
     * @param events those of this part, each as its own message would have been
     * @param listed those of this part whose messages are longer than a part
     * @param left how many of all events no part tells
     */
    private record Data(
            String digest,
            String subscription,
            Digest.Kind kind,
            Instant from,
            Instant until,
            String zone,
            int windows,
            boolean provisional,
            int count,
            Map<String, Integer> types,
            int part,
            int parts,
            List<JsonNode> events,
            List<Listed> listed,
            int left) {}

    /** @param delivery id under which the log shows the message */
    private record Listed(
            String delivery,
            String eventId,
            String type,
            String subject,
            @Nullable String title) {}
}
