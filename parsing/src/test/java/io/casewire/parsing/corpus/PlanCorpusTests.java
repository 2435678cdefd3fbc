package io.casewire.parsing.corpus;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlanCorpusTests {

    @Test
    void findsEveryTaskMeasureAndIndicatorOfThePlan() throws IOException {
        ParsedDocument plan = parsed("003");
        List<TaskRecord> tasks = records(plan, TaskRecord.class);
        assertThat(plan.document().genre()).isEqualTo(Genre.PLAN);
        assertThat(tasks).hasSize(88);
        assertThat(tasks.stream().mapToInt(task -> task.measures().size()).sum())
                .isEqualTo(240);
        assertThat(records(plan, IndicatorRecord.class)).hasSize(9);
        for (int i = 0; i < tasks.size(); i++) {
            assertThat(tasks.get(i).number()).isEqualTo(i + 1);
        }
        assertThat(tasks).extracting(TaskRecord::id).doesNotHaveDuplicates();
    }

    @Test
    void givesEveryTaskOfThePlanUnitsADeadlineAndATarget() throws IOException {
        List<TaskRecord> tasks = records(parsed("003"), TaskRecord.class);
        assertThat(tasks).allSatisfy(task -> {
            assertThat(task.responsibleUnits()).isNotEmpty();
            assertThat(task.leadUnits()).isNotEmpty();
            assertThat(task.target()).isNotBlank();
            assertThat(requireNonNull(task.deadline()).date() != null
                            || task.deadline().ongoing())
                    .isTrue();
            assertThat(task.path()).hasSize(1);
            assertThat(task.measures()).extracting(TaskMeasure::text).noneMatch(text -> text.contains("牵头单位"));
        });
        assertThat(tasks.stream().filter(task -> requireNonNull(task.deadline()).ongoing()))
                .hasSize(ONGOING);
        assertThat(tasks.stream()
                        .map(task -> requireNonNull(task.deadline()).date())
                        .filter(Objects::nonNull)
                        .distinct())
                .containsExactlyInAnyOrder(
                        LocalDate.of(2021, 8, 31), LocalDate.of(2022, 8, 31), LocalDate.of(2023, 8, 31));
    }

    @Test
    void readsTheFieldsOfAnIndicator() throws IOException {
        IndicatorRecord first = records(parsed("003"), IndicatorRecord.class).getFirst();
        assertThat(first.group()).isEqualTo("制度创新");
        assertThat(first.unit()).isEqualTo("%");
        assertThat(first.targets())
                .extracting(target -> target.year())
                .containsExactly(2021, 2022, 2023, 2021, 2022, 2023);
        assertThat(first.lines()).isEqualTo(new LineRange(41, 55));
    }

    @Test
    void readsAnOpinionThatStandsInOneLine() throws IOException {
        ParsedDocument opinion = parsed("06");
        List<TaskRecord> tasks = records(opinion, TaskRecord.class);
        assertThat(opinion.document().genre()).isEqualTo(Genre.PLAN);
        assertThat(tasks).hasSize(21);
        assertThat(tasks.stream().filter(task -> task.leadUnits().size() != 1)).isEmpty();
        assertThat(tasks.getFirst().leadUnits()).containsExactly("税务总局");
        assertThat(tasks.getFirst().supportingUnits()).containsExactly("财政部", "海关总署");
        assertThat(tasks).extracting(task -> task.path().size()).containsOnly(2);
    }

    @Test
    void findsTheMilestonesAndAdoptionsOfTheReport() throws IOException {
        ParsedDocument report = parsed("004");
        List<MilestoneRecord> milestones = records(report, MilestoneRecord.class);
        List<AdoptionRecord> adoptions = records(report, AdoptionRecord.class);
        assertThat(milestones).hasSize(27);
        assertThat(milestones).extracting(MilestoneRecord::date).isSorted();
        assertThat(milestones.stream().filter(milestone -> milestone.dateEnd() != null))
                .extracting(milestone -> milestone.date() + "/" + milestone.dateEnd())
                .containsExactly("2023-07-26/2023-07-27", "2023-11-05/2023-11-10");
        assertThat(adoptions)
                .extracting(AdoptionRecord::region)
                .containsExactly("鄂尔多斯市", "太原市", "贵安综保区", "宁夏回族自治区", "聊城市", "宁夏回族自治区");
        assertThat(adoptions)
                .extracting(AdoptionRecord::regionCode)
                .containsExactly("150600", "140100", null, "640000", "371500", "640000");
        assertThat(adoptions).extracting(AdoptionRecord::province).doesNotContainNull();
    }

    private static final int ONGOING = 13;

    private static ParsedDocument parsed(String prefix) throws IOException {
        Path file = CorpusFiles.named(prefix);
        return new DocumentParser()
                .parse(Files.readAllBytes(file), file.getFileName().toString());
    }

    private static <R> List<R> records(ParsedDocument document, Class<R> kind) {
        return document.records().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
