package io.casewire.client;

/** What becomes of an event that its handler failed on in every attempt. */
@FunctionalInterface
public interface FailureHandler {
    /** What is to be done about it. Whoever lets it be skipped has written down where it lies; one that throws stops the reading. */
    Verdict onFailure(Received received, Position at, Exception failure);

    /** Whether to go on. */
    enum Verdict {
        /** Leave it behind and go on with the next. */
        SKIP,
        /** {@link CasewireConsumer#run} throws {@link EventNotHandled}; the event comes again at the next start. */
        STOP
    }
}
