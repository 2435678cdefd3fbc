package io.casewire.replication.ledger;

import io.casewire.contracts.wire.HistoryChain;
import io.casewire.contracts.wire.HistoryChain.Taken;
import java.util.List;
import java.util.stream.Stream;

/** The steps and notes of an entry together. */
final class History {
    private History() {}

    /** The link of what was taken last. */
    static String head(Entry entry) {
        List<Taken> taken = Stream.concat(
                        entry.steps().stream().map(step -> new Taken(step.revision(), step.step(), step.chain())),
                        entry.journal().notes().stream()
                                .map(note -> new Taken(note.revision(), note.note(), note.chain())))
                .toList();
        return HistoryChain.end(entry.id(), taken);
    }
}
