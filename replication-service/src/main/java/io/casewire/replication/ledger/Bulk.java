package io.casewire.replication.ledger;

/** Which of several steps are taken. */
enum Bulk {
    /** All, or none where one is refused. */
    ALL_OR_NONE,
    /** Those that are not refused. */
    WHAT_CAN_BE,
    /** None, as some cannot be read; the others are judged only. */
    NONE,
    /** None; each is answered as if it had been taken. */
    DRY_RUN
}
