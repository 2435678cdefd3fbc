package io.casewire.notify.sealing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;

/**
 * Seals texts for the store with AES-256-GCM, and opens what it or an older key sealed. A sealed text is
 * {@code casewire-sealed:1:<id of the key>:<Base64>}; any other is one from before there was sealing.
 */
public final class KeyRing {
    static final String PREFIX = "casewire-sealed:1:";

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, BytesEncryptor> keys = new LinkedHashMap<>();
    private final String newest;

    private KeyRing(List<byte[]> all) {
        for (byte[] key : all) {
            keys.put(
                    id(key),
                    AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES"))
                            .build());
        }
        this.newest = keys.keySet().iterator().next();
    }

    /**
     * The keys of that text: one a line, 32 bytes in Base64, the one to seal with first; {@code #} begins a comment.
     *
     * @throws UnusableSecrets when it holds none, or something else
     */
    public static KeyRing read(String text) {
        List<byte[]> all = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                all.add(key(line));
            }
        }
        if (all.isEmpty()) {
            throw new UnusableSecrets("It holds no key.");
        }
        return new KeyRing(all);
    }

    /** The text of a new key. */
    static String draw() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    /** Sealed with the newest key; an empty text stays one. */
    public String seal(String text) {
        if (text.isEmpty()) {
            return text;
        }
        byte[] sealed = encryptor(newest).encrypt(text.getBytes(StandardCharsets.UTF_8));
        return PREFIX + newest + ":" + Base64.getEncoder().encodeToString(sealed);
    }

    /**
     * What was sealed; a text that was not as it is.
     *
     * @throws UnusableSecrets when it was sealed with a key that is not here, or is damaged
     */
    public String open(String stored) {
        if (!stored.startsWith(PREFIX)) {
            return stored;
        }
        String key = keyOf(stored);
        try {
            byte[] sealed = Base64.getDecoder().decode(stored.substring(PREFIX.length() + key.length() + 1));
            return new String(encryptor(key).decrypt(sealed), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // what Spring Security says of a text that its key does not open
            throw new UnusableSecrets("A secret sealed with key " + key + " is damaged.", e);
        }
    }

    /** Whether it is as {@link #seal} would leave it: sealed with the newest key, or empty. */
    boolean isCurrent(String stored) {
        return stored.isEmpty() || stored.startsWith(PREFIX + newest + ":");
    }

    /** The id of the key that sealed it. */
    static String keyOf(String sealed) {
        int end = sealed.indexOf(':', PREFIX.length());
        return end < 0 ? "" : sealed.substring(PREFIX.length(), end);
    }

    private BytesEncryptor encryptor(String key) {
        BytesEncryptor found = keys.get(key);
        if (found == null) {
            throw new UnusableSecrets(
                    "A secret is sealed with key " + key + ", and there are only " + keys.keySet() + ".");
        }
        return found;
    }

    private static byte[] key(String line) {
        try {
            byte[] key = Base64.getDecoder().decode(line);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, without the line
        }
        throw new UnusableSecrets("It holds a line that is not 32 bytes in Base64.");
    }

    private static String id(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "keys " + keys.keySet();
    }
}
