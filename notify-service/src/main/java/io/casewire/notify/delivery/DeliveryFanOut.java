package io.casewire.notify.delivery;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireNames;
import io.casewire.messaging.Received;
import io.casewire.notify.delivery.Delivery.Status;
import io.casewire.notify.delivery.channel.Senders;
import io.casewire.notify.matching.Recipient;
import io.casewire.notify.matching.Recipients;
import io.casewire.notify.matching.Titles;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes the deliveries of events. Their ids follow from event, subscription and channel, and they are stored before the
 * offset is committed: an event read again, however often, makes nothing new, and none is lost.
 */
@Component
class DeliveryFanOut {
    private final Recipients recipients;
    private final Deliveries deliveries;
    private final Senders senders;
    private final Dispatcher dispatcher;
    private final InstantSource clock;

    DeliveryFanOut(
            Recipients recipients, Deliveries deliveries, Senders senders, Dispatcher dispatcher, InstantSource clock) {
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.senders = senders;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    <E extends Event> void on(List<Received<E>> batch) {
        recipients.refresh();
        Map<String, Message> messages = new LinkedHashMap<>();
        List<Delivery> made = new ArrayList<>();
        for (Received<E> received : batch) {
            Envelope<E> envelope = received.envelope();
            if (envelope == null) {
                continue;
            }
            List<Recipient> of = recipients.of(envelope);
            if (!of.isEmpty()) {
                messages.putIfAbsent(envelope.event().eventId(), Message.of(envelope));
                of.forEach(recipient -> made.add(delivery(envelope, recipient)));
            }
        }
        if (!made.isEmpty() && deliveries.insertAbsent(messages.values(), made) > 0) {
            dispatcher.wakeUp();
        }
    }

    private Delivery delivery(Envelope<?> envelope, Recipient recipient) {
        Event event = envelope.event();
        Instant now = clock.instant();
        return new Delivery(
                DeliveryId.derive(
                                event.eventId(),
                                recipient.subscription(),
                                recipient.channel().word())
                        .value(),
                recipient.subscription(),
                recipient.agency(),
                event.eventId(),
                WireNames.of(event),
                event.key(),
                Titles.of(event),
                envelope.correlationId(),
                envelope.backfill(),
                senders.endpointOrRefused(recipient.channel()),
                Status.PENDING,
                0,
                0,
                now,
                null,
                List.of(),
                null,
                0,
                now,
                now,
                now,
                DeliveryEvents.channel(recipient.channel()));
    }
}
