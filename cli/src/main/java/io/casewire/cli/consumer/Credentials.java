package io.casewire.cli.consumer;

import io.casewire.cli.connect.Answer;
import io.casewire.cli.connect.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * Names and passwords of consumers at the broker. The broker keeps salted hashes; the passwords stay in files. SCRAM-SHA-256,
 * as the listener for other systems knows nothing else, so that services, which have SHA-512, cannot come that way.
 */
final class Credentials {
    private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_256;
    private static final ScramCredentialInfo HASHING = new ScramCredentialInfo(MECHANISM, 8192);
    private static final int RANDOM_BYTES = 24;

    private Credentials() {}

    /** Lets each user in with the password given; who was there before has the new password from now on. */
    static void set(Admin admin, Map<String, String> passwords) {
        Answer.of(admin.alterUserScramCredentials(passwords.entrySet().stream()
                        .<UserScramCredentialAlteration>map(
                                user -> new UserScramCredentialUpsertion(user.getKey(), HASHING, user.getValue()))
                        .toList())
                .all());
    }

    static void remove(Admin admin, String user) {
        Answer.of(admin.alterUserScramCredentials(List.of(new UserScramCredentialDeletion(user, MECHANISM)))
                .all());
    }

    /** Names of all who can be let in. */
    static Set<String> users(Admin admin) {
        return Answer.of(admin.describeUserScramCredentials().all()).entrySet().stream()
                .filter(user ->
                        user.getValue().credentialInfos().stream().anyMatch(info -> info.mechanism() == MECHANISM))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The first line of the file. */
    static String password(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(password -> !password.isEmpty())
                    .orElseThrow(() -> new Refused(file + " holds no password"));
        } catch (IOException e) {
            throw new Refused("cannot read the password in " + file + ": " + e.getMessage(), e);
        }
    }

    /** As {@link #password}; a missing file is made first, with a random password that only its owner can read. */
    static String passwordOrNew(Path file) {
        if (Files.exists(file)) {
            return password(file);
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password + "\n");
            return password;
        } catch (IOException e) {
            throw new Refused("cannot write the password to " + file + ": " + e.getMessage(), e);
        }
    }
}
