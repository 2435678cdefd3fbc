package io.casewire.replication.plan;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days in parameters. */
final class Days {
    private Days() {}

    /** @throws IllegalArgumentException for anything but a day as in 2026-11-30 */
    static LocalDate read(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A day is written as in 2026-11-30", e);
        }
    }
}
