package io.casewire.console.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** What a service answers, handed on as it comes: whatever has arrived is flushed before more is waited for. */
final class AnswerBody implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final InputStream in;
    private final long idleNanos;
    private final ScheduledFuture<?> watch;
    private volatile long lastHeard = System.nanoTime();
    private volatile boolean givenUp;
    private volatile boolean ended;

    AnswerBody(InputStream in, Duration idle, ScheduledExecutorService timer) {
        this.in = in;
        this.idleNanos = idle.toNanos();
        long step = Math.max(idle.toMillis() / 4, 1);
        this.watch = timer.scheduleWithFixedDelay(this::look, step, step, TimeUnit.MILLISECONDS);
    }

    /**
     * Copies to the end, or until the client has gone away.
     *
     * @throws AnswerBrokenOff when the service broke off; what was copied is not the whole answer
     */
    void copyTo(OutputStream out) {
        byte[] buffer = new byte[BUFFER];
        for (int count = next(buffer); count >= 0; count = next(buffer)) {
            boolean allThatHasCome = nothingMoreYet();
            try {
                out.write(buffer, 0, count);
                if (allThatHasCome) {
                    out.flush();
                }
            } catch (IOException clientGone) {
                return;
            }
        }
    }

    /** Lets it end where it is: the console stops. */
    void end() {
        ended = true;
        closeQuietly();
    }

    @Override
    public void close() {
        watch.cancel(false);
        closeQuietly();
    }

    private int next(byte[] buffer) {
        try {
            int count = in.read(buffer);
            lastHeard = System.nanoTime();
            if (givenUp) {
                throw new IOException("it said nothing for too long");
            }
            return count;
        } catch (IOException failure) {
            if (ended) {
                return -1;
            }
            throw new AnswerBrokenOff(failure);
        }
    }

    private boolean nothingMoreYet() {
        try {
            return in.available() == 0;
        } catch (IOException failure) {
            // the next reading says what it is
            return true;
        }
    }

    private void look() {
        if (System.nanoTime() - lastHeard > idleNanos) {
            givenUp = true;
            closeQuietly();
        }
    }

    private void closeQuietly() {
        try {
            in.close();
        } catch (IOException e) {
            // nothing is left to be read from it, and the connection is not used again
            givenUp = true;
        }
    }
}
