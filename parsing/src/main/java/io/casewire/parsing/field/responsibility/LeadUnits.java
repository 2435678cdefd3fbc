package io.casewire.parsing.field.responsibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units of a column or label that is about those in charge: all of them are, unless the cell itself tells them from
 * those that help (市交通局（牵头）、市商务局; 甲局牵头，乙局配合).
 */
public record LeadUnits(List<String> lead, List<String> supporting) {
    private static final LeadUnits NONE = new LeadUnits(List.of(), List.of());

    public LeadUnits {
        lead = List.copyOf(lead);
        supporting = List.copyOf(supporting);
    }

    /**
     * Reads a cell.
     *
     * @param raw the cell before text repair
     */
    public static LeadUnits ofCell(String raw, String repaired) {
        return of(ResponsibilityReader.ofCell(raw, repaired, FirstUnit.IS_ONE_OF_MANY));
    }

    /** The same of a passage that was read already; nobody where it names nobody. */
    public static LeadUnits of(@Nullable Responsibility read) {
        if (read == null) {
            return NONE;
        }
        List<String> helping = read.supportingUnits();
        List<String> leading = read.leadUnits().isEmpty()
                ? read.units().stream().filter(unit -> !helping.contains(unit)).toList()
                : read.leadUnits();
        return new LeadUnits(leading, helping);
    }
}
