package io.casewire.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that only takes up room, to be given up when there is none.
 *
 * @param bytes it has
 */
record Ballast(Path file, long bytes) {
    private static final Logger LOG = LoggerFactory.getLogger(Ballast.class);
    private static final int BLOCK = 1 << 20;

    /** Makes the file where it is missing or too small. */
    void keep() {
        try {
            if (Files.exists(file) && Files.size(file) >= bytes) {
                return;
            }
            // noise, as some file systems keep no zeros
            byte[] noise = new byte[BLOCK];
            new Random().nextBytes(noise);
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                while (channel.size() < bytes) {
                    channel.write(ByteBuffer.wrap(noise));
                }
            }
        } catch (IOException e) {
            LOG.warn("No ballast can be kept: {}", e.toString());
        }
    }

    /** Whether there was any. */
    boolean giveUp() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The ballast cannot be given up: {}", e.toString());
            return false;
        }
    }
}
