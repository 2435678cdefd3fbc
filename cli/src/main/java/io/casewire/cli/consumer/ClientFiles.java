package io.casewire.cli.consumer;

import io.casewire.cli.connect.Refused;
import io.casewire.cli.external.ExternalAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder a consumer is given: everything a client needs to connect from outside, in the form of several of them. Only its
 * owner can read it.
 *
 * @param folder of this consumer
 * @param name of the consumer, its account and its group
 * @param address of the broker
 * @param tls whether the listener speaks it; one on loopback does not
 * @param authority certificate that vouches for the broker's, PEM; absent where clients trust it already
 */
record ClientFiles(Path folder, String name, ExternalAddress address, boolean tls, Optional<String> authority) {
    private static final String MECHANISM = "SCRAM-SHA-256";

    /** Kafka's name for how its clients connect. */
    static String protocol(boolean tls) {
        return tls ? "SASL_SSL" : "SASL_PLAINTEXT";
    }

    /** Where the password is or will be. */
    static Path passwordIn(Path folder) {
        return folder.resolve("password");
    }

    /** With the folders it lies in, each for its owner only. */
    static void makeFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (IOException e) {
                throw new Refused("cannot make the folder " + folder + ": " + e, e);
            }
        }
    }

    /** Writes all of it anew. */
    void write(String password) {
        try {
            if (authority.isPresent()) {
                file("ca.pem", authority.get());
            }
            file("client.properties", java(password));
            file("librdkafka.conf", librdkafka(password));
            file("kafkajs.json", kafkajs(password));
        } catch (IOException e) {
            throw new Refused("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    private String java(String password) {
        String trust = authority
                .map(pem -> "ssl.truststore.type=PEM\nssl.truststore.certificates="
                        + pem.strip().replace("\n", "\\n\\\n") + "\n")
                .orElse("");
        return """
                bootstrap.servers=%s
                group.id=%s
                security.protocol=%s
                sasl.mechanism=%s
                sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\
                  username="%s" password="%s";
                %s""".formatted(address, name, protocol(tls), MECHANISM, name, password, trust);
    }

    // the path is as seen from this folder
    private String librdkafka(String password) {
        return """
                bootstrap.servers=%s
                security.protocol=%s
                sasl.mechanism=%s
                sasl.username=%s
                sasl.password=%s
                %s""".formatted(
                        address,
                        protocol(tls),
                        MECHANISM,
                        name,
                        password,
                        authority.map(_ -> "ssl.ca.location=ca.pem\n").orElse(""));
    }

    // password and host are of characters that JSON takes as they are
    private String kafkajs(String password) {
        return """
                {
                  "brokers": ["%s"],
                  "ssl": %s,
                  "sasl": {"mechanism": "scram-sha-256", "username": "%s", "password": "%s"}
                }
                """.formatted(
                        address,
                        authority
                                .map(pem -> "{\"ca\": [\"" + pem.replace("\n", "\\n") + "\"]}")
                                .orElse(String.valueOf(tls)),
                        name,
                        password);
    }

    private void file(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.deleteIfExists(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, content);
    }
}
