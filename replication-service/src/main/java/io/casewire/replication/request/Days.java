package io.casewire.replication.request;

import io.casewire.serving.problem.InvalidParameter;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as requests give them, {@code 2026-12-31}; null stays null. */
public final class Days {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2099;

    private Days() {}

    /**
     * A day in a parameter.
     *
     * @throws InvalidParameter for anything else
     */
    public static @Nullable LocalDate parameter(String name, @Nullable String given) {
        return InvalidParameter.read(name, given, Days::day);
    }

    /**
     * A day.
     *
     * @throws IllegalArgumentException for anything else, and for one before 1949 or after 2099: a slip of the finger
     */
    public static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new IllegalArgumentException("A day from " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            return day;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
