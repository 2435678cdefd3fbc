package io.casewire.notify;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import io.casewire.notify.delivery.channel.Parcel;
import java.util.List;
import java.util.Map;

/** Digests as they are handed to channels. */
public final class DigestParcels {
    private DigestParcels() {}

    /**
     * One that tells of those events.
     *
     * @param left how many it does not tell of besides
     * @param windows how many times it makes up for
     */
    public static Parcel of(List<? extends Event> events, int left, int windows) {
        List<Map<String, Object>> messages = events.stream()
                .map(event -> Map.of("type", WireNames.of(event), "data", Map.of("event", event)))
                .toList();
        Map<String, Object> data = Map.ofEntries(
                Map.entry("digest", "dig-1"),
                Map.entry("kind", "DAY"),
                Map.entry("from", "2026-11-29T00:30:00Z"),
                Map.entry("until", "2026-11-30T00:30:00Z"),
                Map.entry("zone", "Asia/Shanghai"),
                Map.entry("windows", windows),
                Map.entry("provisional", true),
                Map.entry("count", events.size() + left),
                Map.entry("types", Map.of("casewire.case.published.v1", events.size() + left)),
                Map.entry("events", messages),
                Map.entry("listed", List.of()),
                Map.entry("left", left));
        return new Parcel(
                DeliveryId.derive("digest"),
                SubscriptionId.derive("s"),
                Parcel.DIGEST,
                SubscriptionId.derive("s").value(),
                WireJson.mapper().writeValueAsString(Map.of("type", Parcel.DIGEST, "data", data)),
                0);
    }
}
