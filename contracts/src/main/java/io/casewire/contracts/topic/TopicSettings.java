package io.casewire.contracts.topic;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every topic is set to, in Kafka's own words. */
public final class TopicSettings {
    /** The longest event a topic takes, in bytes; a case with its whole text is seldom over 100 kB. */
    public static final int MAX_EVENT_BYTES = 4 * 1024 * 1024;

    // what Kafka adds around an event
    private static final int OVERHEAD_BYTES = 64 * 1024;

    private TopicSettings() {}

    /**
     * The settings of a topic that keeps its events that long.
     *
     * @param retention null: no expiry
     */
    public static Map<String, String> keeping(@Nullable Duration retention) {
        return Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                Long.toString(retention == null ? -1 : retention.toMillis()),
                "max.message.bytes",
                Integer.toString(MAX_EVENT_BYTES + OVERHEAD_BYTES));
    }
}
