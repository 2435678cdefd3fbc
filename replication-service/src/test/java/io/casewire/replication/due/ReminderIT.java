package io.casewire.replication.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.ObligationDueSoon;
import io.casewire.contracts.event.ObligationEvent.ObligationOverdue;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.wire.Envelope;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.SampleCase;
import io.casewire.replication.ledger.Entries;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In the 2090s by a clock of their own, so that the services' own rounds have nothing to send. */
class ReminderIT {
    private static final String API = "/api/replication/v1/obligations/";
    private static final DueSettings SETTINGS = new DueSettings(List.of(20, 5, 1), List.of(3), Duration.ofDays(1));

    private final String coordinator = RunningService.token("c", Role.COORDINATOR, null);

    @Test
    void eachLineAndStepIsToldOfOnceAlsoByTwoInstancesAndAfterARestore() throws Exception {
        SampleCase sample = SampleCase.titled("提醒" + UUID.randomUUID())
                .from("湖南自贸试验区")
                .promotedTo(PromotionScope.NATIONWIDE, "2023");
        String group = "remind-" + UUID.randomUUID();
        try (RunningService service = RunningService.on(SharedStore.freshDatabase(), group)) {
            service.publish(sample.published());
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            service.get(path(sample, "420000")).status())
                    .isEqualTo(200));
            for (String region : List.of("420000", "440000", "450000")) {
                due(service, sample, region, "2090-06-30");
            }
            report(service, sample, "440000");
            service.post(path(sample, "450000") + "/waiver", coordinator, Map.of("reason", "另行部署"));

            at(service, "2090-06-01").send();
            assertThat(told(sample)).as("21 working days left").isEmpty();
            both(at(service, "2090-06-02"), at(service, "2090-06-02"));
            at(service, "2090-06-05").send();
            assertTold(sample, "420000 soon 20");
            both(at(service, "2090-06-23"), at(service, "2090-06-23"));
            assertTold(sample, "420000 soon 20", "420000 soon 5");
            // stopped over the last days
            at(service, "2090-07-03").send();
            at(service, "2090-07-04").send();
            assertTold(sample, "420000 soon 20", "420000 soon 5", "420000 overdue 0");
            at(service, "2090-07-06").send();
            assertTold(sample, "420000 soon 20", "420000 soon 5", "420000 overdue 0", "420000 overdue 3");
            // another day, reminded of anew
            due(service, sample, "420000", "2090-09-29");
            at(service, "2090-07-10").send();
            at(service, "2090-09-28").send();
            // sent back to the region after its deadline
            assertThat(service.post(
                                    path(sample, "440000") + "/transitions",
                                    coordinator,
                                    Map.of("to", "RETURNED", "reason", "材料不全"))
                            .status())
                    .isEqualTo(200);
            at(service, "2090-09-28").send();
            String[] all = {
                "420000 soon 20",
                "420000 soon 5",
                "420000 overdue 0",
                "420000 overdue 3",
                "420000 soon 1",
                "440000 overdue 3"
            };
            assertTold(sample, all);
            try (RunningService restored = RunningService.on(SharedStore.freshDatabase(), group + "-restored")) {
                ObligationId id = ObligationId.derive(sample.id().value(), "420000");
                assertThat(Optional.of(restored.bean(Entries.class))
                                .flatMap(entries -> entries.find(id))
                                .orElseThrow()
                                .reminded())
                        .isEqualTo(service.bean(Entries.class)
                                .find(id)
                                .orElseThrow()
                                .reminded());
                at(restored, "2090-09-28").send();
                assertTold(sample, all);
                at(restored, "2090-09-30").send();
                assertTold(
                        sample,
                        Stream.concat(Stream.of(all), Stream.of("420000 overdue 0"))
                                .toArray(String[]::new));
            }
        }
    }

    @Test
    void aServiceThatComesBackTellsOfWhatPassedMeanwhileOnce() {
        SampleCase sample = SampleCase.titled("停机" + UUID.randomUUID())
                .promotedTo(PromotionScope.NAMED, "2023", "420000", "440000");
        String group = "back-" + UUID.randomUUID();
        String database = SharedStore.freshDatabase();
        try (RunningService service = RunningService.on(database, group)) {
            service.publish(sample.published());
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            service.get(path(sample, "420000")).status())
                    .isEqualTo(200));
            due(service, sample, "420000", "2026-01-05");
            due(service, sample, "440000", "2091-01-05");
        }
        for (int start = 0; start < 2; start++) {
            try (RunningService back = RunningService.on(database, group)) {
                assertTold(sample, "420000 overdue 0");
                assertThat(back.get(path(sample, "420000"))
                                .body()
                                .path("overdue")
                                .asBoolean())
                        .isTrue();
            }
        }
        assertTold(sample, "420000 overdue 0");
    }

    private static void both(Reminders one, Reminders other) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> rounds = List.of(one::send, other::send);
            for (var round : threads.invokeAll(rounds)) {
                assertThat(round.get()).isNotNegative();
            }
        }
    }

    private static Reminders at(RunningService service, String day) {
        ZoneId china = ZoneId.of("Asia/Shanghai");
        Clock clock =
                Clock.fixed(LocalDate.parse(day).atTime(0, 30).atZone(china).toInstant(), ZoneId.of("UTC"));
        return new Reminders(service.bean(Entries.class), WorkingCalendar.load(), SETTINGS, clock);
    }

    private void due(RunningService service, SampleCase sample, String region, String on) {
        assertThat(service.put(path(sample, region) + "/due", coordinator, Map.of("on", on, "reason", "推进会"))
                        .status())
                .isEqualTo(200);
    }

    private static void report(RunningService service, SampleCase sample, String region) {
        String token = RunningService.token("r", Role.REGION, region);
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("to", "IN_PROGRESS", "explanation", "已启动"),
                Map.of(
                        "to",
                        "SUBMITTED",
                        "explanation",
                        "已完成",
                        "outcome",
                        "ADOPTED",
                        "evidence",
                        List.of("http://a.example/1")))) {
            assertThat(service.post(path(sample, region) + "/transitions", token, body)
                            .status())
                    .isEqualTo(200);
        }
    }

    private static void assertTold(SampleCase sample, String... expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told(sample)).hasSizeGreaterThanOrEqualTo(expected.length));
        assertThat(told(sample)).containsExactlyInAnyOrder(expected);
    }

    private static List<String> told(SampleCase sample) {
        return RunningService.events().stream()
                .map(Envelope::event)
                .filter(event -> event.obligation().caseId().equals(sample.id()))
                .flatMap(event -> told(event).map(what -> event.obligation().regionCode() + what).stream())
                .toList();
    }

    private static Optional<String> told(ObligationEvent event) {
        return switch (event) {
            case ObligationDueSoon soon -> Optional.of(" soon " + soon.step());
            case ObligationOverdue overdue -> Optional.of(" overdue " + overdue.step());
            default -> Optional.empty();
        };
    }

    private static String path(SampleCase sample, String region) {
        return API + ObligationId.derive(sample.id().value(), region).value();
    }
}
