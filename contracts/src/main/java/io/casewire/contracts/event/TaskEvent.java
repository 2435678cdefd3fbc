package io.casewire.contracts.event;

import io.casewire.contracts.parsed.TaskRecord;

/** What became of a task. Made by ingest on {@code casewire.task}; read by replication and notify. */
public sealed interface TaskEvent extends Event {
    /** The task at this revision. */
    TaskRecord task();

    /** Where it was read. */
    DocumentReference document();

    @Override
    default String key() {
        return task().id().value();
    }

    /** The task was published for the first time. */
    record TaskPublished(TaskRecord task, long revision, DocumentReference document) implements TaskEvent {}

    /** Its content changed. */
    record TaskRevised(TaskRecord task, long revision, DocumentReference document) implements TaskEvent {}

    /**
     * An operator took it back.
     *
     * @param reason the operator's words
     */
    record TaskWithdrawn(TaskRecord task, long revision, DocumentReference document, String reason)
            implements TaskEvent {}
}
