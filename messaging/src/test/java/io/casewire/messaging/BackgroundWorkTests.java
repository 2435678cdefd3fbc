package io.casewire.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundWorkTests {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration SOON = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void beginsAgainAfterWhateverEndedIt(boolean error) throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        Semaphore third = new Semaphore(0);
        Supplier<RuntimeException> failure = () -> {
            if (error) {
                throw new StackOverflowError("meant");
            }
            return new IllegalStateException("meant");
        };
        BackgroundWork work = new BackgroundWork(
                "failing",
                () -> {
                    if (begun.incrementAndGet() < 3) {
                        throw failure.get();
                    }
                    third.acquireUninterruptibly();
                },
                SHORT);

        work.start();

        await().atMost(SOON).until(() -> begun.get() == 3);
        assertThat(work.isAlive()).isTrue();
        third.release();
        assertThat(work.join(SOON)).isTrue();
    }

    @Test
    void staysEndedOnceItIsNoLongerWanted() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        BackgroundWork work = new BackgroundWork(
                "waiting",
                () -> {
                    begun.incrementAndGet();
                    try {
                        Thread.sleep(Duration.ofMinutes(5));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("told to stop", e);
                    }
                },
                Duration.ZERO);
        work.start();
        work.start();
        await().atMost(SOON).until(() -> begun.get() == 1);

        work.interrupt();

        assertThat(work.join(SOON)).isTrue();
        await().during(Duration.ofMillis(200)).atMost(SOON).until(() -> begun.get() == 1);
        assertThat(work.isAlive()).isFalse();
        assertThat(work.isWanted()).isFalse();
    }
}
