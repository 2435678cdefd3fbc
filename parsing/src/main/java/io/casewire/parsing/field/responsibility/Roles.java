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
            Clause others = note == null ? clauseIn(printed) : null;
            told |= note != null || others != null;
            String name = others == null
                    ? printed
                    : printed.substring(0, openingOf(printed)).strip();
            put(note == null ? role : note.role(), note == null ? name : note.unit());
            if (others != null) {
                UnitNames.split(others.names()).forEach(unit -> put(others.role(), unit));
            }
        }
    }

    /** Who else does what, in the bracket behind a name: 省交通厅（省港口集团配合）; null where it says nothing of that kind. */
    private static @Nullable Clause clauseIn(String printed) {
        int open = openingOf(printed);
        Clause clause = open <= 0 ? null : Clause.of(printed.substring(open + 1, printed.length() - 1));
        boolean units = clause != null
                && clause.firm()
                && UnitNames.split(clause.names()).stream().allMatch(Clause::isNameOfUnit);
        return units ? clause : null;
    }

    /** Where the bracket opens that the name ends with; -1 where it ends with none. */
    private static int openingOf(String printed) {
        int last = printed.length() - 1;
        return last > 0 && Brackets.CLOSING.contains(printed.charAt(last)) ? Brackets.openingOf(printed, last) : -1;
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
