package io.casewire.parsing;

import io.casewire.parsing.decode.Decoding;
import io.casewire.parsing.decode.Decoding.Decoded;
import io.casewire.parsing.decode.Decoding.Unreadable;
import io.casewire.parsing.decode.TextDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whether the bytes of a document are read at all. */
sealed interface Admission {
    /** The SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
    String sha256();

    /** They are text of a size that is read. */
    record Admitted(String sha256, Decoded decoded) implements Admission {}

    /**
     * They are not.
     *
     * @param code of the diagnostic
     */
    record Turned(String sha256, String code, String message) implements Admission {}

    static Admission of(byte[] bytes, Limits limits) {
        String sha256 = hash(bytes);
        if (bytes.length > limits.bytes()) {
            return new Turned(
                    sha256,
                    "DOCUMENT_TOO_LARGE",
                    "The file has " + bytes.length + " bytes; at most " + limits.bytes() + " are read ("
                            + Limits.MAX_BYTES + ")");
        }
        return of(TextDecoder.decode(bytes), sha256, limits);
    }

    /** The same for text that was taken out of a file of another format. */
    static Admission of(String text, String sha256, Limits limits) {
        return of(TextDecoder.judge(text), sha256, limits);
    }

    private static Admission of(Decoding decoding, String sha256, Limits limits) {
        return switch (decoding) {
            case Unreadable unreadable -> new Turned(sha256, unreadable.cause().name(), unreadable.reason());
            case Decoded decoded -> {
                Limits.Excess excess = limits.exceededBy(decoded.text());
                yield excess == null
                        ? new Admitted(sha256, decoded)
                        : new Turned(sha256, excess.code(), excess.message());
            }
        };
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
