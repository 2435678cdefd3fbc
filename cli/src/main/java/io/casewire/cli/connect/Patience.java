package io.casewire.cli.connect;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what the broker does in its own time. */
public final class Patience {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private Patience() {}

    /** Looks again and again; returns whether it came true in time. */
    public static boolean await(Duration within, BooleanSupplier comesTrue) {
        long giveUp = System.nanoTime() + within.toNanos();
        while (!comesTrue.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                return false;
            }
            pause(BETWEEN_LOOKS);
        }
        return true;
    }

    /** @throws Refused when interrupted */
    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
    }
}
