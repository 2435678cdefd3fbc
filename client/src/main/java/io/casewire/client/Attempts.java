package io.casewire.client;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Gives events to the handler, one after the other, and counts how often it failed on the one in hand. */
final class Attempts {
    private final Novelty novelty;
    private final EventHandler handler;
    private final FailureHandler failed;
    private final Retries retries;
    private int failures;
    private long again = System.nanoTime();

    Attempts(Novelty novelty, EventHandler handler, FailureHandler failed, Retries retries) {
        this.novelty = novelty;
        this.handler = handler;
        this.failed = failed;
        this.retries = retries;
    }

    /**
     * One attempt.
     *
     * @return false when it is to be given again, not before {@link #pause}
     * @throws EventNotHandled when it was given up on
     */
    boolean on(ConsumerRecord<String, byte[]> record) throws InterruptedException {
        Received received = Received.of(record);
        Position at = new Position(record.topic(), record.partition(), record.offset());
        try {
            // the user's memory may fail like the user's handler
            if (novelty.isNew(received, at)) {
                handler.on(received, at);
                novelty.note(received, at);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // a user's handler may throw anything, and the user's FailureHandler is told of it
            return hasFailed(received, at, e);
        }
        failures = 0;
        return true;
    }

    /** How long the event in hand is left alone; zero for a new one. */
    Duration pause() {
        return failures == 0 ? Duration.ZERO : Duration.ofNanos(Math.max(0, again - System.nanoTime()));
    }

    /** What was in hand is another reader's now. */
    void forget() {
        failures = 0;
    }

    private boolean hasFailed(Received received, Position at, Exception failure) {
        failures++;
        if (failures < retries.attempts()) {
            again = System.nanoTime() + retries.pauseAfter(failures).toNanos();
            return false;
        }
        return switch (failed.onFailure(received, at, failure)) {
            case SKIP -> {
                failures = 0;
                yield true;
            }
            case STOP -> throw new EventNotHandled(at, failure);
        };
    }
}
