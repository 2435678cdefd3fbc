package io.casewire.ingest.reparse;

import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases.Leased;
import io.casewire.ingest.reparse.Reparse.Status;
import io.casewire.ingest.reparse.Rereading.Ended;
import io.casewire.ingest.upload.RereadUploads;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.messaging.BackgroundWork;
import io.casewire.parsing.Refusal;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes runs as far as they go, a file at a time and behind other work. All it knows is in the store, so that another
 * instance, or the next start, goes on where it stopped.
 */
@Component
class ReparseWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReparseWorker.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final int MAX_ATTEMPTS = 2;

    private final Reparses runs;
    private final RereadUploads files;
    private final Rereading rereading;
    private final WorkQueue queue;
    private final ReparseSettings settings;
    private final Semaphore news = new Semaphore(0);
    private final BackgroundWork work = new BackgroundWork("reparse", this::whileWanted);

    ReparseWorker(Reparses runs, RereadUploads files, Rereading rereading, WorkQueue queue, ReparseSettings settings) {
        this.runs = runs;
        this.files = files;
        this.rereading = rereading;
        this.queue = queue;
        this.settings = settings;
    }

    /** Says that there is a run. */
    void wakeUp() {
        news.release();
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        // what it does is done again by the next start
        work.interrupt();
    }

    @Override
    public boolean isRunning() {
        return work.isWanted();
    }

    /** After the leases and the workers have started, and stopped before them. */
    @Override
    public int getPhase() {
        return 1100;
    }

    private void whileWanted() {
        try {
            while (work.isWanted()) {
                try {
                    Optional<Leased<Reparse>> taken = runs.take();
                    if (taken.isPresent()) {
                        go(taken.get());
                    } else {
                        pause();
                    }
                } catch (DataAccessException | UncheckedIOException e) {
                    LOG.warn("Reading again waits: {}", e.getMessage());
                    pause();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() throws InterruptedException {
        if (news.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void go(Leased<Reparse> taken) throws InterruptedException {
        try (Lease lease = taken.lease()) {
            Optional<Reparse> run = Optional.of(taken.document());
            while (work.isWanted() && run.isPresent()) {
                Optional<Upload> next = files.next(run.get().choice(), run.get().position());
                if (next.isEmpty()) {
                    runs.end(run.get().id(), Status.DONE);
                    LOG.info(
                            "Run {} is through: {} files",
                            run.get().id(),
                            run.get().done());
                    return;
                }
                run = one(run.get(), lease, next.get());
            }
        }
    }

    /** Empty where the run is no longer ours, or has ended. */
    private Optional<Reparse> one(Reparse run, Lease lease, Upload file) throws InterruptedException {
        yieldToOthers();
        Optional<Reparse> begun = runs.begin(run, lease, file.id());
        if (begun.isEmpty()) {
            return begun;
        }
        Ended ended = ended(begun.get(), file);
        return runs.done(begun.get(), lease, file, ended.result(), ended.problem());
    }

    private Ended ended(Reparse run, Upload file) throws InterruptedException {
        Upload.Reread before = file.reread();
        Optional<Ended> ended;
        if (before != null && before.run().equals(run.id())) {
            // a crash came after its new reading was in its place
            if (!file.settled()) {
                rereading.publish(file);
            }
            ended = Optional.empty();
        } else if (run.attempts() > MAX_ATTEMPTS) {
            ended = Optional.of(
                    Ended.failed(file, new Refusal("QUARANTINED", "The service ended while it read this file again.")));
        } else {
            ended = rereading.read(file, run.id());
        }
        while (ended.isEmpty()) {
            ended = rereading.ended(file.id());
            if (ended.isEmpty()) {
                Thread.sleep(LOOK_EVERY);
            }
        }
        return ended.get();
    }

    private void yieldToOthers() throws InterruptedException {
        long end = System.nanoTime() + settings.yieldFor().toNanos();
        while (queue.size() > 0 && System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY);
        }
    }
}
