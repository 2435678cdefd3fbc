package io.casewire.contracts.topic;

/** Which systems outside of Casewire may read a topic. */
public enum Audience {
    /** Every account ({@code casewire consumer add NAME}). */
    EVERY_SYSTEM,
    /** Accounts that were granted the ledger too ({@code --ledger}): what is on it says what was reported or decided, and who did it. */
    LEDGER,
    /** None: it is its writer's own. */
    NOBODY
}
