package io.casewire.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A subscription of an agency; drawn at random when it is made.
 *
 * @param value as {@link StableId} prints it, for example {@code sub-0g5v…} (26 letters and digits after the prefix)
 */
public record SubscriptionId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SubscriptionId {
        StableId.requireWellFormed("sub", value);
    }

    /** The id of what these parts name; the same parts always give the same id. */
    public static SubscriptionId derive(String... parts) {
        return new SubscriptionId(StableId.derive("sub", parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
