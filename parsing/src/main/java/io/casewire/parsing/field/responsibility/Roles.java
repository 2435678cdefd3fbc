package io.casewire.parsing.field.responsibility;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units gathered by role, in printed order. */
final class Roles {
    private final List<String> units = new ArrayList<>();
    private final List<String> lead = new ArrayList<>();
    private final List<String> supporting = new ArrayList<>();
    private final List<String> responsible = new ArrayList<>();
    private boolean told;
    private boolean cut;

    /** Whether a verb or a note behind a name said what its units do. */
    boolean told() {
        return told;
    }

    /** Whether names were cut from what is said of them. */
    boolean cut() {
        return cut;
    }

    void add(Clause clause) {
        told |= clause.firm();
        cut = true;
        add(clause.role(), UnitNames.split(clause.names()));
    }

    /** All of them, in printed order. */
    List<String> units() {
        return units;
    }

    boolean nobodyLeads() {
        return lead.isEmpty();
    }

    /** Adds units in a role, unless a note behind a name (市交通局（牵头）) gives it another. */
    void add(Role role, List<String> named) {
        for (String printed : named) {
            RoleNote note = RoleNote.behind(printed);
            told |= note != null;
            put(note == null ? role : note.role(), note == null ? printed : note.unit());
        }
    }

    private void put(Role role, String unit) {
        addNew(of(role), unit);
        addNew(units, unit);
    }

    /** Adds those behind a label, in the order they are printed; those that are merely responsible have the label's role. */
    void addAll(Role role, Roles part) {
        part.lead.forEach(unit -> addNew(lead, unit));
        part.supporting.forEach(unit -> addNew(supporting, unit));
        Role rest = part.lead.isEmpty() ? role : Role.RESPONSIBLE;
        part.responsible.forEach(unit -> addNew(of(rest), unit));
        part.units.forEach(unit -> addNew(units, unit));
        told |= part.told;
    }

    private List<String> of(Role role) {
        return switch (role) {
            case LEAD -> lead;
            case SUPPORTING -> supporting;
            case RESPONSIBLE -> responsible;
        };
    }

    private static void addNew(List<String> list, String unit) {
        if (!list.contains(unit)) {
            list.add(unit);
        }
    }

    /** Who leads and who takes part; of several that are merely responsible nobody leads. Null where no unit is named. */
    @Nullable
    Responsibility toResponsibility(FirstUnit firstUnit, int start, int end) {
        if (units.isEmpty()) {
            return null;
        }
        List<String> leading = new ArrayList<>(lead);
        List<String> others = new ArrayList<>(supporting);
        if (!leading.isEmpty()) {
            responsible.stream()
                    .filter(unit -> !leading.contains(unit) && !others.contains(unit))
                    .forEach(others::add);
        } else if (firstUnit == FirstUnit.LEADS && !responsible.isEmpty()) {
            leading.add(responsible.getFirst());
            others.addAll(0, responsible.subList(1, responsible.size()));
        } else if (!others.isEmpty() && responsible.size() == 1) {
            // with one in charge and others to help it is plain who leads
            leading.addAll(responsible);
        }
        return new Responsibility(units, leading, others, start, end);
    }
}
