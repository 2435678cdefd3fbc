package io.casewire.ingest.pipeline;

import io.casewire.ingest.audit.AuditTrail;
import io.casewire.ingest.lease.Leases.Leased;
import io.casewire.ingest.publish.Publisher;
import io.casewire.ingest.upload.Uploads;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.ingest.upload.WorkQueue.Entry;
import io.casewire.messaging.BackgroundWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Finds work and hands it to virtual threads, few at a time. Work is found in the store, never only in memory: on a start
 * the files of the last run are just the oldest ones that are due.
 */
@Component("pipeline")
public class Workers implements SmartLifecycle, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final long SECONDS_TO_FINISH = 25;

    private final Uploads uploads;
    private final WorkQueue queue;
    private final Publisher publisher;
    private final AuditTrail audit;
    private final DocumentProcessor processor;
    private final PipelineSettings settings;
    private final Semaphore free;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;
    // made before the first search instead of at the start, so that a store that comes up late is waited for
    private boolean prepared;
    private final BackgroundWork finder = new BackgroundWork("work-finder", () -> whileRunning(this::findWork));

    Workers(
            Uploads uploads,
            WorkQueue queue,
            Publisher publisher,
            AuditTrail audit,
            DocumentProcessor processor,
            PipelineSettings settings,
            MeterRegistry meters) {
        this.uploads = uploads;
        this.queue = queue;
        this.publisher = publisher;
        this.audit = audit;
        this.processor = processor;
        this.settings = settings;
        this.free = new Semaphore(settings.workers());
        Gauge.builder("casewire.ingest.working", free, it -> settings.workers() - it.availablePermits())
                .description("Files being worked on")
                .register(meters);
    }

    /** Says that there is work, so that it is found at once. */
    public void wakeUp() {
        news.release();
    }

    @Override
    public void start() {
        running = true;
        finder.start();
    }

    /** Takes no more work and gives what is under way the time to come to a step's end. */
    @Override
    public void stop() {
        running = false;
        finder.endSoon();
        wakeUp();
        try {
            if (!free.tryAcquire(settings.workers(), SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                LOG.info("Some files are still being worked on; the next start takes them up");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the leases have started, and stopped before them; the web server comes later and goes earlier. */
    @Override
    public int getPhase() {
        return 1000;
    }

    /** Down when nobody looks for work any more. */
    @Override
    public Health health() {
        return (finder.isAlive() ? Health.up() : Health.down()).build();
    }

    private void findWork() throws InterruptedException {
        if (!prepared) {
            prepare();
            prepared = true;
        }
        free.acquire();
        boolean handedOver = false;
        try {
            Optional<Leased<Entry>> next = running ? queue.takeNext() : Optional.empty();
            if (next.isPresent()) {
                handedOver = true;
                Thread.ofVirtual().name("worker-" + next.get().document().id()).start(() -> work(next.get()));
            }
        } finally {
            if (!handedOver) {
                free.release();
            }
        }
        if (!handedOver) {
            pause();
        }
    }

    /** Also adds what is not in the queue: of a start that was cut off between two writes, a backup, or a version without it. */
    private void prepare() {
        uploads.createIndexes();
        queue.createIndexes();
        publisher.createIndexes();
        audit.createIndexes();
        uploads.eachUnfinished(queue::add);
        publisher.queuePending();
    }

    private void work(Leased<Entry> leased) {
        try {
            processor.take(leased);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    private void pause() throws InterruptedException {
        if (news.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    /** A step of a loop. */
    @FunctionalInterface
    private interface Round {
        void run() throws InterruptedException;
    }

    private void whileRunning(Round round) {
        try {
            while (running) {
                try {
                    round.run();
                } catch (DataAccessException e) {
                    LOG.warn("The store cannot be asked for work: {}", e.getMessage());
                    pause();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
