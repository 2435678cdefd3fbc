package io.casewire.benchmarks.faults;

import io.casewire.contracts.wire.WireJson;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the topics of cases hold: the events, and the uploads that they were read from. */
final class Published {
    private Published() {}

    /** Each event as sent and acknowledged: what a reader of the topics should hold. */
    static History events(String broker) {
        History events = new History();
        TopicReader.read(broker, Catalogue.TOPICS, record -> {
            events.sent(TopicReader.id(record));
            events.acknowledged(TopicReader.id(record));
        });
        return events;
    }

    /** The uploads of which there are events, by id and as their first revision. */
    static Set<String> uploads(String broker) {
        Set<String> uploads = new LinkedHashSet<>();
        TopicReader.read(
                broker,
                Catalogue.TOPICS,
                record -> uploads.add(WireJson.mapper()
                                .readTree(record.value())
                                .path("document")
                                .path("source")
                                .asString()
                        + "@1"));
        return uploads;
    }

    /** Whether there are events of each upload that was acknowledged. */
    static boolean hasAll(String broker, History uploads) {
        return uploads(broker).containsAll(new HashSet<>(uploads.acknowledged()));
    }
}
