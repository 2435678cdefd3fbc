package io.casewire.calendar;

/**
 * A number of working days.
 *
 * @param number negative where the second day is before the first
 * @param provisional as {@link WorkingDay#provisional}
 */
public record WorkingDays(long number, boolean provisional) {}
