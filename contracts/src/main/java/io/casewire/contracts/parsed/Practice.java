package io.casewire.contracts.parsed;

import java.util.List;

/**
 * What was done.
 *
 * @param text all of it, whole
 * @param measures its numbered parts, empty where it is not divided
 */
public record Practice(String text, List<NumberedText> measures) {
    public Practice {
        measures = List.copyOf(measures);
    }
}
