package io.casewire.notify.delivery.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Says that events may be missing between what a reader saw and what it sees next, and why.
 *
 * @param detail a sentence for a person
 * @param topic null where it concerns all
 * @param from first offset that is missing
 * @param to last offset that is missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Gap(
        Reason reason,
        String detail,
        @Nullable String topic,
        @Nullable Integer partition,
        @Nullable Long from,
        @Nullable Long to)
        implements StreamItem {

    static Gap unknownId() {
        return ofAll(
                Reason.UNKNOWN_ID, "Last-Event-ID is no id of this stream; what follows begins with the last events.");
    }

    static Gap otherLog() {
        return ofAll(
                Reason.OTHER_LOG,
                "Last-Event-ID belongs to topics that are no longer there; what follows begins with the last events.");
    }

    static Gap ahead() {
        return ofAll(
                Reason.AHEAD,
                "Last-Event-ID lies behind the end of the log, which lost records; what follows begins with the last events.");
    }

    static Gap expired(TopicPartition partition, long from, long next) {
        return of(Reason.EXPIRED, "These events are older than the topic keeps them.", partition, from, next);
    }

    static Gap unreadable(TopicPartition partition, long from, long next) {
        return of(Reason.UNREADABLE, "These events cannot be read: the log is damaged.", partition, from, next);
    }

    private static Gap ofAll(Reason reason, String detail) {
        return new Gap(reason, detail, null, null, null, null);
    }

    private static Gap of(Reason reason, String detail, TopicPartition partition, long from, long next) {
        return new Gap(reason, detail, partition.topic(), partition.partition(), from, next - 1);
    }

    /** The partition it concerns; null where it concerns all. */
    @Nullable
    TopicPartition place() {
        return topic == null || partition == null ? null : new TopicPartition(topic, partition);
    }

    /** Why events may be missing. */
    enum Reason {
        UNKNOWN_ID,
        OTHER_LOG,
        AHEAD,
        EXPIRED,
        UNREADABLE
    }
}
