package io.casewire.replication.due;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Parts;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DueSettings.class)
class DueConfiguration {
    @Bean
    DueDates dueDates(Entries entries, Parts parts, Clock clock) {
        return new DueDates(entries, new PartDates(entries, parts), clock);
    }

    @Bean
    DueBatch dueBatch(Entries entries, DueDates dueDates, WorkingCalendar calendar, Gazetteer gazetteer) {
        return new DueBatch(entries, dueDates, calendar, gazetteer);
    }

    @Bean
    ReminderRounds reminderRounds(Entries entries, WorkingCalendar calendar, DueSettings settings, Clock clock) {
        return new ReminderRounds(new Reminders(entries, calendar, settings, clock), settings.interval());
    }

    @Bean
    AccessRules dueAccess() {
        String[] coordinating = {Role.COORDINATOR.name(), Role.OPERATOR.name()};
        return requests -> requests.requestMatchers(HttpMethod.POST, "/api/replication/v1/obligations/due")
                .hasAnyRole(coordinating)
                .requestMatchers(HttpMethod.PUT, "/api/replication/v1/obligations/*/due")
                .hasAnyRole(coordinating)
                .requestMatchers(HttpMethod.DELETE, "/api/replication/v1/obligations/*/due")
                .hasAnyRole(coordinating);
    }
}
