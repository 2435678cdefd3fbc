package io.casewire.cli.backup;

import io.casewire.cli.connect.Answer;
import io.casewire.cli.topic.Partitions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far consumer groups have read. */
final class Groups {
    private final Admin admin;

    Groups(Admin admin) {
        this.admin = admin;
    }

    List<String> all() {
        return Answer.of(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                .map(GroupListing::groupId)
                .sorted()
                .toList();
    }

    /** Groups of these in which somebody reads now. */
    List<String> active(Collection<String> groups) {
        return Answer.of(admin.describeConsumerGroups(groups).all()).values().stream()
                .filter(group -> !group.members().isEmpty())
                .map(group -> group.groupId())
                .sorted()
                .toList();
    }

    /** Where each group reads next, on these topics only; groups that never said so are left out. */
    Map<String, Map<TopicPartition, Long>> positions(Collection<String> groups, Set<String> topics) {
        Map<String, Map<TopicPartition, Long>> positions = new TreeMap<>();
        if (groups.isEmpty()) {
            return positions;
        }
        ListConsumerGroupOffsetsSpec everything = new ListConsumerGroupOffsetsSpec();
        Map<String, ListConsumerGroupOffsetsSpec> asked = new TreeMap<>();
        groups.forEach(group -> asked.put(group, everything));
        Answer.of(admin.listConsumerGroupOffsets(asked).all()).forEach((group, offsets) -> {
            Map<TopicPartition, Long> known = new TreeMap<>(Partitions.ORDER);
            offsets.forEach((partition, offset) -> {
                if (offset != null && topics.contains(partition.topic())) {
                    known.put(partition, offset.offset());
                }
            });
            if (!known.isEmpty()) {
                positions.put(group, known);
            }
        });
        return positions;
    }

    /** Makes a group in which nobody reads go on from there. */
    void set(String group, Map<TopicPartition, Long> positions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new TreeMap<>(Partitions.ORDER);
        positions.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        Answer.of(admin.alterConsumerGroupOffsets(group, offsets).all());
    }

    void delete(Collection<String> groups) {
        Answer.of(admin.deleteConsumerGroups(groups).all());
    }
}
