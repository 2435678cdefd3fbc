package io.casewire.notify.delivery;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import io.casewire.notify.feed.DeliveredEvents;
import io.casewire.notify.feed.FeedEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the feed of a subscription with a channel out of its deliveries, whose messages hold what was told. */
@Component
final class DeliveredFeed implements DeliveredEvents {
    private final DeliveryLog log;

    DeliveredFeed(DeliveryLog log) {
        this.log = log;
    }

    @Override
    public List<FeedEntry> last(String subscription, int most) {
        List<Delivery> last = log.told(subscription, most);
        Map<String, String> bodies =
                log.bodies(last.stream().map(Delivery::eventId).toList());
        return last.stream()
                .map(delivery -> entry(delivery, bodies.get(delivery.eventId())))
                .toList();
    }

    private static FeedEntry entry(Delivery delivery, @Nullable String body) {
        Class<? extends Event> type = WireNames.typeOf(delivery.eventType()).orElse(null);
        if (type == null || body == null) {
            return plain(delivery);
        }
        try {
            JsonNode data = WireJson.mapper().readTree(body).path("data");
            return FeedEntry.of(
                    WireJson.mapper().treeToValue(data.required("event"), type),
                    delivery.backfill(),
                    Instant.parse(data.required("recordedTime").asString()),
                    delivery.createdAt());
        } catch (JacksonException | IllegalArgumentException | DateTimeException unreadableBySomeLaterVersion) {
            return plain(delivery);
        }
    }

    private static FeedEntry plain(Delivery delivery) {
        return new FeedEntry(
                delivery.eventId(),
                delivery.eventType(),
                delivery.title() == null ? delivery.eventType() : delivery.title(),
                null,
                null,
                delivery.backfill(),
                delivery.createdAt(),
                delivery.createdAt());
    }
}
