package io.casewire.ingest.inbox;

import io.casewire.ingest.inbox.InboxFiles.Left;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases;
import io.casewire.ingest.lease.Leases.Leased;
import io.casewire.messaging.BackgroundWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.annotation.Id;
import org.springframework.stereotype.Component;

/**
 * Looks at the inbox again and again. Of several instances on one folder the one with its lease does; should two overlap for a moment,
 * renames and the hashes of the files keep them from harm.
 */
@Component("inbox")
class Inbox implements SmartLifecycle, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final String COLLECTION = "inboxes";
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

    private final Optional<Path> folder;
    private final Duration pollInterval;
    private final InboxFiles files;
    private final Leases leases;
    private final Semaphore hurry = new Semaphore(0);
    private final BackgroundWork work = new BackgroundWork("inbox", this::look);
    private @Nullable Held held;
    private volatile Left left = new Left(0, 0);
    private volatile @Nullable String problem;
    private volatile boolean isWatchedByAnother;

    Inbox(InboxSettings settings, InboxFiles files, Leases leases, MeterRegistry meters) {
        this.folder = settings.path();
        this.pollInterval = settings.pollInterval();
        this.files = files;
        this.leases = leases;
        Gauge.builder("casewire.ingest.inbox.waiting", () -> left.waiting())
                .description("Files in the inbox and in work, as the instance that looks after it sees them")
                .register(meters);
        Gauge.builder("casewire.ingest.inbox.troubled", () -> left.troubled())
                .description("Files of the inbox that cannot be read or moved")
                .register(meters);
        Gauge.builder("casewire.ingest.inbox.usable", () -> problem == null ? 1 : 0)
                .description("0 while the folder is missing or cannot be written")
                .register(meters);
    }

    /** A folder in the store. */
    record Watched(@Id String id) {}

    private record Held(String identity, Lease lease) {}

    @Override
    public void start() {
        if (folder.isPresent()) {
            LOG.info("Documents are taken from {}", folder.get());
            work.start();
        }
    }

    /** A file that is being taken is brought into the store; everything else goes on at the next start. */
    @Override
    public void stop() {
        work.endSoon();
        hurry.release();
        try {
            if (work.join(ENDS_WITHIN)) {
                giveBack();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return work.isWanted();
    }

    /** After the leases and the pipeline have started, and stopped before them. */
    @Override
    public int getPhase() {
        return 1100;
    }

    /** Never down: uploads come in without it. */
    @Override
    public Health health() {
        Health.Builder health = Health.up();
        folder.ifPresent(path -> {
            health.withDetail("folder", path.toString())
                    .withDetail("waiting", left.waiting())
                    .withDetail("troubled", left.troubled());
            if (isWatchedByAnother) {
                health.withDetail("watchedBy", "another instance");
            }
            String reason = work.isAlive() ? problem : "nobody looks at it";
            if (reason != null) {
                health.withDetail("reason", reason);
            }
        });
        return health.build();
    }

    private void look() {
        try {
            while (work.isWanted()) {
                tell(round());
                hurry.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The sentence for what keeps it from being looked at; null where it was. */
    private @Nullable String round() {
        try {
            InboxFolder open = InboxFolder.at(folder.orElseThrow());
            isWatchedByAnother = !leads(open.identity());
            left = isWatchedByAnother ? new Left(0, 0) : files.round(open, work::isWanted);
            return null;
        } catch (IOException | UncheckedIOException e) {
            return e.getMessage() == null ? e.toString() : e.getMessage();
        } catch (DataAccessException e) {
            LOG.debug("The store cannot be asked", e);
            return "The store does not answer.";
        }
    }

    private boolean leads(String identity) {
        Held now = held;
        if (now != null && now.identity().equals(identity) && now.lease().isOurs()) {
            return true;
        }
        giveBack();
        Optional<Leased<Watched>> taken = leases.takeOrCreate(Watched.class, COLLECTION, identity);
        held = taken.map(leased -> new Held(identity, leased.lease())).orElse(null);
        return taken.isPresent();
    }

    private void giveBack() {
        Held last = held;
        if (last != null) {
            last.lease().close();
            held = null;
        }
    }

    private void tell(@Nullable String now) {
        String before = problem;
        problem = now;
        if (now == null && before != null) {
            LOG.info("The inbox {} is looked at again", folder.orElseThrow());
        } else if (now != null && !now.equals(before)) {
            LOG.warn("The inbox cannot be looked at and is tried again: {}", now);
        }
    }
}
