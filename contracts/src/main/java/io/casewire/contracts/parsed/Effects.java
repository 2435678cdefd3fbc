package io.casewire.contracts.parsed;

import java.util.List;

/**
 * What it brought.
 *
 * @param text all of it, whole
 * @param items its numbered parts, empty where it is not divided
 */
public record Effects(String text, List<NumberedText> items) {
    public Effects {
        items = List.copyOf(items);
    }
}
