package io.casewire.replication.attachment;

import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.ledger.Purging;
import java.util.List;
import java.util.Optional;

/** Destroys the bytes of files that should never have come, for good: the same bytes are not taken again. */
final class Purges {
    private final StoredFiles files;
    private final Purging lines;

    Purges(StoredFiles files, Purging lines) {
        this.files = files;
        this.lines = lines;
    }

    /** Whether anything is known of a file of that digest. */
    boolean knows(String sha256) {
        return files.holds(sha256) || files.purge(sha256).isPresent() || lines.isNamed(sha256);
    }

    /** How the file was purged, by the store, else by a ledger that was made from the log; empty where it was not. */
    Optional<Purge> find(String sha256) {
        return files.purge(sha256).or(() -> lines.told(sha256).map(Purge::of));
    }

    /**
     * What was purged.
     *
     * @param lines that name it
     */
    record Done(Purge purge, List<ObligationId> lines) {}

    /**
     * Purges a file; done again it finishes what was broken off, and the first decision stands. That there will be no such bytes is kept
     * first, so that nobody brings them back between.
     */
    Done purge(String sha256, Purge asked) {
        Purge purge = find(sha256).orElse(asked);
        files.purge(sha256, purge);
        return new Done(purge, lines.tell(sha256, purge.actor(), purge.at(), purge.reason()));
    }
}
