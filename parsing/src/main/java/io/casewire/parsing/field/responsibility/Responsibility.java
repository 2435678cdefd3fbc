package io.casewire.parsing.field.responsibility;

import java.util.List;

/**
 * The units that one passage makes responsible.
 *
 * @param units all of them, as printed, in order
 * @param leadUnits those that lead; empty where the passage does not tell
 * @param supportingUnits those that take part; empty where the passage does not tell
 * @param start index of the passage's first character, opening bracket included
 * @param end index after its last character
 */
public record Responsibility(
        List<String> units, List<String> leadUnits, List<String> supportingUnits, int start, int end) {
    public Responsibility {
        units = List.copyOf(units);
        leadUnits = List.copyOf(leadUnits);
        supportingUnits = List.copyOf(supportingUnits);
    }
}
