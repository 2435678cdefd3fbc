package io.casewire.cli.deployment;

import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets that need no quoting in a properties file, a URI or a shell. */
final class Passwords {
    private static final int PASSWORD_BYTES = 24;
    private static final int SEALING_KEY_BYTES = 32;
    private static final int CLUSTER_ID_BYTES = 16;
    // MongoDB's key file takes 6 to 1024 characters of Base64
    private static final int KEY_FILE_BYTES = 384;

    private final SecureRandom random = new SecureRandom();

    String password() {
        return urlSafe(PASSWORD_BYTES);
    }

    String keyFile() {
        return Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes(KEY_FILE_BYTES)) + "\n";
    }

    /** What secrets in a store are sealed with. */
    String sealingKey() {
        return Base64.getEncoder().encodeToString(bytes(SEALING_KEY_BYTES)) + "\n";
    }

    /** Kafka writes its ids so; one that begins with a dash would be taken for an option by its tools. */
    String clusterId() {
        String id = urlSafe(CLUSTER_ID_BYTES);
        return id.startsWith("-") ? clusterId() : id;
    }

    private String urlSafe(int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(length));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
