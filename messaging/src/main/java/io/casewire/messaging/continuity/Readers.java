package io.casewire.messaging.continuity;

/** Those who read the log into the store. */
public interface Readers {
    /** Returns when none reads any more; those that wait for {@link Continuity#permission} go on waiting. */
    void pause();

    /** They read from where their groups are now. */
    void resume();
}
