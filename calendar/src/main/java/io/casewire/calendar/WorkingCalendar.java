package io.casewire.calendar;

import io.casewire.calendar.SpecialDay.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The working days of China, as the State Council's notices make them. Immutable. Of a year whose notice is not known the
 * weekends alone are counted, and every result that counts through it says that it is provisional.
 */
public final class WorkingCalendar {
    private static final String BUILT_IN = "casewire";
    private static final String TABLE = "days.csv";
    private static final int WEEKDAYS = 5;
    private static final int WEEK = 7;

    /** 1970-01-05, a Monday. */
    private static final long A_MONDAY = 4;

    private final NavigableMap<LocalDate, SpecialDay> days = new TreeMap<>();
    private final TreeSet<Integer> announced = new TreeSet<>();

    private WorkingCalendar(Collection<SpecialDay> rows) {
        for (SpecialDay row : rows) {
            days.put(row.day(), row);
        }
        // 1 January is a holiday by statute: a year is announced with its notice, not with the days a notice on the
        // next borrows
        days.values().stream()
                .filter(day -> day.kind() == Kind.OFF && day.day().getDayOfYear() == 1)
                .forEach(day -> announced.add(day.day().getYear()));
    }

    /** The calendar as far as it is known to this version. */
    public static WorkingCalendar load() {
        return new WorkingCalendar(builtIn());
    }

    /**
     * The same with more days, for years announced later; a day that both have is what the file says.
     *
     * @param file CSV of the shape of the built-in table: UTF-8, {@code day,kind,occasion,notice}
     * @throws BadCalendar if it cannot be read, a row is wrong, or a year has rows but no 1 January
     */
    public static WorkingCalendar load(Path file) {
        List<SpecialDay> rows = builtIn();
        String source = String.valueOf(file.getFileName());
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            rows.addAll(DayTable.read(reader, source));
        } catch (CharacterCodingException e) {
            throw new BadCalendar(source + " is not UTF-8.");
        } catch (IOException e) {
            throw new BadCalendar(file + " cannot be read: " + e.getMessage());
        }
        WorkingCalendar calendar = new WorkingCalendar(rows);
        rows.stream()
                .filter(row -> !calendar.announced(row.day().getYear()))
                .findFirst()
                .ifPresent(row -> {
                    throw new BadCalendar(
                            source + ": " + row.day() + " belongs to a year without its 1 January (OFF), so that"
                                    + " the year would count as not announced.");
                });
        return calendar;
    }

    private static List<SpecialDay> builtIn() {
        try (InputStream table = WorkingCalendar.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new BadCalendar(TABLE + " is missing.");
            }
            return DayTable.read(new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8)), BUILT_IN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether people work on that day; of a year that is not {@link #announced} by its weekday alone. */
    public boolean isWorkingDay(LocalDate day) {
        SpecialDay special = days.get(day);
        return special == null ? !DayTable.isWeekend(day) : special.kind() == Kind.WORKED;
    }

    /** Whether the notice on that year is known. */
    public boolean announced(int year) {
        return announced.contains(year);
    }

    /** The years whose notices are known, in order. */
    public List<Integer> coverage() {
        return List.copyOf(announced);
    }

    /** What is known of a year. */
    public CalendarYear year(int year) {
        Collection<SpecialDay> of = days.subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true)
                .values();
        return new CalendarYear(
                year,
                announced(year),
                of.stream().filter(day -> day.kind() == Kind.OFF).toList(),
                of.stream().filter(day -> day.kind() == Kind.WORKED).toList());
    }

    /**
     * The n-th working day after that day, which itself is not counted (当日不计入).
     *
     * @param n negative for working days before it; 0 gives the day itself, working or not
     */
    public WorkingDay plusWorkingDays(LocalDate day, int n) {
        LocalDate at = day;
        for (int left = Math.abs(n); left > 0; ) {
            at = n > 0 ? at.plusDays(1) : at.minusDays(1);
            if (isWorkingDay(at)) {
                left--;
            }
        }
        return new WorkingDay(at, provisional(day, at));
    }

    /** How many working days there are after the first day up to the second, that one included. */
    public WorkingDays workingDaysBetween(LocalDate first, LocalDate second) {
        if (second.isBefore(first)) {
            WorkingDays back = workingDaysBetween(second, first);
            return new WorkingDays(-back.number(), back.provisional());
        }
        long number = weekdaysUntil(second) - weekdaysUntil(first);
        for (SpecialDay special : days.subMap(first, false, second, true).values()) {
            boolean weekend = DayTable.isWeekend(special.day());
            if (special.kind() == Kind.WORKED && weekend) {
                number++;
            } else if (special.kind() == Kind.OFF && !weekend) {
                number--;
            }
        }
        return new WorkingDays(number, provisional(first, second));
    }

    private static long weekdaysUntil(LocalDate day) {
        long since = day.toEpochDay() - A_MONDAY + 1;
        return Math.floorDiv(since, WEEK) * WEEKDAYS + Math.min(Math.floorMod(since, WEEK), WEEKDAYS);
    }

    private boolean provisional(LocalDate one, LocalDate other) {
        if (one.equals(other)) {
            return false;
        }
        int from = Math.min(one.getYear(), other.getYear());
        int to = Math.max(one.getYear(), other.getYear());
        return announced.subSet(from, true, to, true).size() <= to - from;
    }
}
