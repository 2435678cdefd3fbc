package io.casewire.ingest.pipeline;

import io.casewire.ingest.audit.AuditTrail;
import io.casewire.ingest.lease.DueWork;
import io.casewire.ingest.lease.Leases.Leased;
import io.casewire.ingest.publish.Publisher;
import io.casewire.ingest.upload.Uploads;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.ingest.upload.WorkQueue.Entry;
import io.casewire.ingest.upload.WorkQueue.Lane;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has files that are due worked on, from the oldest on. Those that another process takes apart have places of their own: they are slow,
 * and whoever sends text does not wait for them.
 */
@Component("pipeline")
public class Workers implements SmartLifecycle, HealthIndicator {
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(25);

    private final Map<Lane, DueWork<Entry>> lanes = new EnumMap<>(Lane.class);

    Workers(
            Uploads uploads,
            WorkQueue queue,
            Publisher publisher,
            AuditTrail audit,
            DocumentProcessor processor,
            PipelineSettings settings,
            MeterRegistry meters) {
        lanes.put(
                Lane.ANY,
                new DueWork<>(
                        "work-finder",
                        new Files(uploads, queue, publisher, audit, processor, Lane.ANY),
                        settings.workers(),
                        settings.pollInterval()));
        lanes.put(
                Lane.TO_TAKE_APART,
                new DueWork<>(
                        "work-finder-extraction",
                        new Files(uploads, queue, publisher, audit, processor, Lane.TO_TAKE_APART),
                        settings.workersForExtraction(),
                        settings.pollInterval()));
        Gauge.builder("casewire.ingest.working", lanes, Workers::underWay)
                .description("Files being worked on")
                .register(meters);
    }

    private static int underWay(Map<Lane, DueWork<Entry>> lanes) {
        return lanes.values().stream().mapToInt(DueWork::underWay).sum();
    }

    /** Says that there is work, so that it is found at once. */
    public void wakeUp() {
        lanes.values().forEach(DueWork::wakeUp);
    }

    /** Says that there is work of a lane, so that it is found at once. */
    public void wakeUp(Lane lane) {
        Objects.requireNonNull(lanes.get(lane)).wakeUp();
    }

    @Override
    public void start() {
        lanes.values().forEach(DueWork::start);
    }

    /** Takes no more work and gives what is under way the time to come to a step's end. */
    @Override
    public void stop() {
        lanes.values().forEach(DueWork::endSoon);
        Instant end = Instant.now().plus(TIME_TO_FINISH);
        lanes.values().forEach(lane -> lane.awaitEnd(Duration.between(Instant.now(), end)));
    }

    @Override
    public boolean isRunning() {
        return lanes.values().stream().anyMatch(DueWork::isRunning);
    }

    /** After the leases have started, and stopped before them; the web server comes later and goes earlier. */
    @Override
    public int getPhase() {
        return 1000;
    }

    /** Down when nobody looks for work any more. */
    @Override
    public Health health() {
        return (lanes.values().stream().allMatch(DueWork::isSearching) ? Health.up() : Health.down()).build();
    }

    private record Files(
            Uploads uploads,
            WorkQueue queue,
            Publisher publisher,
            AuditTrail audit,
            DocumentProcessor processor,
            Lane lane)
            implements DueWork.Kind<Entry> {
        /** Also adds what is not in the queue: of a start that was cut off between two writes, a backup, or a version without it. */
        @Override
        public void prepare() {
            if (lane != Lane.ANY) {
                return;
            }
            uploads.createIndexes();
            queue.createIndexes();
            publisher.createIndexes();
            audit.createIndexes();
            uploads.eachUnfinished(queue::add);
            publisher.queuePending();
        }

        @Override
        public Optional<Leased<Entry>> takeNext() {
            return queue.takeNext(lane);
        }

        @Override
        public String nameOf(Entry entry) {
            return "worker-" + entry.id();
        }

        @Override
        public void workOn(Leased<Entry> leased) throws InterruptedException {
            processor.take(leased);
        }
    }
}
