package io.casewire.messaging.continuity;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What the broker says of the log.
 *
 * @param clusterId of the cluster, given when its storage was formatted
 * @param ends next offset of each partition of the registry's topics; topics that are not there are left out
 * @param read offsets the service's own consumer groups have come to, summed up; 0 where they have read nothing
 * @param marked whether a store that remembers the log was here: what the groups have read was read into it
 */
record LogState(String clusterId, Map<TopicPartition, Long> ends, long read, boolean marked) {
    LogState {
        ends = Map.copyOf(ends);
    }

    long events() {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }
}
