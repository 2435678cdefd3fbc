package io.casewire.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;

/** Answers MongoDB's commands from a store of BSON documents and real indexes. When what was written is saved is decided by whoever extends it. */
public abstract class IndexedBackend extends AbstractMongoBackend {
    private static final Set<String> RESTRUCTURING = Set.of("dropdatabase", "drop", "renamecollection", "dropindexes");

    private final MVStore store;
    private final Observers observers = new Observers();
    // held alone while collections go or change their names: a write in the middle of it would leave half of them, and
    // no way to drop the rest
    private final ReentrantReadWriteLock structure = new ReentrantReadWriteLock();

    /**
     * Takes over an open store.
     *
     * @throws UnknownStoreFormat where a later version has written it
     */
    protected IndexedBackend(MVStore store) {
        this.store = store;
        StoreFormat.bringUpToDate(store);
    }

    /** Has an observer told of what every query, update, removal and count costs, until the return value is closed. */
    public final AutoCloseable observe(Consumer<Examined> observer) {
        return observers.add(observer);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Lock lock =
                RESTRUCTURING.contains(command.toLowerCase(Locale.ROOT)) ? structure.writeLock() : structure.readLock();
        lock.lock();
        try {
            return answer(channel, database, command, query);
        } finally {
            lock.unlock();
        }
    }

    private Document answer(Channel channel, String database, String command, Document query) {
        // the server's own way opens every database a second time
        if (database.equals("admin") && command.toLowerCase(Locale.ROOT).equals("listdatabases")) {
            List<Document> databases = listDatabaseNames().stream()
                    .map(name -> new Document("name", name)
                            .append("empty", resolveDatabase(name).isEmpty()))
                    .toList();
            return new Document("databases", databases).append("ok", 1.0);
        }
        return super.handleCommand(channel, database, command, query);
    }

    /** Whether nothing is kept when it is closed. */
    public final boolean isInMemory() {
        return store.getFileStore() == null;
    }

    /** Whether a command of those that prepare a database asks for nothing that is not there. */
    protected final boolean isCarriedOut(String database, String command, Document query) {
        return MapNames.databases(store).contains(database)
                && resolveDatabase(database) instanceof IndexedDatabase there
                && there.isCarriedOut(command, query);
    }

    /** Whether it was closed, by whoever: H2 closes a store by itself when its file cannot be read or written. */
    protected final boolean isClosed() {
        return store.isClosed();
    }

    /** Makes everything written so far part of the file, and returns the number of that state. */
    protected final long commit() {
        return store.commit();
    }

    /** Opens what the store holds, so that the first client does not wait for it. */
    protected final void openDatabases() {
        MapNames.databases(store).forEach(this::resolveDatabase);
    }

    @Override
    protected final MongoDatabase openOrCreateDatabase(String name) {
        return IndexedDatabase.open(name, store, getCursorRegistry(), observers);
    }

    @Override
    protected final Set<String> listDatabaseNames() {
        Set<String> names = new TreeSet<>(super.listDatabaseNames());
        names.addAll(MapNames.databases(store));
        return names;
    }

    @Override
    public void close() {
        super.close();
        store.close();
    }
}
