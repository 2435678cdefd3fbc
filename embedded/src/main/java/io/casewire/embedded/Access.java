package io.casewire.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The account that the parts and commands of one instance have at its broker and store, which listen where everybody on the machine can
 * connect. In the folder {@code access} of a data folder, for its owner only:
 *
 * <ul>
 *   <li>{@code password}: made once
 *   <li>{@code kafka.properties}: what a Kafka client needs beside the address
 *   <li>{@code store.uri}: the connection string of the running instance, with the password; written at each start
 * </ul>
 *
 * @param password of letters and digits, so that it needs no escaping anywhere
 */
public record Access(String password) {
    /** No consumer of other systems may be called so. */
    public static final String USER = "casewire-instance";

    /** The folder in a data folder. */
    public static final String FOLDER = "access";

    private static final String PASSWORD = "password";
    private static final String KAFKA = "kafka.properties";
    private static final String STORE = "store.uri";
    private static final int PASSWORD_BYTES = 32;

    /** @throws IllegalArgumentException when it would need escaping, or is no secret */
    public Access {
        if (password.length() < PASSWORD_BYTES || !password.chars().allMatch(Access::isPlain)) {
            throw new IllegalArgumentException(
                    "a password of an instance has " + PASSWORD_BYTES + " letters and digits or more");
        }
    }

    /** For an instance that nobody is told of. */
    public static Access random() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Access(HexFormat.of().formatHex(bytes));
    }

    /**
     * That of a data folder, made where it is missing.
     *
     * @throws UncheckedIOException when it cannot be read or made
     * @throws IllegalArgumentException when the file holds no such password
     */
    public static Access in(Path data) {
        Path file = data.resolve(FOLDER).resolve(PASSWORD);
        try {
            if (!Files.exists(file)) {
                Access fresh = random();
                write(data, PASSWORD, fresh.password());
                write(data, KAFKA, fresh.properties());
                return fresh;
            }
            return new Access(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or make " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + " holds no password: delete the folder " + FOLDER + ", the next start makes a new one", e);
        }
    }

    /** What a Kafka client needs, the address included. */
    public Map<String, String> kafka(String bootstrapServers) {
        Map<String, String> settings = new TreeMap<>(kafka());
        settings.put("bootstrap.servers", bootstrapServers);
        return settings;
    }

    /** What a Kafka client needs beside the address. */
    public Map<String, String> kafka() {
        return Map.of(
                "security.protocol",
                BrokerSettings.SECURED,
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                jaas() + ";");
    }

    /**
     * Connection string of the store.
     *
     * @param address without an account, as {@code mongodb://127.0.0.1:27017}
     * @param database empty for none
     */
    public String store(String address, String database) {
        return "%s/%s?authSource=admin&authMechanism=SCRAM-SHA-256"
                .formatted(address.replace("://", "://" + USER + ":" + password + "@"), database);
    }

    /** Tells commands on this data folder where the store is now. */
    public void tellStore(Path data, String address) {
        try {
            write(data, STORE, store(address, ""));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + data, e);
        }
    }

    /** Without the password, which a record would print. */
    @Override
    public String toString() {
        return "Access[" + USER + "]";
    }

    String jaas() {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
                .formatted(USER, password);
    }

    private String properties() {
        return new TreeMap<>(kafka())
                .entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    // under its name only once it is whole
    private static void write(Path data, String name, String text) throws IOException {
        Path folder = data.resolve(FOLDER);
        Files.createDirectories(folder, attributes(data, "rwx------"));
        Path file = folder.resolve(name);
        Path draft = folder.resolve(name + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, attributes(folder, "rw-------"));
        Files.writeString(draft, text, StandardCharsets.US_ASCII);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] attributes(Path beside, String rights) throws IOException {
        return Files.exists(beside) && Files.getFileStore(beside).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
