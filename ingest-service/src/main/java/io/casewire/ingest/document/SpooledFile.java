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
     * Takes the stream in.
     *
     * @throws UploadRefused when it is too large, too slow, empty, or nothing that is read here
     * @throws IOException when the sender went away or the temporary folder is full
     */
    static SpooledFile of(InputStream in, long maxSize, Duration maxDuration) throws IOException {
        Path file = Files.createTempFile("casewire-upload", null);
        boolean taken = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = Sha256.digest();
            ContentSniffer sniffer = new ContentSniffer(HEAD);
            long deadline = System.nanoTime() + maxDuration.toNanos();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > maxSize) {
                    throw UploadRefused.tooLarge(maxSize);
                }
                if (System.nanoTime() > deadline) {
                    throw UploadRefused.tooSlow(maxDuration);
                }
                digest.update(buffer, 0, count);
                sniffer.take(buffer, count);
                out.write(buffer, 0, count);
            }
            sniffer.requireReadable();
            taken = true;
            return new SpooledFile(file, Sha256.hex(digest), sniffer);
        } finally {
            if (!taken) {
                Files.deleteIfExists(file);
            }
        }
    }

    String sha256() {
        return sha256;
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
