package io.casewire.replication.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.calendar.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CalendarConfigurationTests {
    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(CalendarConfiguration.class);

    @Test
    void countsByWhatIsBuiltInWhereNoFileIsNamed() {
        service.run(context -> assertThat(context.getBean(WorkingCalendar.class).announced(2027))
                .isFalse());
    }

    @Test
    void anOperatorAddsAYearWithoutANewVersion(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("2027.csv"), "day,kind,occasion,notice\n2027-01-01,OFF,元旦,样例〔2026〕1号\n");
        service.withPropertyValues("casewire.calendar.file=" + file).run(context -> assertThat(
                        context.getBean(WorkingCalendar.class).announced(2027))
                .isTrue());
    }

    @Test
    void aBadRowEndsTheStartNamingLineAndReason(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("2027.csv"), "day,kind,occasion,notice\n2027-01-01,FREE,元旦,样例〔2026〕1号\n");
        service.withPropertyValues("casewire.calendar.file=" + file).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessage("2027.csv, line 2: the kind is OFF or WORKED, not FREE"));
    }
}
