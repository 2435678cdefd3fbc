package io.casewire.contracts.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How ids are written: a prefix that names the kind, a hyphen, and 26 letters and digits (130 bits of a SHA-256 in
 * base32hex, lower case). Safe in URLs, file names and Kafka keys.
 */
public final class StableId {
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuv";
    private static final int LENGTH = 26;

    private StableId() {}

    /**
     * Derives an id from its parts. Each part is preceded by its length, so that ("ab","c") and ("a","bc") differ.
     *
     * @throws IllegalArgumentException without parts: an id of nothing would be shared by everything
     */
    public static String derive(String prefix, String... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("An id needs at least one part to be derived from");
        }
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return prefix + '-' + base32hex(digest.digest());
    }

    static void requireWellFormed(String prefix, String value) {
        if (value.length() != prefix.length() + 1 + LENGTH
                || !value.startsWith(prefix)
                || value.charAt(prefix.length()) != '-'
                || !value.substring(prefix.length() + 1).chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
            throw new IllegalArgumentException(
                    "Not an id of the form " + prefix + "-<26 letters and digits>: '" + shown + "'");
        }
    }

    private static String base32hex(byte[] bytes) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int bit = i * 5;
            int window = ((bytes[bit / 8] & 0xff) << 8) | (bytes[bit / 8 + 1] & 0xff);
            text.append(ALPHABET.charAt((window >> (11 - bit % 8)) & 31));
        }
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
