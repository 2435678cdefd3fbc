package io.casewire.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One message to one subscription over one channel; derived from event, subscription and channel; key of {@code casewire.delivery}.
 *
 * @param value as {@link StableId} prints it, for example {@code dlv-0g5v…} (26 letters and digits after the prefix)
 */
public record DeliveryId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeliveryId {
        StableId.requireWellFormed("dlv", value);
    }

    /** The id of what these parts name; the same parts always give the same id. */
    public static DeliveryId derive(String... parts) {
        return new DeliveryId(StableId.derive("dlv", parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
