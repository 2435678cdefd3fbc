package io.casewire.notify.subscription;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A Standard Webhooks secret: {@code whsec_} and 24 to 64 bytes in Base64. Shown to the subscriber once; never printed.
 *
 * @param text with its prefix
 */
public record SigningSecret(String text) {
    private static final String PREFIX = "whsec_";
    private static final int DRAWN_BYTES = 32;
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static SigningSecret draw() {
        byte[] bytes = new byte[DRAWN_BYTES];
        RANDOM.nextBytes(bytes);
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** A secret the subscriber brings; empty when it is not of this form. */
    public static Optional<SigningSecret> read(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            int bytes = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
            return bytes < MIN_BYTES || bytes > MAX_BYTES ? Optional.empty() : Optional.of(new SigningSecret(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key of the HMAC. */
    public byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
