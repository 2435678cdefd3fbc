package io.casewire.calendar;

import java.time.LocalDate;

/**
 * A day that a notice makes another than its weekday.
 *
 * @param occasion the festival, in Chinese
 * @param notice number of the notice that says so
 * @param source the table it was read from
 */
public record SpecialDay(LocalDate day, Kind kind, String occasion, String notice, String source) {
    /** What the notice makes of a day. */
    public enum Kind {
        /** 放假, 调休: nobody works. */
        OFF,
        /** 上班: a Saturday or Sunday worked in exchange. */
        WORKED
    }
}
