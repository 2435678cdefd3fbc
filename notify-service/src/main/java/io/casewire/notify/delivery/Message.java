package io.casewire.notify.delivery;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.subscription.GivenUp;
import io.casewire.notify.subscription.Subscription;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What receivers get of one event, the same for all of them, and so of a step in the ledger only where it led: what a region
 * reported is for itself, those above it and those who review. Kept as text, so that what was sent can be sent again and
 * shown, whatever later versions would make of the event.
 *
 * @param id {@link Event#eventId()}; of a question to a receiver, subscription and version
 * @param body JSON
 */
@Document("messages")
record Message(@Id String id, String body) {

    static Message of(Envelope<?> envelope) {
        Event event = envelope.event();
        return new Message(
                event.eventId(),
                WireJson.mapper()
                        .writeValueAsString(new Body(
                                WireNames.of(event),
                                envelope.time(),
                                new Data(
                                        event.eventId(),
                                        event.key(),
                                        event.revision(),
                                        envelope.recordedTime(),
                                        envelope.correlationId(),
                                        envelope.backfill(),
                                        shown(event)))));
    }

    /** What asks the receiver of that subscription; the link, or the challenge, is in what is sent, and stored nowhere. */
    static Message question(String type, String id, String subscription, Instant now) {
        return new Message(
                id, WireJson.mapper().writeValueAsString(new Question(type, now, new AskedFor(subscription))));
    }

    /** What tells the owner of a subscription that it was given up. */
    static Message stopped(String id, Subscription stopped, GivenUp how) {
        return new Message(
                id,
                WireJson.mapper()
                        .writeValueAsString(new Stopped(
                                Parcel.STOPPED,
                                how.at(),
                                new StoppedData(stopped.id(), stopped.label(), how.reason()))));
    }

    private static Event shown(Event event) {
        return event instanceof ObligationEvent of ? of.outline() : event;
    }

    /** The three members Standard Webhooks recommends. */
    private record Body(String type, Instant timestamp, Data data) {}

    private record Data(
            String eventId,
            String subject,
            long revision,
            Instant recordedTime,
            String correlationId,
            boolean backfill,
            Event event) {}

    private record Question(String type, Instant timestamp, AskedFor data) {}

    private record AskedFor(String subscription) {}

    private record Stopped(String type, Instant timestamp, StoppedData data) {}

    private record StoppedData(String subscription, String label, String reason) {}
}
