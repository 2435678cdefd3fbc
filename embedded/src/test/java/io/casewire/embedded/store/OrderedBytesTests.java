package io.casewire.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderedBytesTests {
    private static final List<@Nullable Object> VALUES = Arrays.asList(
            MinKey.getInstance(),
            null,
            Missing.getInstance(),
            -7,
            -0.5,
            -0.0,
            0,
            0L,
            0.5,
            1,
            1L,
            1.0,
            255,
            256,
            "",
            "\u0000",
            "\u0000a",
            "a",
            "a\u0000",
            "a\u0000b",
            "aa",
            "b",
            "é",
            "通关",
            "通关便利化",
            "\uD840\uDC00",
            "\uE000",
            "\uFFFF",
            new Document(),
            new Document("a", 1),
            new Document("a", 2),
            new Document("a", 1).append("b", 1),
            new Document("b", 1),
            new Document("a", "x"),
            new BinData(new byte[] {}),
            new BinData(new byte[] {(byte) 200}),
            new BinData(new byte[] {1, 2}),
            new LegacyUUID(new UUID(-1, 5)),
            new LegacyUUID(new UUID(1, -5)),
            new UUID(1, 5),
            new UUID(-1, 5),
            new ObjectId("000000000000000000000001"),
            new ObjectId("f00000000000000000000000"),
            false,
            true,
            Instant.EPOCH.minusMillis(1),
            Instant.EPOCH,
            Instant.parse("2026-11-29T00:00:00Z"),
            new BsonTimestamp(1),
            new BsonTimestamp(-1),
            MaxKey.getInstance());

    /** Where the server's own comparator is imprecise: it takes a long and a double for equal that agree before the point. */
    private static final List<Number> NUMBERS_IN_ORDER = List.of(
            Double.NEGATIVE_INFINITY,
            -1e300,
            Long.MIN_VALUE,
            -(1L << 53) - 1,
            -0x1p53,
            -1,
            -Double.MIN_VALUE,
            0,
            Double.MIN_VALUE,
            1,
            0x1p40 + 0.25,
            0x1p40 + 0.5,
            (1L << 40) + 1,
            0x1p53,
            (1L << 53) + 1,
            (1L << 53) + 2,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE,
            0x1p63,
            Double.POSITIVE_INFINITY,
            Double.NaN);

    @Test
    void numbersStandInTheirOrderToTheLastDigit() {
        for (int i = 0; i < NUMBERS_IN_ORDER.size(); i++) {
            for (int j = 0; j < NUMBERS_IN_ORDER.size(); j++) {
                byte[] one = OrderedBytes.of(NUMBERS_IN_ORDER.get(i));
                byte[] other = OrderedBytes.of(NUMBERS_IN_ORDER.get(j));
                assertThat(Integer.signum(Arrays.compareUnsigned(one, other)))
                        .as("%s and %s", NUMBERS_IN_ORDER.get(i), NUMBERS_IN_ORDER.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
        assertThat(OrderedBytes.of(1L << 53)).isEqualTo(OrderedBytes.of(0x1p53));
    }

    @Test
    void bytesStandInTheOrderInWhichTheServerSorts() {
        for (Object one : VALUES) {
            for (Object other : VALUES) {
                int expected = Integer.signum(ValueComparator.asc().compare(one, other));
                assertThat(Integer.signum(Arrays.compareUnsigned(OrderedBytes.of(one), OrderedBytes.of(other))))
                        .as("%s and %s", one, other)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void invertedBytesStandInTheOppositeOrderWhateverFollows() {
        for (Object one : VALUES) {
            for (Object other : VALUES) {
                int expected = Integer.signum(ValueComparator.desc().compare(one, other));
                if (expected != 0) {
                    assertThat(Integer.signum(Arrays.compareUnsigned(descending(one, 9), descending(other, 3))))
                            .as("%s and %s", one, other)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void noValueBeginsAnother() {
        List<byte[]> all = new ArrayList<>();
        VALUES.forEach(value -> all.add(OrderedBytes.of(value)));
        for (byte[] one : all) {
            for (byte[] other : all) {
                boolean begins = other.length > one.length && Arrays.equals(one, Arrays.copyOf(other, one.length));
                assertThat(begins).isFalse();
            }
        }
    }

    private static byte[] descending(@Nullable Object value, int next) {
        return new OrderedBytes().append(value, false).append(next, true).toArray();
    }
}
