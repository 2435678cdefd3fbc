package io.casewire.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTests {
    private static final String HEADER = "day,kind,occasion,notice\n";

    private final WorkingCalendar calendar = WorkingCalendar.load();

    @Test
    void holdsTheNoticesOf2012To2026() {
        assertThat(calendar.coverage())
                .isEqualTo(IntStream.rangeClosed(2012, 2026).boxed().toList());
        List<CalendarYear> years =
                calendar.coverage().stream().map(calendar::year).toList();
        assertThat(years.stream().mapToInt(year -> year.daysOff().size()).sum()).isEqualTo(415);
        assertThat(years.stream().map(year -> year.makeUpDays().size()).toList())
                .containsExactly(6, 12, 5, 5, 6, 5, 7, 6, 6, 7, 7, 7, 8, 5, 6);
        assertThat(years.stream()
                        .flatMap(year -> Stream.concat(year.daysOff().stream(), year.makeUpDays().stream()))
                        .map(SpecialDay::notice)
                        .distinct())
                .hasSize(18)
                .allMatch(notice -> notice.matches("国办?发明电〔20\\d\\d〕\\d+号"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-04, true", // Sunday for New Year
        "2026-02-14, true", // Saturday for the Spring Festival
        "2026-02-28, true",
        "2026-05-09, true",
        "2026-09-20, true",
        "2026-10-10, true",
        "2026-02-16, false",
        "2026-02-23, false",
        "2026-02-24, true",
        "2026-06-19, false",
        "2026-11-28, false", // a plain Saturday
        "2020-01-31, false", // the Spring Festival that was made longer
        "2020-02-01, false",
        "2019-05-05, true", // the Labour Day that was changed
        "2015-09-04, false", // given once, for the seventieth anniversary
        "2018-12-29, true", // by the notice on 2019
        "2022-12-31, false"
    })
    void followsTheNotices(LocalDate day, boolean working) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 3, 2026-02-25, false", // Saturday is worked, nine days are not
        "2026-02-13, 0, 2026-02-13, false",
        "2026-02-15, 0, 2026-02-15, false",
        "2026-02-25, -2, 2026-02-14, false",
        "2026-09-30, 1, 2026-10-08, false",
        "2026-11-30, 20, 2026-12-28, false",
        "2026-11-30, 30, 2027-01-11, true",
        "2011-12-29, 2, 2012-01-04, true"
    })
    void countsOnAndBack(LocalDate from, int days, LocalDate to, boolean provisional) {
        assertThat(calendar.plusWorkingDays(from, days)).isEqualTo(new WorkingDay(to, provisional));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 2026-11-27, 0, false",
        "2026-11-27, 2026-11-29, 0, false",
        "2026-11-27, 2026-11-30, 1, false",
        "2026-11-30, 2026-11-27, -1, false",
        "2026-02-13, 2026-02-25, 3, false",
        "2026-12-31, 2027-01-04, 2, true",
        "2026-12-31, 9999-12-31, 2080056, true"
    })
    void countsBetween(LocalDate first, LocalDate second, long number, boolean provisional) {
        assertThat(calendar.workingDaysBetween(first, second)).isEqualTo(new WorkingDays(number, provisional));
    }

    @Test
    void countsBetweenAsIfDayByDay() {
        LocalDate first = LocalDate.of(2018, 1, 3);
        long counted = 0;
        for (LocalDate day = first.plusDays(1); day.getYear() < 2028; day = day.plusDays(1)) {
            counted += calendar.isWorkingDay(day) ? 1 : 0;
            assertThat(calendar.workingDaysBetween(first, day).number())
                    .as("%s", day)
                    .isEqualTo(counted);
        }
    }

    @Test
    void saysOfAYearThatIsNotAnnouncedThatItIsNot() {
        assertThat(calendar.announced(2027)).isFalse();
        assertThat(calendar.year(2027)).isEqualTo(new CalendarYear(2027, false, List.of(), List.of()));
    }

    @Test
    void readsMoreYearsFromAFileWhichHasTheLastWord(@TempDir Path folder) throws IOException {
        Path file = file(folder, """
                2027-01-01,OFF,元旦,样例〔2026〕1号
                2027-01-03,WORKED,元旦,样例〔2026〕1号

                2026-12-31,OFF,元旦,样例〔2026〕1号
                2026-10-10,OFF,国庆节,样例〔2026〕2号
                """);
        WorkingCalendar more = WorkingCalendar.load(file);
        assertThat(more.announced(2027)).isTrue();
        assertThat(more.plusWorkingDays(LocalDate.of(2026, 12, 30), 1))
                .isEqualTo(new WorkingDay(LocalDate.of(2027, 1, 3), false));
        assertThat(more.isWorkingDay(LocalDate.of(2026, 10, 10))).isFalse();
        assertThat(more.year(2027).makeUpDays())
                .containsExactly(new SpecialDay(
                        LocalDate.of(2027, 1, 3), SpecialDay.Kind.WORKED, "元旦", "样例〔2026〕1号", "more.csv"));
        assertThat(more.coverage()).hasSize(16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-01-01,OFF,元旦 | line 2: a row is day,kind,occasion,notice",
                "2027-01-01,OFF,,号 | line 2: a row is day,kind,occasion,notice",
                "2027-1-1,OFF,元旦,号 | line 2: the day is written 2027-01-01, not 2027-1-1",
                "2027-02-30,OFF,元旦,号 | line 2: the day is written",
                "2027-01-01,off,元旦,号 | line 2: the kind is OFF or WORKED, not off",
                "2027-01-01,WORKED,元旦,号 | line 2: 2027-01-01 is worked anyway",
                "2027-02-05,OFF,春节,号 | 2027-02-05 belongs to a year without its 1 January"
            })
    void refusesABadRowNamingLineAndReason(String row, String reason, @TempDir Path folder) throws IOException {
        Path file = file(folder, row + "\n");
        assertThatThrownBy(() -> WorkingCalendar.load(file))
                .isInstanceOf(BadCalendar.class)
                .hasMessageContaining("more.csv")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesTheSameDayTwiceAndWhatIsNoSuchTable(@TempDir Path folder) throws IOException {
        Path twice = file(folder, "2027-01-01,OFF,元旦,号\n2027-01-01,OFF,元旦,号\n");
        assertThatThrownBy(() -> WorkingCalendar.load(twice)).hasMessageContaining("line 3: 2027-01-01 is there twice");
        Path other = Files.writeString(folder.resolve("other.csv"), "date;type\n");
        assertThatThrownBy(() -> WorkingCalendar.load(other)).hasMessageContaining("other.csv, line 1");
        assertThatThrownBy(() -> WorkingCalendar.load(folder.resolve("none.csv")))
                .isInstanceOf(BadCalendar.class)
                .hasMessageContaining("cannot be read");
        Path gbk =
                Files.write(folder.resolve("gbk.csv"), new byte[] {(byte) 0xD4, (byte) 0xAA, (byte) 0xB5, (byte) 0xA9});
        assertThatThrownBy(() -> WorkingCalendar.load(gbk)).hasMessageContaining("not UTF-8");
    }

    private static Path file(Path folder, String rows) throws IOException {
        return Files.write(folder.resolve("more.csv"), (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }
}
