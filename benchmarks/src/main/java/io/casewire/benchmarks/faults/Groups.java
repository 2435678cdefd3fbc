package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.report.NotMeasured;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far consumer groups have read, as the broker knows it. */
final class Groups implements AutoCloseable {
    private final Admin admin;

    Groups(String brokers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", brokers));
    }

    /** The groups that there are, by name. */
    Set<String> names() throws InterruptedException {
        return answered(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The places it has committed. */
    Map<String, Long> committed(String group) throws InterruptedException {
        Map<String, Long> places = new TreeMap<>();
        read(group).forEach((partition, place) -> places.put(partition.toString(), place.offset()));
        return places;
    }

    /** Its members by their ids, which are others after a member has left and come back. */
    Set<String> members(String group) throws InterruptedException {
        return described(group).stream()
                .map(MemberDescription::consumerId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether its members have read all that is on the partitions they hold now; one without members has nothing to read. */
    boolean isAtTheEnd(String group) throws InterruptedException {
        List<MemberDescription> members = described(group);
        Set<TopicPartition> held = members.stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
        return members.isEmpty() || (!held.isEmpty() && isRead(read(group), held));
    }

    /** Whether it has read all that is on these topics, each of one partition. */
    boolean hasRead(String group, Collection<String> topics) throws InterruptedException {
        return isRead(
                read(group),
                topics.stream().map(topic -> new TopicPartition(topic, 0)).collect(Collectors.toSet()));
    }

    @Override
    public void close() {
        admin.close();
    }

    private List<MemberDescription> described(String group) throws InterruptedException {
        return answered(admin.describeConsumerGroups(Set.of(group)).all()).values().stream()
                .flatMap(found -> found.members().stream())
                .toList();
    }

    private Map<TopicPartition, OffsetAndMetadata> read(String group) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
        answered(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, place) -> {
                    if (place != null) {
                        read.put(partition, place);
                    }
                });
        return read;
    }

    private boolean isRead(Map<TopicPartition, OffsetAndMetadata> read, Set<TopicPartition> partitions)
            throws InterruptedException {
        return answered(admin.listOffsets(partitions.stream()
                                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                        .all())
                .entrySet()
                .stream()
                .allMatch(end -> {
                    OffsetAndMetadata place = read.get(end.getKey());
                    return end.getValue().offset() == 0
                            || (place != null
                                    && place.offset() >= end.getValue().offset());
                });
    }

    private static <T> T answered(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new NotMeasured("the broker does not answer: " + e.getCause());
        }
    }
}
