package io.casewire.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.notify.digest.Askers.Asker;
import io.casewire.notify.digest.Digest.Kind;
import io.casewire.notify.digest.FakeDigests.Killed;
import io.casewire.notify.rhythm.Rhythm;
import io.casewire.notify.rhythm.Rhythm.Every;
import io.casewire.notify.rhythm.Settings;
import io.casewire.notify.rhythm.Timing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits is told once, whatever happens, on a clock that the tests move. */
class DigestMakerTests {
    private static final WorkingCalendar CHINA = WorkingCalendar.load();
    private static final Timing DAILY = daily("Asia/Shanghai", "08:30");
    private static final Timing DOCUMENT = new Timing(null, null, true);

    private final Random random = new Random(20261130);
    private final FakeDigests store = new FakeDigests(random);
    private final Map<String, Asker> askers = new HashMap<>();
    private Instant now = Instant.parse("2026-11-30T00:00:00Z");
    private final Holds holds = holds(Map.of());
    private final DigestMaker maker = maker(Map.of());

    @Test
    void tellsADayInOneDigestAndCountsAnEmptyOneWithoutAMessage() {
        ask("s", DAILY);
        put("s", DAILY, "a", now.minusSeconds(5));
        put("s", DAILY, "b", now.minusSeconds(9));

        to("2026-11-30T00:30:05Z");
        assertThat(store.digests)
                .as("what was recorded just before is on its way")
                .isEmpty();
        to("2026-11-30T00:30:10Z");
        to("2026-12-01T00:30:10Z");

        assertThat(store.of("s")).extracting(Digest::entries).containsExactly(List.of("b", "a"), List.of());
        assertThat(store.of("s")).extracting(Digest::kind).containsOnly(Kind.DAY);
        assertThat(store.of("s")).extracting(Digest::windows).containsOnly(1);
        assertThat(store.of("s")).extracting(Digest::late).containsOnly(false);
        assertThat(store.queued).hasSize(1);
    }

    @Test
    void leavesWhatIsRecordedAtTheTimeOfADigestToTheNext() {
        ask("s", DAILY);
        Instant time = Instant.parse("2026-11-30T00:30:00Z");
        put("s", DAILY, "before", time.minusMillis(1));
        put("s", DAILY, "at", time);

        to("2026-11-30T00:31:00Z");
        put("s", DAILY, "came too late", time.minusMillis(2));
        to("2026-12-01T00:31:00Z");

        assertThat(store.of("s"))
                .extracting(Digest::entries)
                .containsExactly(List.of("before"), List.of("came too late", "at"));
    }

    @Test
    void makesOneUpForAllThatWereMissedAndSaysSo() {
        ask("s", DAILY);
        put("s", DAILY, "a", now);

        to("2026-12-03T05:00:00Z");

        Digest made = store.of("s").getFirst();
        assertThat(store.of("s")).hasSize(1);
        assertThat(made.windows()).isEqualTo(4);
        assertThat(made.late()).isTrue();
        assertThat(made.until()).isEqualTo("2026-12-03T00:30:00Z");
        assertThat(made.entries()).containsExactly("a");
    }

    @Test
    void saysThatWorkingDaysAreProvisional() {
        now = Instant.parse("2097-01-07T01:00:00Z");
        Timing timing = new Timing(new Rhythm(Every.DAY, "08:30", null, "Asia/Shanghai", true), null, false);
        ask("s", timing);
        put("s", timing, "a", now);

        to("2097-01-08T01:00:00Z");

        assertThat(store.of("s")).extracting(Digest::provisional).containsExactly(true);
    }

    @Test
    void putsWhatWaitsIntoTheNextOfAnotherRhythm() {
        ask("s", DAILY);
        put("s", DAILY, "a", now);
        Timing weekly =
                new Timing(new Rhythm(Every.WEEK, "08:30", DayOfWeek.WEDNESDAY, "Asia/Shanghai", false), null, false);
        ask("s", weekly);

        to("2026-12-01T01:00:00Z");
        assertThat(store.digests).isEmpty();
        to("2026-12-02T01:00:00Z");

        assertThat(store.of("s")).extracting(Digest::kind).containsExactly(Kind.WEEK);
        assertThat(store.of("s").getFirst().entries()).containsExactly("a");
    }

    @Test
    void tellsWhatWaitsAtOnceWhereNoMoreDigestsAreAskedFor() {
        ask("s", DAILY);
        put("s", DAILY, "a", now.plusSeconds(3600));
        ask("s", Timing.INSTANT);

        to("2026-11-30T00:00:10Z");
        to("2026-12-30T00:00:00Z");

        assertThat(store.of("s")).extracting(Digest::kind).containsExactly(Kind.LAST);
        assertThat(store.mentions()).containsEntry("a", 1);
    }

    @Test
    void tellsWhatAnInstanceStillHeldThatDidNotKnowOfTheChange() {
        ask("s", DAILY);
        ask("s", Timing.INSTANT);
        to("2026-11-30T00:10:00Z");
        put("s", DAILY, "a", now);

        to("2026-12-01T01:00:00Z");

        assertThat(store.mentions()).containsEntry("a", 1);
    }

    @Test
    void makesNoEmptyDigestsWhileSwitchedOffAndLetsTheNextOneReachBack() {
        ask("s", DAILY);
        askers.put("s", new Asker("海关", DAILY, false, false));
        to("2026-12-03T01:00:00Z");
        assertThat(store.digests).isEmpty();
        ask("s", DAILY);

        to("2026-12-04T01:00:00Z");

        assertThat(store.of("s")).hasSize(1);
        assertThat(store.of("s").getFirst().from()).isEqualTo("2026-11-30T00:00:00Z");
    }

    @Test
    void makesALastDigestAfterTheEndAndNoMore() {
        ask("s", DAILY);
        put("s", DAILY, "a", now);
        askers.put("s", new Asker("海关", DAILY, false, true));

        to("2026-12-01T01:00:00Z");
        to("2026-12-05T01:00:00Z");

        assertThat(store.of("s")).hasSize(1);
        assertThat(store.mentions()).containsEntry("a", 1);
    }

    @Test
    void letsWhatWaitsGoWhereTheSubscriptionIsDeleted() {
        ask("s", DAILY);
        put("s", DAILY, "a", now);
        askers.remove("s");

        to("2026-12-01T01:00:00Z");

        assertThat(store.digests).isEmpty();
        assertThat(store.count()).isZero();
    }

    @Test
    void tellsADocumentInOneMessageWhenNothingMoreComes() {
        ask("s", DOCUMENT);
        for (int row = 0; row < 24; row++) {
            put(new Place("s", DOCUMENT, "doc"), "row" + row, now);
            forward(Duration.ofSeconds(1));
        }

        to(now.plusSeconds(130).toString());

        assertThat(store.of("s/doc")).hasSize(1);
        assertThat(store.of("s/doc").getFirst().entries()).hasSize(24);
        forward(Duration.ofDays(1));
        assertThat(store.of("s/doc"))
                .as("nothing is counted while nothing happens")
                .hasSize(1);
    }

    @Test
    void tellsADocumentThatGoesOnAndOnAfterTenMinutes() {
        ask("s", DOCUMENT);
        for (int minute = 0; minute < 24; minute++) {
            put(new Place("s", DOCUMENT, "doc"), "row" + minute, now);
            forward(Duration.ofMinutes(1));
        }
        forward(Duration.ofMinutes(10));

        assertThat(store.of("s/doc")).hasSize(3);
        assertThat(store.mentions()).hasSize(24).values().containsOnly(1);
    }

    @Test
    void goesOnAtOnceWithWhatOneDigestHasNoRoomFor() {
        DigestMaker small = maker(Map.of("most", "10", "in-full", "5"));
        ask("s", DAILY);
        for (int i = 0; i < 25; i++) {
            put("s", DAILY, "e%02d".formatted(i), now);
        }
        now = Instant.parse("2026-11-30T00:31:00Z");
        for (int i = 0; i < 5; i++) {
            small.due(now).forEach(due -> small.close(due, now));
        }

        assertThat(store.of("s")).extracting(digest -> digest.entries().size()).containsExactly(10, 10, 5);
        assertThat(store.mentions()).hasSize(25).values().containsOnly(1);
    }

    @Test
    void makesOneDigestWhereTwoInstancesFindItDue() {
        ask("s", DAILY);
        put("s", DAILY, "a", now);
        now = Instant.parse("2026-11-30T00:31:00Z");
        List<Hold> one = maker.due(now);
        List<Hold> other = maker.due(now);

        assertThat(maker.close(one.getFirst(), now)).isPresent();
        assertThat(maker.close(other.getFirst(), now)).isEmpty();
        assertThat(store.digests).hasSize(1);
    }

    @Test
    void goesOnWithWhatAnotherFixedThatTookOver() {
        // Scenario: an instance stands still just before it fixes a digest; its lease runs out, another closes that
        // window and the next.
        ask("s", DAILY);
        put("s", DAILY, "a", now);
        Instant late = Instant.parse("2026-12-01T00:31:00Z");
        store.meanwhile(() -> {
            put("s", DAILY, "b", now);
            now = now.plus(Duration.ofMinutes(3));
            maker.due(now).forEach(due -> maker.close(due, now));
            now = late;
            put("s", DAILY, "c", now.minusSeconds(3600));
            maker.due(now).forEach(due -> maker.close(due, now));
        });

        to("2026-11-30T00:31:00Z");
        to("2026-12-02T00:31:00Z");

        assertThat(store.of("s")).extracting(Digest::entries).startsWith(List.of("a"), List.of("b", "c"));
        assertThat(store.mentions()).hasSize(3).values().containsOnly(1);
        assertThat(store.of("s").get(1).from())
                .isEqualTo(store.of("s").getFirst().until());
    }

    /** Random events, restarts at any step, two instances, hours skipped and repeated: each event once, windows without a gap. */
    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai,    08:30, 2026-09-20T00:00:00Z",
        "Europe/Berlin,    02:30, 2026-03-20T00:00:00Z",
        "Europe/Berlin,    02:30, 2026-10-15T00:00:00Z",
        "America/New_York, 02:30, 2026-03-01T00:00:00Z",
        "America/New_York, 01:30, 2026-10-25T00:00:00Z",
    })
    void tellsEachEventOnceInWindowsWithoutAGap(String zone, String at, Instant begin) {
        for (int round = 0; round < 30; round++) {
            FakeDigests fake = new FakeDigests(random);
            boolean weekly = random.nextInt(4) == 0;
            Timing timing = new Timing(
                    new Rhythm(
                            weekly ? Every.WEEK : Every.DAY,
                            at,
                            weekly ? DayOfWeek.of(1 + random.nextInt(7)) : null,
                            zone,
                            random.nextBoolean()),
                    null,
                    false);
            now = begin;
            askers.put("s", new Asker("海关", timing, true, false));
            Holds place = new Holds(fake, CHINA, Settings.defaults(), () -> now);
            DigestMaker made = new DigestMaker(fake, fake, this::find, place, CHINA, Settings.defaults());
            place.follow(new Place("s", timing, null));
            fake.breakOff(12);
            int events = 0;
            while (now.isBefore(begin.plus(Duration.ofDays(25)))) {
                now = now.plus(
                        Duration.ofMinutes(random.nextInt(10) == 0 ? random.nextInt(3000) : random.nextInt(240)));
                for (int i = random.nextInt(4); i > 0; i--) {
                    // some arrive long after they were recorded
                    putWhateverBreaks(fake, place, timing, "e" + events++, now.minusSeconds(random.nextInt(20_000)));
                }
                closeWhateverBreaks(fake, made);
            }
            fake.breakOff(0);
            for (int i = 0; i < 12; i++) {
                now = now.plus(Duration.ofDays(3));
                made.due(now).forEach(due -> made.close(due, now));
            }

            assertThat(fake.count()).as("%s, round %d", timing, round).isZero();
            assertThat(fake.mentions()).hasSize(events);
            assertThat(fake.mentions().values()).containsOnly(1);
            List<Digest> all = fake.of("s");
            assertThat(all.getFirst().from()).isEqualTo(begin);
            for (int i = 1; i < all.size(); i++) {
                assertThat(all.get(i).from()).isEqualTo(all.get(i - 1).until());
                assertThat(all.get(i).until()).isAfter(all.get(i).from());
            }
            all.forEach(digest -> digest.entries().forEach(id -> assertThat(
                            Objects.requireNonNull(fake.messages.get(id)).recordedAt())
                    .isBefore(digest.until())));
        }
    }

    /** A process that is killed between two steps reads its batch again, as no offset was committed. */
    private static void putWhateverBreaks(FakeDigests fake, Holds place, Timing timing, String id, Instant recorded) {
        boolean stored = false;
        while (!stored) {
            try {
                place.touch(new Place("s", timing, null));
                fake.put(id, "s", recorded);
                place.touch(new Place("s", timing, null));
                stored = true;
            } catch (Killed again) {
                stored = false;
            }
        }
    }

    private void closeWhateverBreaks(FakeDigests fake, DigestMaker made) {
        List<Hold> one = made.due(now);
        List<Hold> other = made.due(now);
        for (List<Hold> found : List.of(one, other)) {
            for (Hold hold : found) {
                try {
                    made.close(hold, now);
                } catch (Killed killed) {
                    assertThat(fake.holds).containsKey(hold.id());
                }
            }
        }
    }

    private Optional<Asker> find(String subscription, Instant time) {
        return Optional.ofNullable(askers.get(subscription));
    }

    private void ask(String subscription, Timing timing) {
        askers.put(subscription, new Asker("海关", timing, true, false));
        holds.follow(new Place(subscription, timing, null));
    }

    private void put(String subscription, Timing timing, String id, Instant recorded) {
        put(new Place(subscription, timing, null), id, recorded);
    }

    private void put(Place place, String id, Instant recorded) {
        holds.touch(place);
        store.put(id, place.id(), recorded);
        holds.touch(place);
    }

    private void to(String time) {
        now = Instant.parse(time);
        maker.due(now).forEach(due -> maker.close(due, now));
    }

    private void forward(Duration by) {
        to(now.plus(by).toString());
    }

    private Holds holds(Map<String, String> settings) {
        return new Holds(store, CHINA, Settings.with(settings), () -> now);
    }

    private DigestMaker maker(Map<String, String> settings) {
        return new DigestMaker(store, store, this::find, holds(settings), CHINA, Settings.with(settings));
    }

    private static Timing daily(String zone, String at) {
        return new Timing(new Rhythm(Every.DAY, at, null, zone, false), null, false);
    }
}
