package io.casewire.catalog.search;

import io.casewire.messaging.BackgroundWork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Keeps the index equal to the store, on one thread. What was stored by this process is indexed as they are told; what was
 * stored before the start, after the last commit, or by another instance is found by comparing index and store whole.
 */
final class IndexFollower implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final int BATCH = 500;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration MAX_STOP = Duration.ofSeconds(30);

    private final IndexSource source;
    private final Path directory;
    private final IndexSettings settings;
    private final Analyzer analyzer;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable CaseIndex index;
    private final BackgroundWork following;

    // of the thread only
    private boolean dropped;
    private IndexSource.@Nullable State compared;
    private long nextCommit = System.nanoTime();
    private long nextCompare = System.nanoTime();

    /** @param directory of the index */
    IndexFollower(IndexSource source, Path directory, IndexSettings settings, Analyzer analyzer) {
        this.source = source;
        this.directory = directory;
        this.following = new BackgroundWork("catalog-index-" + source.name(), this::follow);
        this.settings = settings;
        this.analyzer = analyzer;
    }

    /** The index, complete as of now. */
    CaseIndex index() {
        CaseIndex ready = index;
        if (ready == null) {
            throw new IndexNotReady();
        }
        return ready;
    }

    boolean isReady() {
        return index != null;
    }

    /** How many cases were told and are not in the index yet. */
    int pending() {
        return changed.size();
    }

    /** These were stored by this process. */
    void note(Set<String> ids) {
        changed.addAll(ids);
    }

    @Override
    public void start() {
        following.start();
    }

    @Override
    public void stop() {
        stop.countDown();
        following.endSoon();
        try {
            following.join(MAX_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveUp(index);
    }

    /** False once the thread is dead. */
    boolean isAlive() {
        return following.isAlive();
    }

    @Override
    public boolean isRunning() {
        return following.isWanted();
    }

    // started before, stopped after whatever stores cases or answers searches
    @Override
    public int getPhase() {
        return 0;
    }

    private void follow() {
        try {
            Duration pause = Duration.ZERO;
            while (!stop.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                boolean done = step();
                if (done) {
                    pause = changed.isEmpty() ? settings.refresh() : Duration.ZERO;
                } else {
                    pause = PAUSE_AFTER_FAILURE;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean step() {
        CaseIndex open = index;
        try {
            if (open == null) {
                index = caughtUp();
            } else {
                keepUp(open);
            }
            return true;
        } catch (DataAccessException e) {
            LOG.warn("The store cannot be read; the search index stays as it is: {}", e.getMessage());
            return false;
        } catch (StoreDropped e) {
            if (!dropped) {
                LOG.error("The catalogue's store was dropped; the index waits for another one");
            }
            dropped = true;
            giveUp(open);
            return false;
        } catch (IOException | AlreadyClosedException e) {
            LOG.error("The search index cannot be written; it is opened anew", e);
            giveUp(open);
            return false;
        }
    }

    private void giveUp(@Nullable CaseIndex open) {
        index = null;
        if (open != null) {
            close(open);
        }
    }

    private CaseIndex caughtUp() throws IOException {
        IndexSource.State state = source.state().orElseThrow(StoreDropped::new);
        CaseIndex opened = CaseIndex.open(directory, state.storeId(), analyzer);
        boolean done = false;
        try {
            int updated = compare(opened);
            opened.commit();
            compared = state;
            dropped = false;
            done = true;
            LOG.info("The search index of {} is ready; {} were new to it", source.name(), updated);
            return opened;
        } finally {
            if (!done) {
                close(opened);
            }
        }
    }

    private void keepUp(CaseIndex open) throws IOException {
        indexChanged(open);
        long now = System.nanoTime();
        if (now - nextCompare >= 0) {
            nextCompare = now + settings.compare().toNanos();
            IndexSource.State state = source.state().orElseThrow(StoreDropped::new);
            if (compared != null && !state.storeId().equals(compared.storeId())) {
                throw new StoreDropped();
            }
            if (!state.equals(compared)) {
                compare(open);
                compared = state;
            }
        }
        if (now - nextCommit >= 0) {
            nextCommit = now + settings.commit().toNanos();
            open.commit();
        }
    }

    private void indexChanged(CaseIndex open) throws IOException {
        Set<String> ids = changed.stream().limit(BATCH).collect(Collectors.toSet());
        // before they are read: what changes meanwhile is told again
        changed.removeAll(ids);
        boolean done = false;
        try {
            put(open, ids);
            done = true;
        } finally {
            if (!done) {
                changed.addAll(ids);
            }
        }
        open.refresh(settings.keptPages());
    }

    private int compare(CaseIndex open) throws IOException {
        open.refresh(settings.keptPages());
        Map<String, Long> indexed = open.states();
        List<String> stale = new ArrayList<>();
        source.forEachWrites((id, writes) -> {
            Long known = indexed.remove(id);
            if (known == null || known != writes) {
                stale.add(id);
            }
        });
        for (int from = 0; from < stale.size(); from += BATCH) {
            put(open, stale.subList(from, Math.min(stale.size(), from + BATCH)));
        }
        for (String id : indexed.keySet()) {
            open.remove(id);
        }
        open.refresh(settings.keptPages());
        return stale.size();
    }

    private void put(CaseIndex open, Collection<String> ids) throws IOException {
        if (!ids.isEmpty()) {
            for (Map.Entry<String, Document> one : source.documents(ids).entrySet()) {
                open.put(one.getKey(), one.getValue());
            }
        }
    }

    private static void close(CaseIndex open) {
        try {
            open.close();
        } catch (IOException | AlreadyClosedException e) {
            LOG.warn("The search index was not closed cleanly; it is compared with the store at the next start", e);
        }
    }
}
