package io.casewire.messaging;

import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;

/**
 * A place in Kafka's log that a reader cannot get past, such as a batch that was damaged on the disk: its check sum does not hold,
 * or the broker itself cannot read it.
 *
 * @param position of the first record of the damaged batch, where that is known, else of the record wanted
 * @param reason in Kafka's words
 */
public record UnreadableRecord(TopicPosition position, String reason) {
    /** What the client says when a check sum does not hold; the offset is that of the batch. */
    private static final Pattern INVALID =
            Pattern.compile("Record(?: batch)? for partition (.+)-(\\d+) at offset (\\d+)");

    /** What the client says when the broker answers with an error; the offset is the one asked for. */
    private static final Pattern NOT_FETCHED =
            Pattern.compile("fetching (?:at )?offset (\\d+) (?:for|from) topic-partition (.+)-(\\d+)");

    /** What the client says around the reason; there is no offset. */
    private static final Pattern NEXT = Pattern.compile("fetching the next record from (.+)-(\\d+)\\.");

    /**
     * What a failed poll says of a place in the log. Kafka's client names it in its messages only.
     *
     * @param positions where the reader stands in a partition
     * @return empty for a failure that is about no place
     */
    public static Optional<UnreadableRecord> of(Throwable failure, ToLongFunction<TopicPartition> positions) {
        Optional<UnreadableRecord> found = Optional.empty();
        String reason = String.valueOf(failure.getMessage());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            reason = message;
            Optional<TopicPosition> place = place(cause, message, positions);
            if (place.isPresent()) {
                // the innermost place is the most exact, the innermost message the reason
                found = Optional.of(new UnreadableRecord(place.get(), message));
            }
        }
        String innermost = reason;
        return found.map(record -> new UnreadableRecord(record.position(), innermost));
    }

    private static Optional<TopicPosition> place(
            Throwable failure, String message, ToLongFunction<TopicPartition> positions) {
        if (failure instanceof RecordDeserializationException e) {
            return Optional.of(new TopicPosition(
                    e.topicPartition().topic(), e.topicPartition().partition(), e.offset()));
        }
        Matcher invalid = INVALID.matcher(message);
        if (invalid.find()) {
            return Optional.of(new TopicPosition(
                    invalid.group(1), Integer.parseInt(invalid.group(2)), Long.parseLong(invalid.group(3))));
        }
        Matcher notFetched = NOT_FETCHED.matcher(message);
        if (notFetched.find()) {
            return Optional.of(new TopicPosition(
                    notFetched.group(2), Integer.parseInt(notFetched.group(3)), Long.parseLong(notFetched.group(1))));
        }
        Matcher next = NEXT.matcher(message);
        if (next.find()) {
            TopicPartition partition = new TopicPartition(next.group(1), Integer.parseInt(next.group(2)));
            return Optional.of(
                    new TopicPosition(partition.topic(), partition.partition(), positions.applyAsLong(partition)));
        }
        return Optional.empty();
    }
}
