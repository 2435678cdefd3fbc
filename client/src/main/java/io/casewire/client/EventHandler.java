package io.casewire.client;

/** What a system does with what it reads. Called by one thread, in the order of each partition. */
@FunctionalInterface
public interface EventHandler {
    /**
     * Handles it. Once this returns, the place is committed; when the process ends before that, the same comes again.
     *
     * @throws Exception then it is given again, see {@link Retries}, and nothing else meanwhile
     * @throws InterruptedException ends the reading; the event comes again at the next start
     */
    void on(Received received, Position at) throws Exception;
}
