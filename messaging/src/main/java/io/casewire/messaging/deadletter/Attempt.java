package io.casewire.messaging.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * How it went to handle an event again.
 *
 * @param detail why it was not handled; null where it was
 */
public record Attempt(Outcome outcome, @Nullable String detail) {
    private static final int MAX_DETAIL = 1000;

    public Attempt {
        detail = detail != null && detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) + "…" : detail;
    }

    /** Handled. */
    public static Attempt handled() {
        return new Attempt(Outcome.HANDLED, null);
    }

    /** Not handled, for what that failure says. */
    public static Attempt of(Outcome outcome, Throwable failure) {
        return new Attempt(outcome, String.valueOf(failure.getMessage()));
    }

    /** What became of an event that was handed over again. */
    public enum Outcome {
        /** The listener has it; what it knew already it ignored. */
        HANDLED,
        /** It is still no event that the listener may believe: its producer has to be fixed. */
        REJECTED,
        /** The listener fails of it as before. */
        FAILED,
        /** Store or broker are away, or the listener is busy or stopped; it may be tried again. */
        NOT_NOW
    }
}
