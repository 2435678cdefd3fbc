package io.casewire.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The directories of a broker that is its own controller.
 *
 * @param nodeId the broker's
 * @param directories of the log
 * @param metadata the one of them that holds the metadata log
 * @param controllerListener the listener of the controller by its name
 */
public record BrokerStorage(int nodeId, List<String> directories, String metadata, String controllerListener) {
    public BrokerStorage {
        directories = List.copyOf(directories);
    }

    /** Whether {@link #format} was here. */
    public boolean isFormatted() {
        return Files.exists(Path.of(metadata).resolve("meta.properties"));
    }

    /**
     * Prepares them for the first start.
     *
     * @param clusterId 16 bytes in URL-safe Base64
     * @throws UncheckedIOException when they cannot be written
     */
    public void format(String clusterId) {
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(nodeId)
                .setClusterId(clusterId)
                .setDirectories(directories)
                .setControllerListenerName(controllerListener)
                .setMetadataLogDirectory(metadata);
        try {
            formatter.run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot format the broker's directory " + metadata, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // Formatter.run declares Exception without saying which
            throw new KafkaException("Cannot format the broker's directory " + metadata, e);
        }
    }
}
