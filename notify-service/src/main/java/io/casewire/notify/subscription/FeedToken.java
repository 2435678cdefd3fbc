package io.casewire.notify.subscription;

import io.casewire.contracts.id.SubscriptionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens the private feed of one subscription to whoever holds it. Only its hash is stored.
 *
 * @param text 26 letters and digits of the subscription's id, then 160 random bits as 40 hexadecimal digits
 */
record FeedToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "sub-";
    private static final int ID_LENGTH = 26;
    private static final int SECRET_BYTES = 20;
    private static final int LENGTH = ID_LENGTH + 2 * SECRET_BYTES;

    /** A new one for that subscription. */
    static FeedToken draw(SubscriptionId subscription) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new FeedToken(
                subscription.value().substring(PREFIX.length()) + HexFormat.of().formatHex(secret));
    }

    /** The subscription it speaks of; empty for a text that is no token. */
    Optional<SubscriptionId> subscription() {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SubscriptionId(PREFIX + text.substring(0, ID_LENGTH)));
        } catch (IllegalArgumentException notOfItsForm) {
            return Optional.empty();
        }
    }

    /** What is stored of it. */
    String hash() {
        return HexFormat.of().formatHex(sha256());
    }

    /** Whether that is its hash; takes as long whether or not it is, and for null, which is nobody's. */
    boolean hasHash(@Nullable String stored) {
        byte[] known = (stored == null ? "" : stored).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(hash().getBytes(StandardCharsets.US_ASCII), known);
    }

    private byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "FeedToken";
    }
}
