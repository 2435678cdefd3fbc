package io.casewire.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The one broker of a test run: started when first asked for, gone with the JVM. Tests keep apart by topic names and consumer groups
 * of their own, see {@link #uniquePrefix}.
 */
public final class SharedKafka {
    private SharedKafka() {}

    public static String bootstrapServers() {
        return Holder.BROKER.bootstrapServers();
    }

    /** A prefix for topics and groups that no other test has, such as {@code t3f2a9c41.}. */
    public static String uniquePrefix() {
        return "t" + UUID.randomUUID().toString().substring(0, 8) + ".";
    }

    private static final class Holder {
        static final EmbeddedKafka BROKER = startForThisRun();

        private static EmbeddedKafka startForThisRun() {
            try {
                Path directory = Files.createTempDirectory("casewire-kafka");
                EmbeddedKafka broker = EmbeddedKafka.start(directory);
                ScratchDirectory.deleteAtExit(directory, broker);
                return broker;
            } catch (IOException e) {
                throw new UncheckedIOException("No temporary directory for the broker", e);
            }
        }
    }
}
