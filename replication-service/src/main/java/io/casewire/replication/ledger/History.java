package io.casewire.replication.ledger;

import io.casewire.contracts.wire.HistoryChain;
import io.casewire.contracts.wire.HistoryChain.Taken;
import java.util.List;
import java.util.stream.Stream;

/** The steps, notes and attachments of an entry together. */
final class History {
    private History() {}

    /** The link of what was taken last. */
    static String head(Entry entry) {
        List<Taken> taken = Stream.of(
                        entry.steps().stream().map(step -> new Taken(step.revision(), step.step(), step.chain())),
                        entry.journal().notes().stream()
                                .map(note -> new Taken(note.revision(), note.note(), note.chain())),
                        entry.journal().attachments().stream()
                                .map(file -> new Taken(file.revision(), file.attachment(), file.chain())))
                .flatMap(each -> each)
                .toList();
        return HistoryChain.end(entry.id(), taken);
    }
}
