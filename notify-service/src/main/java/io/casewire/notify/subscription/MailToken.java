package io.casewire.notify.subscription;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What a link in a mail proves its reader by.
 *
 * @param text 128 random bits in hexadecimal, as drawn; any text, as it came
 */
public record MailToken(String text) {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static MailToken draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new MailToken(HexFormat.of().formatHex(bytes));
    }

    /** What is stored in its place. */
    public String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean is(String other) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "MailToken";
    }
}
