package io.casewire.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A server that speaks MongoDB's protocol, on loopback unless told otherwise, in memory or in one file. What it can and cannot do is pinned by
 * {@code StoreCapabilityIT} and told in this module's README; indexes, for one, keep values unique but make nothing faster.
 *
 * <p>On disk, a write is answered only once it is in the file: an acknowledged write survives a {@code kill -9}.
 */
public final class EmbeddedStore implements AutoCloseable {
    // a connection waits for its commit on its thread; more threads make bigger groups
    private static final int CONNECTION_THREADS = 16;

    private final MongoServer server;
    private final int port;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private EmbeddedStore(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** A store that forgets everything on {@link #close}, on a free port. */
    public static EmbeddedStore inMemory() {
        return serve(DurableBackend.inMemoryOnly(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /**
     * Opens the store kept in a directory, creating it when missing.
     *
     * @param port of the listener on 127.0.0.1; 0 for any free one
     * @throws DirectoryInUse when another store works on the file
     * @throws PortInUse when the port is taken
     */
    public static EmbeddedStore open(Path directory, int port) {
        return open(directory, new InetSocketAddress(InetAddress.getLoopbackAddress(), LoopbackPort.free(port)));
    }

    /**
     * The same on any address. The store knows no users: everybody who reaches the address reads and writes everything, so
     * this is for a container on an internal network.
     *
     * @throws DirectoryInUse when another store works on the file
     */
    public static EmbeddedStore open(Path directory, InetSocketAddress address) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + directory, e);
        }
        return serve(DurableBackend.at(directory.resolve("store.mv")), address);
    }

    /** A URI for any MongoDB client, without a database, such as {@code mongodb://127.0.0.1:27017}. */
    public String connectionString() {
        return "mongodb://" + BrokerSettings.LOOPBACK + ":" + port;
    }

    /** The same with a database. */
    public String connectionString(String database) {
        return connectionString() + "/" + database;
    }

    public int port() {
        return port;
    }

    /** Drops all connections, writes what is left and closes the file. Does nothing the second time. */
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            server.shutdownNow();
        }
    }

    private static EmbeddedStore serve(DurableBackend backend, InetSocketAddress address) {
        QuietLogging.turnDownServers();
        MongoServer server = new MongoServer(backend);
        // closes the backend itself when it cannot bind
        server.bind(address, 1, CONNECTION_THREADS);
        return new EmbeddedStore(server, server.getLocalAddress().getPort());
    }
}
