package io.casewire.replication.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.TaskEvent.TaskPublished;
import io.casewire.contracts.event.TaskEvent.TaskRevised;
import io.casewire.contracts.event.TaskEvent.TaskWithdrawn;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import io.casewire.contracts.topic.Topics;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TaskIT {
    private final RunningService service = RunningService.shared();
    private final String unit = "省商务厅" + UUID.randomUUID();

    @Test
    void tasksAreListedByTheirNextDateAndThoseWithoutLast() {
        TaskRecord late = task("丙", date("2024-12-31", false));
        TaskRecord early = task("甲", date("2023-08-31", false));
        TaskRecord ongoing = task("丁", date(null, true));
        TaskRecord byMeasure = task("乙", null, date("2024-06-30", false), date("2025-06-30", false));
        for (TaskRecord task : List.of(late, early, ongoing, byMeasure)) {
            service.publish(
                    Topics.TASK,
                    new TaskPublished(task, 1, SampleCase.titled("方案").document()));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(items("")).hasSize(4));
        assertThat(items("")).extracting(item -> item.path("title").asString()).containsExactly("甲", "乙", "丙", "丁");
        assertThat(items(""))
                .extracting(item -> item.path("due").asString(""))
                .containsExactly("2023-08-31", "2024-06-30", "2024-12-31", "");
        assertThat(items("&due_before=2024-06-30"))
                .extracting(item -> item.path("title").asString())
                .containsExactly("甲");
        assertThat(items("&due_before=2024-07-01")).hasSize(2);
        assertThat(items("&ongoing=true"))
                .extracting(item -> item.path("title").asString())
                .containsExactly("丁");
        assertThat(items("&overdue=true&asOf=2024-07-01"))
                .extracting(item -> item.path("title").asString())
                .containsExactly("甲", "乙");
        assertThat(items("&overdue=true&asOf=2024-07-01&due_before=2024-01-01")).hasSize(1);
        assertThat(items("&overdue=false&asOf=2024-07-01"))
                .extracting(item -> item.path("title").asString())
                .containsExactly("丙", "丁");
        assertThat(items("&asOf=2024-06-30"))
                .extracting(item -> item.path("overdue").asBoolean())
                .containsExactly(true, false, false, false);
        JsonNode counted = service.get("/api/replication/v1/tasks/overdue-by-unit?asOf=2024-07-01")
                .body();
        assertThat(counted.path("units")
                        .valueStream()
                        .filter(one -> one.path("name").asString().equals(unit)))
                .singleElement()
                .matches(one -> one.path("responsible").asInt() == 1
                        && one.path("tasks").path(0).path("title").asString().equals("甲"));
        for (String bad : List.of("tasks?asOf=soon", "tasks?overdue=soon", "tasks/overdue-by-unit?asOf=2024-7-1")) {
            assertThat(service.get("/api/replication/v1/" + bad).status()).isEqualTo(400);
        }
        assertThat(service.get("/api/replication/v1/tasks?due_before=soon").status())
                .isEqualTo(400);
        assertThat(paged()).containsExactly("甲", "乙", "丙", "丁");
    }

    @Test
    void theNewestRevisionHoldsAndAWithdrawnTaskIsNotListed() {
        TaskRecord first = task("甲", date("2023-08-31", false));
        TaskRecord second = new TaskRecord(
                first.id(),
                1,
                "甲改",
                List.of(),
                List.of(unit),
                List.of(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                new LineRange(1, 1));
        var document = SampleCase.titled("方案").document();
        service.publish(Topics.TASK, new TaskRevised(second, 2, document));
        service.publish(Topics.TASK, new TaskPublished(first, 1, document));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        service.get("/api/replication/v1/tasks/" + first.id()).status() == 200);
        service.publish(Topics.TASK, new TaskRevised(second, 2, document));
        assertThat(service.get("/api/replication/v1/tasks/" + first.id()).text("title"))
                .isEqualTo("甲改");
        service.publish(Topics.TASK, new TaskWithdrawn(second, 3, document, "作废"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(items("")).isEmpty());
        assertThat(service.get("/api/replication/v1/tasks/" + first.id()).text("withdrawn"))
                .isEqualTo("作废");
    }

    private List<String> paged() {
        List<String> titles = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = service.get("/api/replication/v1/tasks?size=1&unit=" + encoded()
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.body()
                    .path("items")
                    .forEach(item -> titles.add(item.path("title").asString()));
            cursor = page.text("next");
        } while (!cursor.isEmpty());
        return titles;
    }

    private List<JsonNode> items(String filters) {
        return service.get("/api/replication/v1/tasks?unit=" + encoded() + filters)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private String encoded() {
        return URLEncoder.encode(unit, StandardCharsets.UTF_8);
    }

    private static Deadline date(@Nullable String date, boolean ongoing) {
        return new Deadline("期限", date == null ? null : LocalDate.parse(date), ongoing);
    }

    private TaskRecord task(String title, @Nullable Deadline own, Deadline... ofMeasure) {
        return new TaskRecord(
                TaskId.derive(UUID.randomUUID().toString()),
                1,
                title,
                List.of(unit),
                List.of(),
                List.of(),
                own,
                List.of(new TaskMeasure(1, "措施", List.of("某局"), List.of(), List.of(ofMeasure))),
                null,
                null,
                List.of(),
                new LineRange(1, 1));
    }
}
