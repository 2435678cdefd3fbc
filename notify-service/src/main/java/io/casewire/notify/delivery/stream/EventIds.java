package io.casewire.notify.delivery.stream;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * Ids of events in the stream: the reader's place behind the event, so that any instance can go on from there. Opaque to readers. In URL-safe
 * Base64: a byte for the version, then for each partition that is not at its beginning 4 bytes of the topic's id, partition and offset as
 * variable-length numbers, then a check sum of 4 bytes.
 */
final class EventIds {
    /** Longest id that is looked at. */
    static final int MAX_LENGTH = 4096;

    private static final byte VERSION = 1;
    private static final int CHECK = Integer.BYTES;
    private static final int MAX_ENTRY = Integer.BYTES + 5 + 10;

    private EventIds() {}

    static String encode(StreamPositions positions, TopicIds topics) {
        Map<TopicPartition, Long> offsets = positions.offsets();
        ByteBuffer bytes = ByteBuffer.allocate(1 + offsets.size() * MAX_ENTRY + CHECK);
        bytes.put(VERSION);
        offsets.forEach((partition, offset) -> {
            bytes.putInt(topics.of(partition.topic()));
            ByteUtils.writeUnsignedVarint(partition.partition(), bytes);
            ByteUtils.writeVarlong(offset, bytes);
        });
        bytes.putInt(check(bytes.array(), bytes.position()));
        byte[] id = new byte[bytes.position()];
        bytes.flip().get(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    static Decoded decode(String id, TopicIds topics) {
        if (id.length() > MAX_LENGTH) {
            return new Unknown();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(id);
            int end = bytes.length - CHECK;
            if (end < 1
                    || bytes[0] != VERSION
                    || check(bytes, end) != ByteBuffer.wrap(bytes, end, CHECK).getInt()) {
                return new Unknown();
            }
            return entries(ByteBuffer.wrap(bytes, 1, end - 1), topics);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return new Unknown();
        }
    }

    private static Decoded entries(ByteBuffer bytes, TopicIds topics) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        while (bytes.hasRemaining()) {
            String topic = topics.topic(bytes.getInt()).orElse(null);
            int partition = ByteUtils.readUnsignedVarint(bytes);
            long offset = ByteUtils.readVarlong(bytes);
            if (topic == null) {
                return new OtherLog();
            }
            offsets.put(new TopicPartition(topic, partition), offset);
        }
        return new Known(StreamPositions.of(offsets));
    }

    private static int check(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    /** What an id says. */
    sealed interface Decoded {}

    record Known(StreamPositions positions) implements Decoded {}

    /** Not written by this version, or changed on the way. */
    record Unknown() implements Decoded {}

    /** Of topics that were deleted since, or of another cluster. */
    record OtherLog() implements Decoded {}
}
