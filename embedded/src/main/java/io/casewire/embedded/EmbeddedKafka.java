package io.casewire.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker that is its own controller (KRaft, no ZooKeeper), listening on loopback only. Its data stay in one
 * directory, which is formatted on the first start and found again on every later one, after a {@code kill -9} too.
 *
 * <p>Topics are never created by being named: whoever uses one creates it, with its partitions and retention.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int ATTEMPTS_WITH_PORTS_WE_CHOSE = 3;

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final int port;
    private final @Nullable Access access;

    private EmbeddedKafka(DirectoryLock lock, KafkaRaftServer server, int port, @Nullable Access access) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.access = access;
    }

    /** As {@link #start(Path, int)} with a free port of the system's choice. */
    public static EmbeddedKafka start(Path directory) {
        return start(directory, 0);
    }

    /**
     * Starts the broker and returns once clients can produce and consume; takes three to four seconds.
     *
     * @param directory where the log and the broker's metadata live; created when missing
     * @param port of the listener on 127.0.0.1; 0 for any free one
     * @throws DirectoryInUse when another broker, here or in another process, works on the directory
     * @throws PortInUse when the port is taken
     * @throws KafkaException when the directory cannot be read
     */
    public static EmbeddedKafka start(Path directory, int port) {
        return start(directory, port, DiskSpace.unwatched(), null);
    }

    /**
     * The same for an instance: on a disk that may get full, where producers are refused with Kafka's error for a topic that they may not
     * write while it is short, and for who has its account, or one that was made there.
     *
     * @param access null for everybody
     * @throws DirectoryInUse when another broker, here or in another process, works on the directory
     * @throws PortInUse when the port is taken
     */
    public static EmbeddedKafka start(Path directory, int port, DiskSpace space, @Nullable Access access) {
        QuietLogging.turnDownServers();
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            format(directory);
            return start(lock, directory, port, space, access);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Host and port for a client's {@code bootstrap.servers}, such as {@code 127.0.0.1:9092}. */
    public String bootstrapServers() {
        return BrokerSettings.LOOPBACK + ":" + port;
    }

    /** What a client needs, address and account. */
    public Map<String, String> clientSettings() {
        return access == null ? Map.of("bootstrap.servers", bootstrapServers()) : access.kafka(bootstrapServers());
    }

    public int port() {
        return port;
    }

    /** Stops the broker in order, so that the next start need not check its logs. Does nothing the second time. */
    @Override
    public void close() {
        if (lock.isHeld()) {
            stop(server);
            lock.close();
        }
    }

    // A port we chose may be taken by somebody else before the broker binds it; then other ports are tried.
    private static EmbeddedKafka start(
            DirectoryLock lock, Path directory, int port, DiskSpace space, @Nullable Access access) {
        for (int attempt = 1; ; attempt++) {
            BrokerSettings settings = BrokerSettings.of(directory, port, space, access);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
            try {
                server.startup();
                return new EmbeddedKafka(lock, server, settings.port(), access);
            } catch (KafkaException e) {
                stop(server);
                if (port != 0 || attempt == ATTEMPTS_WITH_PORTS_WE_CHOSE) {
                    throw e;
                }
            }
        }
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) {
        BrokerStorage storage = new BrokerStorage(
                BrokerSettings.NODE_ID,
                List.of(directory.toString()),
                directory.toString(),
                BrokerSettings.CONTROLLER_LISTENER);
        if (!storage.isFormatted()) {
            storage.format(Uuid.randomUuid().toString());
        }
    }
}
