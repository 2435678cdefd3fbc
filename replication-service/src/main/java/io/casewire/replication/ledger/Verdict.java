package io.casewire.replication.ledger;

/** What the rules say about a step somebody wants to take. */
sealed interface Verdict {
    /** It may be taken, and the entry after it looks like this. */
    record Allowed(Entry after) implements Verdict {}

    /** It may not. */
    record Broken(Rule rule) implements Verdict {}
}
