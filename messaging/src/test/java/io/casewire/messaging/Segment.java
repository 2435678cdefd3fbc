package io.casewire.messaging;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The file in which a stopped broker keeps the first records of a partition, to be damaged as a bad disk would. */
final class Segment {
    private static final int LENGTH = 8;
    private static final int MAGIC = 16;
    private static final int LAST_OFFSET_DELTA = 23;
    private static final int HEADER = 12;
    private static final int RECORDS = 61;

    private final Path file;

    private Segment(Path file) {
        this.file = file;
    }

    static Segment first(Path directory, String topic, int partition) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(topic + "-" + partition))) {
            return new Segment(files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** Changes one byte of the records in the batch that holds the offset: its check sum no longer holds. */
    void flipRecords(long offset) throws IOException {
        flip(offset, RECORDS + 20);
    }

    /**
     * Changes the format's number of the batch that holds the offset to one of before, in which the next byte tells the compression.
     *
     * @param compression 0 for none; 5, which there is not, makes the broker fail otherwise
     */
    void changeFormat(long offset, int compression) throws IOException {
        flip(offset, MAGIC);
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
            log.seek(position(log, offset) + MAGIC + 1);
            log.write(compression);
        }
    }

    /** Makes the batch that holds the offset seem to be of another length. */
    void flipLength(long offset) throws IOException {
        flip(offset, LENGTH + 1);
    }

    private void flip(long offset, int at) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
            long position = position(log, offset);
            log.seek(position + at);
            int value = log.read();
            log.seek(position + at);
            log.write(value ^ 0xff);
        }
    }

    private static long position(RandomAccessFile log, long offset) throws IOException {
        long position = 0;
        while (true) {
            log.seek(position);
            long base = log.readLong();
            int length = log.readInt();
            log.seek(position + LAST_OFFSET_DELTA);
            if (base + log.readInt() >= offset) {
                return position;
            }
            position += HEADER + length;
        }
    }
}
