package io.casewire.replication.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.EvidenceEvent.EvidenceWithdrawn;
import io.casewire.contracts.event.EvidenceEvent.IndicatorFound;
import io.casewire.contracts.event.TaskEvent.TaskPublished;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import io.casewire.contracts.topic.Topics;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanIT {
    private static final String BASE = "/api/replication/v1";
    private static final Duration SOON = Duration.ofSeconds(90);

    private final RunningService service = RunningService.shared();
    private final String coordinator = RunningService.token("李静", Role.COORDINATOR, null);
    private final DocumentReference plan = reference();
    private final TaskRecord task = task();

    @Test
    void aReportMovesThePlanAndItsTargetLine() {
        publish();
        IndicatorRecord indicator = new IndicatorRecord(
                EvidenceId.derive(plan.id().value(), "rate"),
                null,
                "任务完成率",
                "%",
                List.of(new IndicatorRecord.Target(null, "2023年50%", 2023, new BigDecimal(50), Bound.EXACT)),
                new LineRange(3, 3));
        service.publish(Topics.EVIDENCE, new IndicatorFound(indicator, 1, plan));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(board("2023-12-31").body().path("targets")).hasSize(1));
        assertThat(board("2023-12-31").body().path("total").path("overdue").asInt())
                .isEqualTo(2);

        Answer first = report("{\"measure\":1,\"percent\":100,\"finishedOn\":\"2023-05-01\",\"note\":\"已上线\"}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(first.body().path("percent").asInt()).isEqualTo(50);
        Answer after = board("2023-12-31");
        assertThat(after.body().path("total").path("overdue").asInt()).isEqualTo(1);
        assertThat(after.body().path("behind").path(0).path("measures").path(0).asInt())
                .isEqualTo(2);
        assertThat(after.body()
                        .path("targets")
                        .path(0)
                        .path("points")
                        .path(0)
                        .path("met")
                        .asBoolean())
                .isTrue();
        assertThat(service.get(BASE + "/plans?size=200").body().path("items")).anySatisfy(line -> {
            assertThat(line.path("document").path("id").asString())
                    .isEqualTo(plan.id().value());
            assertThat(line.path("tasks").asInt()).isEqualTo(1);
        });

        service.publish(Topics.EVIDENCE, new EvidenceWithdrawn(indicator.id(), 2, plan, "误读"));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(board("2023-12-31").body().path("targets")).isEmpty());
    }

    @Test
    void notesAndNamesAreNotForEverybody() {
        publish();
        assertThat(report("{\"percent\":30,\"note\":\"资金未到位\"}").status()).isEqualTo(200);
        String path = BASE + "/tasks/" + task.id() + "/progress";
        assertThat(service.get(path, coordinator)
                        .body()
                        .path("reports")
                        .path(0)
                        .path("note")
                        .asString(""))
                .isEqualTo("资金未到位");
        Answer open = service.get(path);
        assertThat(open.body().path("reports").path(0).path("percent").asInt()).isEqualTo(30);
        assertThat(open.body().toString()).doesNotContain("资金未到位", "李静");
        assertThat(service.put(path, RunningService.token("王芳", Role.REGION, "430000"), "{\"percent\":40}")
                        .status())
                .isEqualTo(403);
        assertThat(service.put(path, null, "{\"percent\":40}").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                             | percent",
                "{\"percent\":101}                              | 0 to 100",
                "{\"percent\":50,\"measure\":3}                 | 1 to 2",
                "{\"percent\":50,\"finishedOn\":\"2023-01-01\"} | done",
                "{\"percent\":100,\"finishedOn\":\"2098-01-01\"}| future",
                "{\"percent\":100,\"finishedOn\":\"5月\"}       | finishedOn",
                "{\"precent\":50}                               | percent",
            })
    void aReportThatCannotBeMeantIsRefused(String body, String why) {
        publish();
        Answer answer = report(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains(why);
    }

    @Test
    void whoSawAnOlderStateIsToldSo() {
        publish();
        assertThat(report("{\"percent\":30}", "If-Match", "\"0\"").status()).isEqualTo(200);
        assertThat(report("{\"percent\":60}", "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(report("{\"percent\":60}", "If-Match", "\"1\"").status()).isEqualTo(200);
    }

    @Test
    void reportsComeBackFromTheTopicIntoAnEmptyStore() {
        publish();
        assertThat(report("{\"percent\":30}").status()).isEqualTo(200);
        assertThat(report("{\"measure\":2,\"percent\":70,\"note\":\"收尾\"}").status())
                .isEqualTo(200);
        String path = BASE + "/tasks/" + task.id() + "/progress";
        String before = service.get(path, coordinator).body().toString();
        // what waits in the outbox is on the topic before another one reads it
        await().atMost(SOON).untilAsserted(() -> {
            try (RunningService other = RunningService.on(SharedStore.freshDatabase(), "plans-" + UUID.randomUUID())) {
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                                other.get(path, coordinator).body().toString())
                        .isEqualTo(before));
            }
        });
    }

    @Test
    void aPlanOrADayThatIsNoneIsRefused() {
        assertThat(service.get(BASE + "/plans/doc-nothing").status()).isEqualTo(404);
        assertThat(board("2023").status()).isEqualTo(400);
        assertThat(service.get(BASE + "/plans?sise=3").status()).isEqualTo(400);
    }

    private void publish() {
        service.publish(Topics.TASK, new TaskPublished(task, 1, plan));
        await().atMost(SOON)
                .until(() -> service.get(BASE + "/tasks/" + task.id()).status() == 200);
    }

    private Answer board(String day) {
        return service.get(BASE + "/plans/" + plan.id() + "?asOf=" + day);
    }

    private Answer report(String body, String... headers) {
        return service.put(BASE + "/tasks/" + task.id() + "/progress", coordinator, body, headers);
    }

    private static DocumentReference reference() {
        DocumentReference any = SampleCase.titled("方案").document();
        return new DocumentReference(
                DocumentId.derive(UUID.randomUUID().toString()),
                any.source(),
                "实施方案",
                null,
                null,
                "2022-01-01",
                Genre.PLAN);
    }

    private TaskRecord task() {
        Deadline due = new Deadline("2023年6月底前", LocalDate.of(2023, 6, 30), false);
        return new TaskRecord(
                TaskId.derive(plan.id().value(), "1"),
                1,
                "推进监管改革",
                List.of("市商务局"),
                List.of("市商务局"),
                List.of(),
                due,
                List.of(
                        new TaskMeasure(1, "甲。", List.of(), List.of(), List.of()),
                        new TaskMeasure(2, "乙。", List.of(), List.of(), List.of())),
                null,
                null,
                List.of(),
                new LineRange(1, 2));
    }
}
