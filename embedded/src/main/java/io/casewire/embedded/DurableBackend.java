package io.casewire.embedded;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.casewire.embedded.store.IndexedBackend;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a write only when it is in the file. Nothing is saved by a timer, which might strike in the middle of a command, between a
 * document and its index entries: only by {@link #commit}, never while a write is under way. Writers that arrive while one
 * commit runs share the next.
 */
final class DurableBackend extends IndexedBackend {
    private static final Logger LOG = LoggerFactory.getLogger(DurableBackend.class);
    // MongoDB's own code for it
    private static final int OUT_OF_DISK_SPACE = 14031;

    // shared by running writes, held alone by a commit: no commit sees half a write
    private final ReentrantReadWriteLock writes = new ReentrantReadWriteLock();
    private final Lock committing = new ReentrantLock();
    private final AtomicLong applied = new AtomicLong();
    private volatile long committed;
    private final Compaction compaction;
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private volatile boolean closing;
    private volatile boolean troubled;

    private final @Nullable Acknowledged acknowledged;

    private final DiskSpace space;
    // null where everybody may do everything
    private final @Nullable StoreLogins logins;

    DurableBackend(MVStore store, @Nullable Acknowledged acknowledged, DiskSpace space, @Nullable Access access) {
        super(store);
        this.space = space;
        this.logins = access == null ? null : new StoreLogins(access);
        this.acknowledged = acknowledged;
        this.compaction = new Compaction(store, writes.writeLock(), space, this::tell);
        openDatabases();
        if (!isInMemory()) {
            // indexes may have been built
            commitAndSay();
            compaction.start();
        }
    }

    static DurableBackend inMemoryOnly() {
        return new DurableBackend(MVStore.open(null), null, DiskSpace.unwatched(), null);
    }

    /**
     * Opens the store kept in a file.
     *
     * @throws DirectoryInUse when the file is open elsewhere
     * @throws DamagedStore when the file is not what was written
     * @throws io.casewire.embedded.store.UnknownStoreFormat when a later version has written it
     */
    static DurableBackend at(Path file, DiskSpace space, @Nullable Access access) {
        return new StoreFile(file)
                .open((store, acknowledged) -> new DurableBackend(store, acknowledged, space, access));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (logins != null) {
            Optional<Document> answer = logins.answer(channel, command, query);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        // the name of today for a command this server knows by its old one; health checks ask it
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello") || name.equals("ismaster")) {
            Document reply = super.handleCommand(channel, database, "ismaster", query);
            StoreLogins.tellMechanisms(query, reply);
            return name.equals("hello") ? reply.append("isWritablePrimary", true) : reply;
        }
        if (isInMemory() || !Commands.mayWrite(command, query)) {
            return super.handleCommand(channel, database, command, query);
        }
        // every service asks for its indexes when it starts, and with a full disk it shall start to be read
        if (space.isShort() && !Commands.removes(command) && !isCarriedOut(database, command, query)) {
            throw new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", space.sentence());
        }
        try {
            return write(channel, database, command, query);
        } catch (MongoServerError refused) {
            throw refused;
        } catch (RuntimeException e) {
            tell(e);
            throw e;
        }
    }

    private Document write(Channel channel, String database, String command, Document query) {
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

    /** The protocol of before MongoDB 3.6: commands come through {@link #handleCommand}, but queries do not. */
    @Override
    public QueryResult handleQuery(MongoQuery query) {
        if (logins != null) {
            logins.requireKnown(query.getChannel(), "query");
        }
        return super.handleQuery(query);
    }

    /** Theirs too: closes cursors by number, without a word of who asks. */
    @Override
    public void closeCursors(List<Long> cursors) {
        if (logins == null) {
            super.closeCursors(cursors);
        }
    }

    /** Completes with a sentence when the store can do nothing any more although nobody closed it. */
    CompletableFuture<String> ended() {
        return ended;
    }

    /** What failed in a write or in compaction, in the log once; and whether that was the end. */
    private void tell(RuntimeException failure) {
        if (closing) {
            return;
        }
        if (isClosed()) {
            String sentence =
                    "The store has ended, as its file cannot be read or written any more: %s. What was acknowledged is in the file; check the disk, and start again"
                            .formatted(failure.getMessage());
            if (ended.complete(sentence)) {
                LOG.error(sentence, failure);
            }
        } else if (!troubled) {
            troubled = true;
            LOG.error("A write or the compaction of the store's file failed; the store goes on", failure);
        }
    }

    @Override
    public void close() {
        closing = true;
        compaction.close();
        super.close();
        if (acknowledged != null) {
            acknowledged.close();
        }
    }

    private void commitAndSay() {
        long version = commit();
        if (acknowledged != null) {
            acknowledged.write(version);
        }
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
            commitAndSay();
            committed = tickets;
        } finally {
            writes.writeLock().unlock();
        }
    }
}
