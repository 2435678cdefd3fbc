package io.casewire.messaging;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.TaskRecord;
import java.util.List;

/** Invented tasks. */
final class Tasks {
    private Tasks() {}

    static TaskEvent published(String title) {
        DocumentReference document = new DocumentReference(
                DocumentId.derive("invented"), SourceId.ofSha256("0".repeat(64)), "方案", null, null, "2024", Genre.PLAN);
        List<String> none = List.of();
        return new TaskEvent.TaskPublished(
                new TaskRecord(
                        TaskId.derive(title),
                        1,
                        title,
                        none,
                        none,
                        none,
                        null,
                        List.of(),
                        null,
                        null,
                        none,
                        new LineRange(1, 1)),
                1,
                document);
    }
}
