package io.casewire.embedded;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The H2 backend answers a write before it is in the file, and saves by a timer that may strike in the middle of a command, between
 * a document and its index entries. Here nothing is saved but by {@link #commit}, never while a write is under way, and
 * a write is answered after the commit that holds it. Writers that arrive while one commit runs share the next.
 */
final class DurableBackend extends H2Backend {
    private static final int CACHE_MEGABYTES = 32;
    // a commit rewrites whole pages: a quarter of H2's page, compressed, writes a third and commits twice as often
    private static final int PAGE_BYTES = 4096;

    // shared by running writes, held alone by a commit: no commit sees half a write
    private final ReentrantReadWriteLock writes = new ReentrantReadWriteLock();
    private final Lock committing = new ReentrantLock();
    private final AtomicLong applied = new AtomicLong();
    private volatile long committed;
    private final Compaction compaction;

    private DurableBackend(MVStore store) {
        super(store);
        this.compaction = new Compaction(store, writes.writeLock());
        if (!isInMemory()) {
            compaction.start();
        }
    }

    static DurableBackend inMemoryOnly() {
        return new DurableBackend(MVStore.open(null));
    }

    /** @throws DirectoryInUse when the file is open elsewhere */
    static DurableBackend at(Path file) {
        try {
            return new DurableBackend(new MVStore.Builder()
                    .fileName(file.toString())
                    .cacheSize(CACHE_MEGABYTES)
                    .compress()
                    .pageSplitSize(PAGE_BYTES)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open());
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new DirectoryInUse(file);
            }
            throw e;
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        // the name of today for a command this server knows by its old one; health checks ask it
        if (command.equals("hello")) {
            return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
        }
        if (isInMemory() || !Commands.mayWrite(command, query)) {
            return super.handleCommand(channel, database, command, query);
        }
        Document reply;
        long ticket;
        writes.readLock().lock();
        try {
            reply = super.handleCommand(channel, database, command, query);
            ticket = applied.incrementAndGet();
        } finally {
            writes.readLock().unlock();
        }
        awaitCommitOf(ticket);
        return reply;
    }

    @Override
    public void close() {
        compaction.close();
        super.close();
    }

    private void awaitCommitOf(long ticket) {
        committing.lock();
        try {
            // somebody who held the lock before us may have taken our write along
            if (committed < ticket) {
                commitAll();
            }
        } finally {
            committing.unlock();
        }
    }

    private void commitAll() {
        writes.writeLock().lock();
        try {
            long tickets = applied.get();
            commit();
            committed = tickets;
        } finally {
            writes.writeLock().unlock();
        }
    }
}
