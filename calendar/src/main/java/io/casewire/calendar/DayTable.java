package io.casewire.calendar;

import io.casewire.calendar.SpecialDay.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads tables of days strictly; what is wrong is refused naming the line. */
final class DayTable {
    private static final String HEADER = "day,kind,occasion,notice";
    private static final int COLUMNS = 4;

    private final String source;
    private final Set<LocalDate> seen = new HashSet<>();

    private DayTable(String source) {
        this.source = source;
    }

    static List<SpecialDay> read(BufferedReader reader, String source) throws IOException {
        return new DayTable(source).rows(reader);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private List<SpecialDay> rows(BufferedReader reader) throws IOException {
        String header = reader.readLine();
        // spreadsheets put a byte order mark before the first column
        if (header == null || !HEADER.equals(header.startsWith("\uFEFF") ? header.substring(1) : header)) {
            throw new BadCalendar(source, 1, "the first line must be " + HEADER);
        }
        List<SpecialDay> rows = new ArrayList<>();
        int number = 2;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isBlank()) {
                rows.add(row(line, number));
            }
            number++;
        }
        return rows;
    }

    private SpecialDay row(String line, int number) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS || Arrays.stream(cells).anyMatch(String::isBlank)) {
            throw new BadCalendar(source, number, "a row is day,kind,occasion,notice, none of them empty");
        }
        LocalDate day = day(cells[0], number);
        Kind kind = Arrays.stream(Kind.values())
                .filter(value -> value.name().equals(cells[1]))
                .findFirst()
                .orElseThrow(() -> new BadCalendar(source, number, "the kind is OFF or WORKED, not " + cells[1]));
        if (!seen.add(day)) {
            throw new BadCalendar(source, number, day + " is there twice");
        }
        if (kind == Kind.WORKED && !isWeekend(day)) {
            throw new BadCalendar(source, number, day + " is worked anyway: WORKED is for Saturdays and Sundays");
        }
        return new SpecialDay(day, kind, cells[2].strip(), cells[3].strip(), source);
    }

    private LocalDate day(String text, int number) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadCalendar(source, number, "the day is written 2027-01-01, not " + text);
        }
    }
}
