package io.casewire.contracts.event;

import io.casewire.contracts.parsed.TaskRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * The task was published for the first time.
     *
     * @param corrected JSON pointers of the fields in which a person's value stands for what was parsed, for example {@code
     *     /title}; null where none does
     */
    record TaskPublished(
            TaskRecord task,
            long revision,
            DocumentReference document,
            @Nullable List<String> corrected) implements TaskEvent {
        public TaskPublished {
            corrected = Corrected.orNone(corrected);
        }

        /** One of which nothing was corrected. */
        public TaskPublished(TaskRecord task, long revision, DocumentReference document) {
            this(task, revision, document, null);
        }
    }

    /**
     * Its content changed.
     *
     * @param corrected JSON pointers of the fields in which a person's value stands for what was parsed, for example {@code
     *     /title}; null where none does
     */
    record TaskRevised(
            TaskRecord task,
            long revision,
            DocumentReference document,
            @Nullable List<String> corrected) implements TaskEvent {
        public TaskRevised {
            corrected = Corrected.orNone(corrected);
        }

        /** One of which nothing was corrected. */
        public TaskRevised(TaskRecord task, long revision, DocumentReference document) {
            this(task, revision, document, null);
        }
    }

    /**
     * An operator took it back.
     *
     * @param reason the operator's words
     */
    record TaskWithdrawn(TaskRecord task, long revision, DocumentReference document, String reason)
            implements TaskEvent {}
}
