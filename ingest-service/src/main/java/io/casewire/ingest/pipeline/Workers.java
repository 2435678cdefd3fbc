package io.casewire.ingest.pipeline;

import io.casewire.ingest.audit.AuditTrail;
import io.casewire.ingest.lease.DueWork;
import io.casewire.ingest.lease.Leases.Leased;
import io.casewire.ingest.publish.Publisher;
import io.casewire.ingest.upload.Uploads;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.ingest.upload.WorkQueue.Entry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has files that are due worked on, from the oldest on. */
@Component("pipeline")
public class Workers implements SmartLifecycle, HealthIndicator {
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(25);

    private final DueWork<Entry> work;

    Workers(
            Uploads uploads,
            WorkQueue queue,
            Publisher publisher,
            AuditTrail audit,
            DocumentProcessor processor,
            PipelineSettings settings,
            MeterRegistry meters) {
        this.work = new DueWork<>(
                "work-finder",
                new Files(uploads, queue, publisher, audit, processor),
                settings.workers(),
                settings.pollInterval());
        Gauge.builder("casewire.ingest.working", work, DueWork::underWay)
                .description("Files being worked on")
                .register(meters);
    }

    /** Says that there is work, so that it is found at once. */
    public void wakeUp() {
        work.wakeUp();
    }

    @Override
    public void start() {
        work.start();
    }

    /** Takes no more work and gives what is under way the time to come to a step's end. */
    @Override
    public void stop() {
        work.stop(TIME_TO_FINISH);
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    /** After the leases have started, and stopped before them; the web server comes later and goes earlier. */
    @Override
    public int getPhase() {
        return 1000;
    }

    /** Down when nobody looks for work any more. */
    @Override
    public Health health() {
        return (work.isSearching() ? Health.up() : Health.down()).build();
    }

    private record Files(
            Uploads uploads, WorkQueue queue, Publisher publisher, AuditTrail audit, DocumentProcessor processor)
            implements DueWork.Kind<Entry> {
        /** Also adds what is not in the queue: of a start that was cut off between two writes, a backup, or a version without it. */
        @Override
        public void prepare() {
            uploads.createIndexes();
            queue.createIndexes();
            publisher.createIndexes();
            audit.createIndexes();
            uploads.eachUnfinished(queue::add);
            publisher.queuePending();
        }

        @Override
        public Optional<Leased<Entry>> takeNext() {
            return queue.takeNext();
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
