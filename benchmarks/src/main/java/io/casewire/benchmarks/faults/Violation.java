package io.casewire.benchmarks.faults;

/**
 * Something that should not have happened.
 *
 * @param id of the event
 * @param sentence for a person
 */
record Violation(Kind kind, String id, String sentence) {
    /** What kind of thing. */
    enum Kind {
        LOST,
        NEVER_SENT,
        TWICE,
        TOLD_AGAIN,
        WENT_BACK
    }
}
