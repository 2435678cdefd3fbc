package io.casewire.contracts.parsed;

import io.casewire.contracts.id.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work somebody has to do, from a plan or a division of tasks.
 *
 * @param responsibleUnits all units named, as printed, in order
 * @param leadUnits those that lead; empty where the document does not tell them apart
 * @param supportingUnits those that take part
 * @param target what is to be reached, where the document separates it
 * @param scopeText for whom it holds, as printed
 * @param path headings above it, outermost first
 */
public record TaskRecord(
        TaskId id,
        @Nullable Integer number,
        String title,
        List<String> responsibleUnits,
        List<String> leadUnits,
        List<String> supportingUnits,
        @Nullable Deadline deadline,
        List<TaskMeasure> measures,
        @Nullable String target,
        @Nullable String scopeText,
        List<String> path,
        LineRange lines)
        implements ParsedRecord {
    public TaskRecord {
        responsibleUnits = List.copyOf(responsibleUnits);
        leadUnits = List.copyOf(leadUnits);
        supportingUnits = List.copyOf(supportingUnits);
        measures = List.copyOf(measures);
        path = List.copyOf(path);
    }

    /**
     * One measure of a task.
     *
     * @param number as printed; null where it is not numbered
     * @param deadlines its own, in printed order
     */
    public record TaskMeasure(
            @Nullable Integer number,
            String text,
            List<String> leadUnits,
            List<String> supportingUnits,
            List<Deadline> deadlines) {
        public TaskMeasure {
            leadUnits = List.copyOf(leadUnits);
            supportingUnits = List.copyOf(supportingUnits);
            deadlines = List.copyOf(deadlines);
        }
    }
}
