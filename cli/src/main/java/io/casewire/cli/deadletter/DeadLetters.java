package io.casewire.cli.deadletter;

import io.casewire.cli.connect.Answer;
import io.casewire.cli.connect.Deployment;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.topic.Partitions;
import io.casewire.cli.topic.Stretch;
import io.casewire.cli.topic.WantedTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** The dead letters of a deployment. */
final class DeadLetters {
    static final String SUFFIX = "-dlt";

    private final Deployment deployment;
    private final Admin admin;
    private final Partitions partitions;

    DeadLetters(Deployment deployment, Admin admin) {
        this.deployment = deployment;
        this.admin = admin;
        this.partitions = new Partitions(admin);
    }

    /** Hands over every dead letter, topic by topic; returns how many there were. */
    int forEach(Consumer<DeadLetter> reader) {
        Set<String> there = Answer.of(admin.listTopics().names());
        List<String> topics = WantedTopic.all().stream()
                .map(WantedTopic::name)
                .filter(name -> name.endsWith(SUFFIX) && there.contains(name))
                .toList();
        List<TopicPartition> all = partitions.of(topics);
        Map<TopicPartition, Long> beginnings = partitions.beginnings(all);
        Map<TopicPartition, Long> ends = partitions.ends(all);
        int count = 0;
        for (TopicPartition partition : all) {
            count += read(
                    new Stretch(partition, Partitions.of(beginnings, partition), Partitions.of(ends, partition)),
                    reader);
        }
        return count;
    }

    /** @throws Refused when nothing lies there */
    DeadLetter at(TopicPartition partition, long offset) {
        List<DeadLetter> found = new ArrayList<>();
        if (offset >= beginning(partition) && offset < Partitions.of(partitions.ends(List.of(partition)), partition)) {
            read(new Stretch(partition, offset, offset + 1), found::add);
        }
        if (found.isEmpty()) {
            throw new Refused(
                    "there is no dead letter at %s/%d@%d".formatted(partition.topic(), partition.partition(), offset));
        }
        return found.getFirst();
    }

    /**
     * Lets the listener's group read from the letter's event on, in the order of the topic; what it knows already it ignores. The event is
     * not sent anew: on a compacted topic an older revision would take the place of a newer one.
     *
     * @return how many events it reads again; 0 when it has not come so far
     * @throws Refused while the listener runs, or when the event is no longer on its topic
     */
    long replay(DeadLetter letter) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                Answer.of(admin.listConsumerGroupOffsets(letter.group()).partitionsToOffsetAndMetadata());
        OffsetAndMetadata position = committed.get(letter.from());
        if (position == null || position.offset() <= letter.offset()) {
            return 0;
        }
        if (beginning(letter.from()) > letter.offset()) {
            throw new Refused("%s-%d no longer holds the event at %d"
                    .formatted(letter.from().topic(), letter.from().partition(), letter.offset()));
        }
        try {
            Answer.of(admin.alterConsumerGroupOffsets(
                            letter.group(), Map.of(letter.from(), new OffsetAndMetadata(letter.offset())))
                    .all());
        } catch (UnknownMemberIdException | GroupNotEmptyException e) {
            throw new Refused("the listener " + letter.group() + " runs; stop its service first", e);
        }
        return position.offset() - letter.offset();
    }

    private long beginning(TopicPartition partition) {
        return Partitions.of(partitions.beginnings(List.of(partition)), partition);
    }

    private int read(Stretch stretch, Consumer<DeadLetter> reader) {
        try {
            return stretch.read(deployment, record -> reader.accept(DeadLetter.of(record)));
        } catch (IOException e) {
            // the reader here throws none
            throw new UncheckedIOException(e);
        }
    }
}
