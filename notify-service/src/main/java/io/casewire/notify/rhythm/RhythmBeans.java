package io.casewire.notify.rhythm;

import io.casewire.calendar.WorkingCalendar;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The working days that digests and quiet hours go by. */
@Configuration(proxyBeanMethods = false)
class RhythmBeans {
    @Bean
    WorkingCalendar workingCalendar(@Value("${casewire.calendar.file:#{null}}") @Nullable Path file) {
        return file == null ? WorkingCalendar.load() : WorkingCalendar.load(file);
    }
}
