package io.casewire.parsing.genre.plan;

import io.casewire.parsing.field.responsibility.Responsibility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The units of a task, from the places that name them: a passage about the whole task, else those about its parts. */
final class Assigned {
    private final List<String> units = new ArrayList<>();
    private final List<String> lead = new ArrayList<>();
    private final List<String> supporting = new ArrayList<>();
    private boolean settled;

    /** Takes what a passage says. Once a passage of its own has named units for the whole task, nothing is added. */
    void take(@Nullable Responsibility who, boolean ofWholeTask) {
        if (who == null || settled) {
            return;
        }
        addNew(units, who.units());
        addNew(lead, who.leadUnits());
        addNew(supporting, who.supportingUnits());
        settled = ofWholeTask;
    }

    /** Takes those of the parts where nothing names units for the task itself. */
    void takeParts(List<Responsibility> parts) {
        if (units.isEmpty()) {
            parts.forEach(part -> take(part, false));
        }
    }

    List<String> units() {
        return units;
    }

    List<String> lead() {
        return lead;
    }

    /** A unit that leads one part and helps with another leads. */
    List<String> supporting() {
        return supporting.stream().filter(unit -> !lead.contains(unit)).toList();
    }

    private static void addNew(List<String> all, List<String> more) {
        more.stream().filter(unit -> !all.contains(unit)).forEach(all::add);
    }
}
