package io.casewire.replication.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that came in, on this machine's disk until it is kept or refused. */
record Incoming(Path path, String sha256, long size) implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    /**
     * Takes in what the stream holds; of one that breaks off, or is too large, nothing stays.
     *
     * @param most bytes
     * @throws org.springframework.web.ErrorResponseException (413, 422) where it is larger, or empty
     */
    static Incoming of(InputStream in, long most) throws IOException {
        Path path = Files.createTempFile("casewire-attachment", ".part");
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(path)) {
            MessageDigest digest = digest();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw Refused.tooLarge(most);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            if (size == 0) {
                throw Refused.empty();
            }
            whole = true;
            return new Incoming(path, HexFormat.of().formatHex(digest.digest()), size);
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
