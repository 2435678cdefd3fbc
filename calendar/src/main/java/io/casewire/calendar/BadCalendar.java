package io.casewire.calendar;

import java.io.Serial;

/** A table of days that cannot be taken; the message names table, line and reason. */
public final class BadCalendar extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    BadCalendar(String source, int line, String reason) {
        super(source + ", line " + line + ": " + reason);
    }

    BadCalendar(String message) {
        super(message);
    }
}
