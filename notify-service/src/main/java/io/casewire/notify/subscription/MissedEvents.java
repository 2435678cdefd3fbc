package io.casewire.notify.subscription;

import java.time.Instant;

/** Tells a subscription, by its terms as they are now, what it should have been told of and was not. */
public interface MissedEvents {
    /**
     * Reads the log from that time on and makes what is absent, then sends again what was given up since.
     *
     * @throws org.springframework.web.ErrorResponseException (422) where that is more than is told at once, (503) where the log cannot
     *     be read now
     */
    Told tell(Subscription subscription, Instant since);

    /**
     * How much that was.
     *
     * @param missing messages or entries that were not there
     * @param again messages that were given up and are sent again
     */
    record Told(int missing, long again) {}
}
