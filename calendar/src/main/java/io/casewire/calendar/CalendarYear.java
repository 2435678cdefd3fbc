package io.casewire.calendar;

import java.util.List;

/**
 * What is known of a year.
 *
 * @param announced false where no notice on it is known: its weekends alone are counted
 * @param daysOff in the order of days; of weekends only those that belong to a festival
 * @param makeUpDays Saturdays and Sundays worked, in the order of days
 */
public record CalendarYear(int year, boolean announced, List<SpecialDay> daysOff, List<SpecialDay> makeUpDays) {
    public CalendarYear {
        daysOff = List.copyOf(daysOff);
        makeUpDays = List.copyOf(makeUpDays);
    }
}
