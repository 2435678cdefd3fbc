package io.casewire.replication.ledger;

import io.casewire.contracts.wire.HistoryChain;
import io.casewire.replication.ledger.Entry.TakenStep;
import io.casewire.replication.ledger.Journal.TakenNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The steps and notes of an entry in the order in which they were taken. */
final class History {
    private History() {}

    /** The link of what was taken last. What is older than chains is worked out, so that the first link covers it. */
    static String head(Entry entry) {
        String head = HistoryChain.START;
        for (Part part : parts(entry)) {
            head = part.chain() == null ? part.after().apply(head) : part.chain();
        }
        return head;
    }

    private static List<Part> parts(Entry entry) {
        List<Part> parts = new ArrayList<>();
        for (TakenStep step : entry.steps()) {
            parts.add(new Part(
                    step.revision(),
                    step.chain(),
                    before -> HistoryChain.link(before, entry.id(), step.revision(), step.step())));
        }
        for (TakenNote note : entry.journal().notes()) {
            parts.add(new Part(
                    note.revision(),
                    note.chain(),
                    before -> HistoryChain.link(before, entry.id(), note.revision(), note.note())));
        }
        parts.sort(Comparator.comparingLong(Part::revision));
        return parts;
    }

    private record Part(
            long revision, @Nullable String chain, UnaryOperator<String> after) {}
}
