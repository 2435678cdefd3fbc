package io.casewire.embedded;

import de.bwaldvogel.mongo.MongoServer;
import io.casewire.embedded.store.Examined;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks MongoDB's protocol, on loopback unless told otherwise, in memory or in one file. What it can and cannot do is pinned by
 * {@code StoreCapabilityIT} and told in this module's README.
 *
 * <p>On disk, a write is answered only once it is in the file: an acknowledged write survives a {@code kill -9}.
 */
public final class EmbeddedStore implements AutoCloseable {
    // a connection waits for its commit on its thread; more threads make bigger groups
    private static final int CONNECTION_THREADS = 16;

    private final DurableBackend backend;
    private final MongoServer server;
    private final int port;
    private final @Nullable Access access;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private EmbeddedStore(DurableBackend backend, MongoServer server, int port, @Nullable Access access) {
        this.backend = backend;
        this.server = server;
        this.port = port;
        this.access = access;
    }

    /** A store that forgets everything on {@link #close}, on a free port. */
    public static EmbeddedStore inMemory() {
        return serve(DurableBackend.inMemoryOnly(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null);
    }

    /**
     * Opens the store kept in a directory, creating it when missing.
     *
     * @param port of the listener on 127.0.0.1; 0 for any free one
     * @throws DirectoryInUse when another store works on the file
     * @throws PortInUse when the port is taken
     */
    public static EmbeddedStore open(Path directory, int port) {
        return open(directory, port, DiskSpace.unwatched(), null);
    }

    /**
     * The same for an instance: on a disk that may get full, where writes are refused with MongoDB's error 14031 while it is short, and for
     * who has its account only.
     *
     * @param access null for everybody
     * @throws DirectoryInUse when another store works on the file
     * @throws PortInUse when the port is taken
     * @throws DamagedStore when the file is not what was written
     */
    public static EmbeddedStore open(Path directory, int port, DiskSpace space, @Nullable Access access) {
        return open(
                directory,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), LoopbackPort.free(port)),
                space,
                access);
    }

    /**
     * The same on any address. The store knows no users: everybody who reaches the address reads and writes everything, so
     * this is for a container on an internal network.
     *
     * @throws DirectoryInUse when another store works on the file
     */
    public static EmbeddedStore open(Path directory, InetSocketAddress address) {
        return open(directory, address, DiskSpace.unwatched(), null);
    }

    private static EmbeddedStore open(
            Path directory, InetSocketAddress address, DiskSpace space, @Nullable Access access) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + directory, e);
        }
        return serve(DurableBackend.at(directory.resolve("store.mv"), space, access), address, access);
    }

    /** Where it is, such as {@code mongodb://127.0.0.1:27017}. */
    public String address() {
        return "mongodb://" + BrokerSettings.LOOPBACK + ":" + port;
    }

    /** A URI for any MongoDB client, without a database; with the account where one is needed. */
    public String connectionString() {
        return access == null ? address() : access.store(address(), "");
    }

    /** The same with a database. */
    public String connectionString(String database) {
        return access == null ? address() + "/" + database : access.store(address(), database);
    }

    public int port() {
        return port;
    }

    /**
     * Has an observer told of what every query, update, removal and count costs from now on: for tests that hold queries to indexes. It is
     * called on the connections' threads. Closing the return value ends it.
     */
    public AutoCloseable observe(Consumer<Examined> observer) {
        return backend.observe(observer);
    }

    /**
     * Completes with a sentence for the operator when the store ends although nobody closed it, as when its file cannot be read any more.
     * From then on it answers nothing but errors.
     */
    public CompletableFuture<String> ended() {
        return backend.ended().copy();
    }

    /** Drops all connections, writes what is left and closes the file. Does nothing the second time. */
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            server.shutdownNow();
        }
    }

    private static EmbeddedStore serve(DurableBackend backend, InetSocketAddress address, @Nullable Access access) {
        QuietLogging.turnDownServers();
        MongoServer server = new MongoServer(backend);
        // closes the backend itself when it cannot bind
        server.bind(address, 1, CONNECTION_THREADS);
        return new EmbeddedStore(backend, server, server.getLocalAddress().getPort(), access);
    }
}
