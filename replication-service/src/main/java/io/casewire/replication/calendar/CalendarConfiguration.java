package io.casewire.replication.calendar;

import io.casewire.calendar.WorkingCalendar;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarSettings.class)
class CalendarConfiguration {
    @Bean
    WorkingCalendar workingCalendar(CalendarSettings settings) {
        return settings.file() == null ? WorkingCalendar.load() : WorkingCalendar.load(settings.file());
    }
}
