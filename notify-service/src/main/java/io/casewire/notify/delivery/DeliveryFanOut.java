package io.casewire.notify.delivery;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireNames;
import io.casewire.messaging.Received;
import io.casewire.notify.delivery.channel.Senders;
import io.casewire.notify.digest.Holds;
import io.casewire.notify.digest.Place;
import io.casewire.notify.feed.FeedEntry;
import io.casewire.notify.feed.KeptFeeds;
import io.casewire.notify.matching.Groups;
import io.casewire.notify.matching.Recipient;
import io.casewire.notify.matching.Recipients;
import io.casewire.notify.matching.Titles;
import io.casewire.notify.subscription.Channel;
import io.casewire.notify.subscription.EventKind;
import io.casewire.notify.subscription.Way;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the deliveries of events, those that wait for a digest among them, and tells feeds that stand without a channel. Ids of deliveries follow from event, subscription and channel, and all is stored before the
 * offset is committed: an event read again, however often, makes nothing new, and none is lost.
 */
@Component
class DeliveryFanOut {
    private final Recipients recipients;
    private final Deliveries deliveries;
    private final Senders senders;
    private final KeptFeeds feeds;
    private final Holds holds;
    private final Dispatcher dispatcher;
    private final InstantSource clock;

    DeliveryFanOut(
            Recipients recipients,
            Deliveries deliveries,
            Senders senders,
            KeptFeeds feeds,
            Holds holds,
            Dispatcher dispatcher,
            InstantSource clock) {
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.senders = senders;
        this.feeds = feeds;
        this.holds = holds;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    <E extends Event> void on(List<Received<E>> batch) {
        recipients.refresh();
        List<Match> matches = new ArrayList<>();
        for (Received<E> received : batch) {
            Envelope<E> envelope = received.envelope();
            if (envelope != null) {
                recipients.of(envelope).forEach(recipient -> matches.add(new Match(envelope, recipient)));
            }
        }
        tell(matches);
    }

    /** Stores deliveries and entries that are absent; returns how many those were. */
    int tell(List<Match> matches) {
        Map<String, Message> messages = new LinkedHashMap<>();
        List<Delivery> made = new ArrayList<>();
        Map<String, List<FeedEntry>> told = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (Match match : matches) {
            Envelope<?> envelope = match.envelope();
            Recipient recipient = match.recipient();
            switch (recipient.way()) {
                case Channel channel -> {
                    messages.computeIfAbsent(envelope.event().eventId(), _ -> Message.of(envelope));
                    Delivery delivery = delivery(envelope, recipient, channel);
                    Place place = place(envelope.event(), recipient).orElse(null);
                    if (place != null) {
                        places.put(place.id(), place);
                        delivery = delivery.heldAt(place.id(), envelope.recordedTime());
                    }
                    made.add(delivery);
                }
                case Way.Feed _ ->
                    told.computeIfAbsent(recipient.subscription(), _ -> new ArrayList<>())
                            .add(entry(envelope));
            }
        }
        int entries = 0;
        for (Map.Entry<String, List<FeedEntry>> feed : told.entrySet()) {
            entries += feeds.keep(feed.getKey(), feed.getValue());
        }
        places.values().forEach(holds::touch);
        int deliveries = made.isEmpty() ? 0 : this.deliveries.insertAbsent(messages.values(), made);
        places.values().forEach(holds::touch);
        if (deliveries > 0) {
            dispatcher.wakeUp();
        }
        return entries + deliveries;
    }

    /** An event and one it is for. */
    record Match(Envelope<?> envelope, Recipient recipient) {}

    private static Optional<Place> place(Event event, Recipient recipient) {
        return Place.of(
                recipient.subscription(),
                recipient.timing(),
                EventKind.isUrgent(WireNames.of(event)),
                Groups.of(event));
    }

    private FeedEntry entry(Envelope<?> envelope) {
        return FeedEntry.of(envelope.event(), envelope.backfill(), envelope.recordedTime(), clock.instant());
    }

    private Delivery delivery(Envelope<?> envelope, Recipient recipient, Channel channel) {
        Event event = envelope.event();
        return Delivery.made(
                DeliveryId.derive(event.eventId(), recipient.subscription(), channel.word()),
                new Delivery.About(
                        event.eventId(),
                        WireNames.of(event),
                        event.key(),
                        Titles.of(event),
                        envelope.correlationId(),
                        envelope.backfill()),
                new Delivery.Receiver(
                        recipient.subscription(),
                        recipient.agency(),
                        senders.endpointOrRefused(channel),
                        DeliveryEvents.channel(channel)),
                clock.instant());
    }
}
