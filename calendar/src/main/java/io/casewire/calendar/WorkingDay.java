package io.casewire.calendar;

import java.time.LocalDate;

/**
 * A day that was counted to.
 *
 * @param provisional whether a year that is not announced was counted through, by weekends alone: the day may turn out another
 */
public record WorkingDay(LocalDate day, boolean provisional) {}
