package io.casewire.replication.due;

import io.casewire.messaging.BackgroundWork;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Looks every now and then whom to remind. Begins when the ledger is whole: half a restored one would send again. */
final class ReminderRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderRounds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Reminders reminders;
    private final Duration interval;
    private final Semaphore ended = new Semaphore(0);
    private final BackgroundWork work = new BackgroundWork("reminders", this::run);

    ReminderRounds(Reminders reminders, Duration interval) {
        this.reminders = reminders;
        this.interval = interval;
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        work.endSoon();
        ended.release();
        try {
            if (!work.join(PATIENCE)) {
                LOG.warn("A round of reminders goes on at the end; what it has not sent the next start sends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return work.isWanted();
    }

    // after the restored ledger, with the listeners
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    private void run() {
        while (work.isWanted()) {
            try {
                int sent = reminders.send();
                if (sent > 0) {
                    LOG.info("Reminded of {} deadlines", sent);
                }
            } catch (DataAccessException e) {
                LOG.warn("Reminders wait for the store: {}", e.getMessage());
            }
            try {
                if (ended.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
