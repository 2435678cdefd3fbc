package io.casewire.cli.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The records of a partition in a file, compressed: for each its offset and timestamp (8 bytes), key, value, number of headers and
 * each header's name and value; bytes with their length before them (4 bytes), -1 for null. The file ends with the offset -1.
 */
final class RecordFile {
    private static final long END = -1;
    private static final int NULL = -1;

    private RecordFile() {}

    /** Writes records in the order given. */
    static final class Writer implements AutoCloseable {
        private final DataOutputStream out;
        private long records;

        Writer(Path file) throws IOException {
            out = new DataOutputStream(
                    new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(PrivateFiles.create(file)))));
        }

        void write(ConsumerRecord<byte[], byte[]> record) throws IOException {
            out.writeLong(record.offset());
            out.writeLong(record.timestamp());
            bytes(record.key());
            bytes(record.value());
            Header[] headers = record.headers().toArray();
            out.writeInt(headers.length);
            for (Header header : headers) {
                bytes(header.key().getBytes(StandardCharsets.UTF_8));
                bytes(header.value());
            }
            records++;
        }

        long records() {
            return records;
        }

        @Override
        public void close() throws IOException {
            out.writeLong(END);
            out.close();
        }

        private void bytes(byte @Nullable [] bytes) throws IOException {
            out.writeInt(bytes == null ? NULL : bytes.length);
            if (bytes != null) {
                out.write(bytes);
            }
        }
    }

    /** Reads them back for a partition. */
    static final class Reader implements AutoCloseable {
        private final DataInputStream in;
        private final String topic;
        private final int partition;
        private long offset;

        Reader(Path file, String topic, int partition) throws IOException {
            this.in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))));
            this.topic = topic;
            this.partition = partition;
        }

        /** The next one, with the time it had; null at the end. */
        @Nullable
        ProducerRecord<byte[], byte[]> next() throws IOException {
            offset = in.readLong();
            if (offset == END) {
                return null;
            }
            long timestamp = in.readLong();
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(topic, partition, timestamp < 0 ? null : timestamp, bytes(), bytes());
            int headers = in.readInt();
            for (int i = 0; i < headers; i++) {
                byte[] name = bytes();
                if (name == null) {
                    throw new EOFException("a header without a name");
                }
                record.headers().add(new String(name, StandardCharsets.UTF_8), bytes());
            }
            return record;
        }

        /** Where the last one stood when it was copied. */
        long offset() {
            return offset;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private byte @Nullable [] bytes() throws IOException {
            int length = in.readInt();
            if (length == NULL) {
                return null;
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("a record ends too early");
            }
            return bytes;
        }
    }
}
