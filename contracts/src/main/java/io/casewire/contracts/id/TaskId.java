package io.casewire.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A task of a plan, derived as {@link CaseId} is; key of {@code casewire.task}.
 *
 * @param value as {@link StableId} prints it, for example {@code task-0g5v…} (26 letters and digits after the prefix)
 */
public record TaskId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TaskId {
        StableId.requireWellFormed("task", value);
    }

    /** The id of what these parts name; the same parts always give the same id. */
    public static TaskId derive(String... parts) {
        return new TaskId(StableId.derive("task", parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
