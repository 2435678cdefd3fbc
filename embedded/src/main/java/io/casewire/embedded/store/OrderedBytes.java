package io.casewire.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes. Compared byte by byte, unsigned, they stand in the order in which mongo-java-server's {@code ValueComparator} sorts the
 * values; equal bytes are values that its filters take for equal ({@code 1}, {@code 1L} and {@code 1.0}; null and a missing field). No value's
 * bytes begin another's, so values can be put one after the other.
 *
 * <p>Strings stand in the order of their UTF-16 units, as Java compares them.
 */
final class OrderedBytes {
    private static final int SMALLEST = 64;
    private static final int LAST_OF_ONE_BYTE = 0x7F;
    private static final int LAST_OF_TWO_BYTES = 0x7FF;

    private byte[] bytes = new byte[SMALLEST];
    private int length;

    /** First byte of every value: the order of the types. None is all ones or, inverted, becomes it. */
    enum Tag {
        MIN(0x08),
        /** An empty array, which has no element to stand for it. */
        EMPTY(0x0C),
        NULL(0x10),
        NUMBER(0x18),
        STRING(0x20),
        DOCUMENT(0x28),
        ARRAY(0x30),
        BINARY(0x38),
        LEGACY_UUID(0x40),
        UUID(0x48),
        OBJECT_ID(0x50),
        BOOLEAN(0x58),
        DATE(0x60),
        TIMESTAMP(0x68),
        REGEX(0x70),
        SCRIPT(0x78),
        MAX(0xF0);

        private final byte code;

        Tag(int code) {
            this.code = (byte) code;
        }

        byte code() {
            return code;
        }

        static Tag of(@Nullable Object value) {
            return switch (value) {
                case null -> NULL;
                case Missing _ -> NULL;
                case MinKey _ -> MIN;
                case Number _ -> NUMBER;
                case String _ -> STRING;
                case Map<?, ?> _ -> DOCUMENT;
                case Collection<?> _ -> ARRAY;
                case BinData _ -> BINARY;
                case LegacyUUID _ -> LEGACY_UUID;
                case java.util.UUID _ -> UUID;
                case ObjectId _ -> OBJECT_ID;
                case Boolean _ -> BOOLEAN;
                case Instant _ -> DATE;
                case BsonTimestamp _ -> TIMESTAMP;
                case BsonRegularExpression _ -> REGEX;
                case BsonJavaScript _ -> SCRIPT;
                case MaxKey _ -> MAX;
                default -> throw new IllegalArgumentException("No order is known for " + value.getClass());
            };
        }
    }

    static byte[] of(@Nullable Object value) {
        return new OrderedBytes().append(value, true).toArray();
    }

    /** @param ascending false to have larger values first */
    OrderedBytes append(@Nullable Object value, boolean ascending) {
        int begin = length;
        value(value);
        return ascending ? this : invert(begin);
    }

    OrderedBytes append(byte[] raw) {
        reserve(raw.length);
        System.arraycopy(raw, 0, bytes, length, raw.length);
        length += raw.length;
        return this;
    }

    /** The place of an empty array, before null. */
    OrderedBytes appendEmpty(boolean ascending) {
        int begin = length;
        put(Tag.EMPTY.code());
        return ascending ? this : invert(begin);
    }

    int length() {
        return length;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** What every string that begins so begins with. */
    static byte[] stringsBeginningWith(String text) {
        OrderedBytes prefix = new OrderedBytes();
        prefix.put(Tag.STRING.code());
        prefix.units(text);
        return prefix.toArray();
    }

    static byte[] inverted(byte[] ascending) {
        byte[] descending = new byte[ascending.length];
        for (int i = 0; i < ascending.length; i++) {
            descending[i] = (byte) ~ascending[i];
        }
        return descending;
    }

    private OrderedBytes invert(int begin) {
        for (int i = begin; i < length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return this;
    }

    private void value(@Nullable Object value) {
        put(Tag.of(value).code());
        switch (value) {
            case null -> {}
            case Number number -> number(number);
            case String text -> string(text);
            case Document document -> document(document);
            case Map<?, ?> other -> throw new IllegalArgumentException("Not a document: " + other.getClass());
            case Collection<?> elements -> {
                elements.forEach(this::value);
                put((byte) 1);
            }
            case BinData binary -> {
                // shorter ones first, as the server compares them
                integer(binary.getData().length);
                append(binary.getData());
            }
            case LegacyUUID id -> {
                signed(id.getUuid().getMostSignificantBits());
                signed(id.getUuid().getLeastSignificantBits());
            }
            case UUID id -> {
                unsigned(id.getMostSignificantBits());
                unsigned(id.getLeastSignificantBits());
            }
            case ObjectId id -> append(id.toByteArray());
            case Boolean truth -> put((byte) (truth ? 1 : 0));
            case Instant time -> signed(time.toEpochMilli());
            case BsonTimestamp timestamp -> unsigned(timestamp.getValue());
            case BsonRegularExpression regex -> {
                string(regex.getPattern());
                string(String.valueOf(regex.getOptions()));
            }
            case BsonJavaScript script -> string(script.getCode());
            default -> {
                // null, the least and the greatest are all in their tag
            }
        }
    }

    private void document(Document document) {
        for (Map.Entry<String, Object> field : document.entrySet()) {
            put(Tag.of(field.getValue()).code());
            string(field.getKey());
            value(field.getValue());
        }
        put((byte) 1);
    }

    /**
     * The double at or below the number, then what a long has beyond it: beyond 2^53 neighbouring longs share a double, and
     * each has to keep its place between the doubles.
     */
    private void number(Number number) {
        double below = number.doubleValue();
        int beyond = 0;
        if (number instanceof Long exact) {
            if (below == 0x1p63 || (long) below > exact) {
                below = Math.nextDown(below);
            }
            beyond = (int) (exact - (long) below);
        }
        long bits = Double.doubleToLongBits(below == 0 ? 0.0 : below);
        unsigned(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        put((byte) (beyond >>> Byte.SIZE));
        put((byte) beyond);
    }

    /** Ends with 00 01. */
    private void string(String text) {
        units(text);
        put((byte) 0);
        put((byte) 1);
    }

    /** Each UTF-16 unit as UTF-8 would write it, surrogates too; a zero is 00 FF. */
    private void units(String text) {
        if (isAscii(text)) {
            append(text.getBytes(StandardCharsets.US_ASCII));
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                put((byte) 0);
                put((byte) 0xFF);
            } else if (unit <= LAST_OF_ONE_BYTE) {
                put((byte) unit);
            } else if (unit <= LAST_OF_TWO_BYTES) {
                put((byte) (0xC0 | unit >> 6));
                put((byte) (0x80 | (unit & 0x3F)));
            } else {
                put((byte) (0xE0 | unit >> 12));
                put((byte) (0x80 | ((unit >> 6) & 0x3F)));
                put((byte) (0x80 | (unit & 0x3F)));
            }
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0 || unit > LAST_OF_ONE_BYTE) {
                return false;
            }
        }
        return true;
    }

    private void integer(int value) {
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            put((byte) (value >>> shift));
        }
    }

    private void signed(long value) {
        unsigned(value ^ Long.MIN_VALUE);
    }

    private void unsigned(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            put((byte) (value >>> shift));
        }
    }

    private void put(byte value) {
        reserve(1);
        bytes[length++] = value;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
