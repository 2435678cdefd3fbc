package io.casewire.messaging.continuity;

import org.jspecify.annotations.Nullable;

/** What the comparison of store and log says. */
sealed interface Verdict {
    /** They belong together, or meet for the first time. */
    record Sound() implements Verdict {}

    /**
     * The store is empty and the log is not.
     *
     * @param key names this very loss, so that a decision on it does not cover the next
     * @param missing what is gone, a sentence
     * @param remedy what to do, a sentence
     */
    record StoreLost(String key, String missing, String remedy) implements Verdict, Loss {
        /** A database that went while the service ran, and that the service fills again by itself. */
        static StoreLost whileRunning(LogState log) {
            return new StoreLost(
                    "store dropped beside log " + log.clusterId(),
                    "The database of this service was dropped while it ran.",
                    "It is filled again from the start of the log; nothing needs to be done.");
        }

        /** The same loss where the service can only be filled at its start. */
        StoreLost untilStartedAgain() {
            return new StoreLost(
                    key, missing, "Start this service again: it is filled from the start of the log then.");
        }
    }

    /** The log is not the one that the store remembers, or ends before it; as {@link StoreLost}. */
    record LogLost(String key, String missing) implements Verdict, Loss {
        @Override
        public String remedy() {
            return "Bring back the broker's data or restore a backup; accepting the loss goes on with what this log holds.";
        }
    }

    /** What an operator has to decide on. */
    sealed interface Loss permits StoreLost, LogLost {
        String key();

        String missing();

        /** What to do, a sentence. */
        String remedy();

        default String sentence() {
            return missing() + " " + remedy();
        }
    }

    /**
     * Compares what the store remembers with what the log holds.
     *
     * @param memory absent in a store that never worked with any log
     * @param storeHoldsData whether anything else is in the store
     * @param reader whether the service reads topics; one that does not is where all events come from
     */
    static Verdict of(@Nullable Memory memory, boolean storeHoldsData, LogState log, boolean reader) {
        if (memory == null) {
            long known = reader ? log.read() : log.events();
            return storeHoldsData || known == 0 ? new Sound() : storeLost(log, known, reader);
        }
        if (!memory.clusterId().equals(log.clusterId())) {
            return new LogLost(
                    "log " + memory.clusterId() + " replaced by " + log.clusterId(),
                    "The log is another one: cluster %s with %d events, where this store worked with cluster %s and %d events at %s."
                            .formatted(
                                    log.clusterId(), log.events(), memory.clusterId(), memory.events(), memory.at()));
        }
        String shorter = memory.shorterIn(log);
        return shorter.isEmpty()
                ? new Sound()
                : new LogLost(
                        "log " + log.clusterId() + " shorter than at " + memory.at(),
                        "The log is shorter than this store saw it at " + memory.at() + ": " + shorter + ".");
    }

    private static StoreLost storeLost(LogState log, long known, boolean reader) {
        return new StoreLost(
                "store lost beside log " + log.clusterId(),
                reader
                        ? "The store of this service is empty, but its consumer groups have read " + known
                                + " events of the log."
                        : "The store of this service is empty, but the log holds " + known
                                + " events that came from it.",
                "Restore a backup, or accept the loss.");
    }
}
