package io.casewire.identity.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of links that sign somebody in once. The session's token waits in a file of {@code sessions/}, encrypted under the code
 * and named after a digest of it, so that who reads the folder, or a backup of it, gets neither. Who deletes the file has the
 * token: of several consoles that share the folder, and of several requests, exactly one.
 */
public final class SignInCodes {
    /** How long a code waits for its use. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final int CODE_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String NAMES = "[0-9a-f]*.code";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    private SignInCodes(Path folder) {
        this.folder = folder;
    }

    /** Those of that key directory. */
    public static SignInCodes in(Path keyDirectory) {
        return new SignInCodes(Sessions.folderIn(keyDirectory));
    }

    /** Keeps a token for whoever brings the code, which is the answer. */
    String keep(String token, Instant now) throws IOException {
        byte[] code = random(CODE_BYTES);
        long until = now.plus(LIFE).getEpochSecond();
        FileModes.createPrivateDirectory(folder);
        sweep(now);
        FileModes.writeWhole(file(code), until + "\n" + encrypted(code, token, until));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    /** The token that a code stands for, which stays; empty when it is none, too old, or was used. */
    public Optional<String> look(String code, Instant now) throws IOException {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(code);
        try {
            return token(bytes, FileModes.readSmall(file(bytes)), now);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** The same, and the code is used up; of all who take it at once one gets the token. */
    public Optional<String> take(String code, Instant now) throws IOException {
        Optional<String> token = look(code, now);
        try {
            if (token.isPresent()) {
                Files.delete(file(Base64.getUrlDecoder().decode(code)));
            }
            return token;
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> token(byte[] code, String content, Instant now) {
        int end = content.indexOf('\n');
        try {
            long until = Long.parseLong(content, 0, Math.max(end, 0), 10);
            return now.getEpochSecond() >= until
                    ? Optional.empty()
                    : Optional.of(decrypted(code, content.substring(end + 1), until));
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            // damaged, or another's file under this name
            return Optional.empty();
        }
    }

    private void sweep(Instant now) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAMES)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().plus(LIFE).isBefore(now)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException _) {
            // somebody used it meanwhile
        }
    }

    private Path file(byte[] code) {
        return folder.resolve(HexFormat.of().formatHex(derived(code, "name")) + ".code");
    }

    private static String encrypted(byte[] code, String token, long until) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] secret =
                    cipher(Cipher.ENCRYPT_MODE, code, nonce, until).doFinal(token.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + secret.length);
            System.arraycopy(secret, 0, all, NONCE_BYTES, secret.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    private static String decrypted(byte[] code, String content, long until) throws GeneralSecurityException {
        byte[] all = Base64.getUrlDecoder().decode(content.strip());
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] token = cipher(Cipher.DECRYPT_MODE, code, nonce, until)
                .doFinal(all, NONCE_BYTES, Math.max(all.length - NONCE_BYTES, 0));
        return new String(token, StandardCharsets.UTF_8);
    }

    private static Cipher cipher(int mode, byte[] code, byte[] nonce, long until) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived(code, "key"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(Long.toString(until).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    /** The code is 256 random bits, so that nothing slow is needed to make two values of it. */
    private static byte[] derived(byte[] code, String use) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(code, "HmacSHA256"));
            return mac.doFinal(("casewire sign-in " + use).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
