package io.casewire.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A small file beside the store's that says up to which state writes were answered. Like the store itself it is handed to the operating
 * system at each commit and survives the end of the process, whatever ends it.
 */
final class Acknowledged implements AutoCloseable {
    private final Path file;
    private @Nullable FileChannel channel;

    Acknowledged(Path file) {
        this.file = file;
    }

    /** -1 where nothing says so: a store from before there was this file, or an operator who goes on without. */
    long newest() {
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : -1;
        } catch (NumberFormatException e) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    void open() {
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Always the same length over the same bytes, so that it takes no room when the disk is full. */
    void write(long version) {
        FileChannel open = channel;
        if (open == null) {
            return;
        }
        try {
            ByteBuffer line = ByteBuffer.wrap(
                    String.format(Locale.ROOT, "%019d%n", version).getBytes(StandardCharsets.US_ASCII));
            while (line.hasRemaining()) {
                open.write(line, line.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    @Override
    public void close() {
        FileChannel open = channel;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close " + file, e);
            }
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
