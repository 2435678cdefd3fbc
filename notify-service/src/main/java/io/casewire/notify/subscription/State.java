package io.casewire.notify.subscription;

/** Where a subscription stands. */
enum State {
    /** Told. */
    ACTIVE,
    /** Switched off by its owner. */
    PAUSED,
    /** Waits for its receiver to confirm. */
    WAITING,
    /** Switched off by the service, or by its receiver. */
    STOPPED,
    /** Past its end. */
    ENDED
}
