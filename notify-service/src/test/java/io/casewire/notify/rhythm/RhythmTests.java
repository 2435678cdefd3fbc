package io.casewire.notify.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.notify.rhythm.Rhythm.Every;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTests {
    private static final WorkingCalendar CHINA = WorkingCalendar.load();

    @ParameterizedTest
    @CsvSource({
        // from one day to the next; its own time does not count
        "Asia/Shanghai,    08:30,           , false, 2026-11-30T08:29:59, 2026-11-30T08:30",
        "Asia/Shanghai,    08:30,           , false, 2026-11-30T08:30:00, 2026-12-01T08:30",
        // over the weekend, and over the holidays of the National Day with its make-up days
        "Asia/Shanghai,    08:30,           , true,  2026-11-27T09:00:00, 2026-11-30T08:30",
        "Asia/Shanghai,    08:30,           , true,  2026-09-30T09:00:00, 2026-10-08T08:30",
        "Asia/Shanghai,    08:30,           , true,  2026-10-09T09:00:00, 2026-10-10T08:30",
        // by the week; the Monday in the holidays moves behind them
        "Asia/Shanghai,    08:30, MONDAY,     false, 2026-11-30T08:30:00, 2026-12-07T08:30",
        "Asia/Shanghai,    08:30, MONDAY,     true,  2026-09-28T09:00:00, 2026-10-08T08:30",
        "Asia/Shanghai,    08:30, MONDAY,     true,  2026-10-08T08:30:00, 2026-10-12T08:30",
        // two Mondays of one long holiday make one
        "Asia/Shanghai,    08:30, MONDAY,     true,  2026-02-09T09:00:00, 2026-02-24T08:30",
        "Asia/Shanghai,    08:30, MONDAY,     true,  2026-02-24T08:30:00, 2026-03-02T08:30",
        // a time the clock skips, and one it shows twice
        "Europe/Berlin,    02:30,           , false, 2026-03-28T12:00:00, 2026-03-29T03:30",
        "Europe/Berlin,    02:30,           , false, 2026-03-29T03:30:00, 2026-03-30T02:30",
        "America/New_York, 02:30,           , false, 2026-03-08T00:00:00, 2026-03-08T03:30",
        "America/New_York, 01:30,           , false, 2026-11-01T00:00:00, 2026-11-01T01:30",
        "America/New_York, 01:30, SUNDAY,     false, 2026-10-31T00:00:00, 2026-11-01T01:30",
    })
    void namesTheNextTime(
            String zone,
            String at,
            @Nullable DayOfWeek on,
            boolean workdaysOnly,
            LocalDateTime time,
            LocalDateTime next) {
        Rhythm rhythm = new Rhythm(on == null ? Every.DAY : Every.WEEK, at, on, zone, workdaysOnly);

        Instant found =
                rhythm.after(time.atZone(ZoneId.of(zone)).toInstant(), CHINA).at();

        assertThat(found.atZone(ZoneId.of(zone)).toLocalDateTime()).isEqualTo(next);
    }

    @Test
    void saysARepeatedTimeOnce() {
        Rhythm rhythm = new Rhythm(Every.DAY, "01:30", null, "America/New_York", false);
        Instant first =
                rhythm.after(Instant.parse("2026-11-01T05:00:00Z"), CHINA).at();

        assertThat(first).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(rhythm.after(first, CHINA).at()).isEqualTo("2026-11-02T06:30:00Z");
    }

    @Test
    void saysWhereWorkingDaysAreNotAnnounced() {
        Rhythm daily = new Rhythm(Every.DAY, "08:30", null, "Asia/Shanghai", true);
        Instant far = Instant.parse("2097-01-01T00:00:00Z");

        assertThat(daily.after(far, CHINA).provisional()).isTrue();
        assertThat(daily.after(Instant.parse("2026-06-01T00:00:00Z"), CHINA).provisional())
                .isFalse();
        assertThat(new Rhythm(Every.DAY, "08:30", null, "Asia/Shanghai", false)
                        .after(far, CHINA)
                        .provisional())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
    void goesForwardWithoutLeavingOutATime(String zone) {
        // asked from any moment between two times it names the later one
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            boolean weekly = random.nextBoolean();
            Rhythm rhythm = new Rhythm(
                    weekly ? Every.WEEK : Every.DAY,
                    "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60)),
                    weekly ? DayOfWeek.of(1 + random.nextInt(7)) : null,
                    zone,
                    random.nextBoolean());
            Instant time = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(8000)));
            for (int step = 0; step < 20; step++) {
                Instant next = rhythm.after(time, CHINA).at();
                assertThat(next).isAfter(time);
                long between = Duration.between(time, next).toMillis();
                Instant some = time.plusMillis(random.nextLong(between));
                assertThat(rhythm.after(some, CHINA).at())
                        .as("%s %s", rhythm, some)
                        .isEqualTo(next);
                time = next;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // not quiet
        "Asia/Shanghai, 20:00, 08:00, false, 2026-11-30T12:00, ",
        "Asia/Shanghai, 20:00, 08:00, false, 2026-11-30T08:00, ",
        // over midnight, and within a day
        "Asia/Shanghai, 20:00, 08:00, false, 2026-11-30T20:00, 2026-12-01T08:00",
        "Asia/Shanghai, 20:00, 08:00, false, 2026-12-01T07:59, 2026-12-01T08:00",
        "Asia/Shanghai, 12:00, 14:00, false, 2026-11-30T12:30, 2026-11-30T14:00",
        // days that are no working days are quiet as a whole
        "Asia/Shanghai, 20:00, 08:00, true,  2026-11-28T12:00, 2026-11-30T08:00",
        "Asia/Shanghai, 12:00, 14:00, true,  2026-11-28T15:00, 2026-11-30T00:00",
        "Asia/Shanghai, 20:00, 08:00, true,  2026-10-01T12:00, 2026-10-08T08:00",
        "Asia/Shanghai, 20:00, 08:00, true,  2026-10-10T12:00, ",
        // an end that the clock skips is when it skips
        "Europe/Berlin, 20:00, 02:30, false, 2026-03-28T23:00, 2026-03-29T03:00",
    })
    void endsTheQuietHours(
            String zone,
            String from,
            String until,
            boolean workdaysOnly,
            LocalDateTime time,
            @Nullable LocalDateTime end) {
        Quiet quiet = new Quiet(from, until, zone, workdaysOnly, false);

        assertThat(quiet.endsAfter(time.atZone(ZoneId.of(zone)).toInstant(), CHINA)
                        .map(found -> found.atZone(ZoneId.of(zone)).toLocalDateTime())
                        .orElse(null))
                .isEqualTo(end);
    }

    @Test
    void countsMessagesByDigestAndByDocument() {
        DigestSettings settings = Settings.defaults();
        MessageCount count = new MessageCount(CHINA, settings);
        Instant monday = Instant.parse("2026-11-30T01:00:00Z");
        List<MessageCount.Happened> events = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            events.add(new MessageCount.Happened(monday.plusSeconds(i), "one"));
            events.add(new MessageCount.Happened(monday.plusSeconds(i * 60L), "slow"));
        }
        events.add(new MessageCount.Happened(monday, null));

        assertThat(count.times(Timing.INSTANT, events)).hasSize(49);
        assertThat(count.times(new Timing(null, null, true), events))
                .as("one for the quick document, three for the one of 24 minutes, one for what is about none")
                .hasSize(5);
        assertThat(count.times(
                        new Timing(new Rhythm(Every.DAY, "08:30", null, "Asia/Shanghai", false), null, false), events))
                .containsExactly(Instant.parse("2026-12-01T00:30:00Z"));
    }
}
