package io.casewire.ingest.document;

import io.casewire.ingest.blob.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An upload in a temporary file: its hash is known only at its end, and it never is in memory as a whole. */
final class SpooledFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpooledFile.class);
    private static final int BUFFER = 64 * 1024;
    private static final int HEAD = 4096;

    private final Path file;
    private final String sha256;
    private final ContentSniffer sniffer;

    private SpooledFile(Path file, String sha256, ContentSniffer sniffer) {
        this.file = file;
        this.sha256 = sha256;
        this.sniffer = sniffer;
    }

    /**
     * What may be sent.
     *
     * @param maxSize in bytes
     * @param memory in bytes, that parsing it may take
     */
    record Bounds(Path folder, long maxSize, Duration maxDuration, long memory) {}

    /**
     * Takes the stream in.
     *
     * @throws UploadRefused when it is too large, too slow, empty, too costly, or nothing that is read here, or when there
     *     is no room for it
     * @throws IOException when the sender went away
     */
    static SpooledFile of(InputStream in, Bounds bounds) throws IOException {
        Path file = create(bounds.folder());
        boolean taken = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = Sha256.digest();
            ContentSniffer sniffer = new ContentSniffer(HEAD);
            long deadline = System.nanoTime() + bounds.maxDuration().toNanos();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > bounds.maxSize()) {
                    throw UploadRefused.tooLarge(bounds.maxSize());
                }
                if (System.nanoTime() > deadline) {
                    throw UploadRefused.tooSlow(bounds.maxDuration());
                }
                digest.update(buffer, 0, count);
                sniffer.take(buffer, count);
                write(out, buffer, count);
            }
            sniffer.requireReadable();
            sniffer.requireAffordable(bounds.memory());
            taken = true;
            return new SpooledFile(file, Sha256.hex(digest), sniffer);
        } finally {
            if (!taken) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** @throws UploadRefused when nothing can be kept there at this moment */
    static void requireRoom(Path folder) throws IOException {
        Path file = create(folder);
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, new byte[BUFFER], BUFFER);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Path create(Path folder) {
        try {
            return Files.createTempFile(folder, "casewire-upload", null);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static void write(OutputStream out, byte[] bytes, int count) {
        try {
            out.write(bytes, 0, count);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static UploadRefused noRoom(IOException e) {
        LOG.warn("An upload cannot be kept while it comes in: {}", e.toString());
        return UploadRefused.noRoom(
                "The service cannot write to its folder for uploads at this moment. Nothing was kept.");
    }

    String sha256() {
        return sha256;
    }

    /** Whether it is read as it is; other files are taken apart first. */
    boolean isText() {
        return !sniffer.isForReaders();
    }

    long size() {
        return sniffer.size();
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", file, e);
        }
    }
}
