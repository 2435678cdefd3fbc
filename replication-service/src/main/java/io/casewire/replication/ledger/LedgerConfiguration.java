package io.casewire.replication.ledger;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.messaging.EventPublisher;
import io.casewire.messaging.OutboxRelay;
import io.casewire.messaging.TopicReplay;
import io.casewire.messaging.TopicRestore;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {
    private static final String[] REPORTERS = {Role.REGION.name(), Role.COORDINATOR.name(), Role.OPERATOR.name()};

    @Bean
    OutboxRelay ledgerRelay(MongoTemplate store, EventPublisher publisher, LedgerSettings settings) {
        return new OutboxRelay(store, Entries.COLLECTION, publisher, settings.relayInterval());
    }

    @Bean
    Entries entries(MongoTemplate store, OutboxRelay ledgerRelay, ApplicationEventPublisher inside) {
        Entries.index(store);
        new KeysAnew(store).make();
        return new Entries(store, ledgerRelay, inside);
    }

    @Bean
    Parts parts(MongoTemplate store, Entries entries) {
        return new Parts(store, entries);
    }

    @Bean
    Deadlines deadlines(WorkingCalendar calendar, Clock clock) {
        return new Deadlines(calendar, clock);
    }

    @Bean
    Answers answers(Deadlines deadlines) {
        return new Answers(deadlines);
    }

    @Bean
    Ledger ledger(Entries entries, Clock clock) {
        return new Ledger(entries, clock);
    }

    @Bean
    Attaching attaching(Ledger ledger) {
        return new Attaching(ledger);
    }

    @Bean
    Purging purging(Entries entries) {
        return new Purging(entries);
    }

    @Bean
    TopicRestore<ObligationEvent> ledgerRestore(
            MongoTemplate store, Entries entries, KafkaProperties kafka, LedgerSettings settings, Clock clock) {
        // case events alone bring the obligations back, but not the steps people took
        return new TopicRestore<>(
                store,
                new TopicRestore.Mark("marks", "ledger-restored"),
                new TopicReplay<>(
                        Topics.OBLIGATION, kafka, "casewire-replication-restore", settings.restorePatience(), clock),
                new Restore(entries)::take,
                clock);
    }

    @Bean
    AccessRules ledgerAccess() {
        return requests -> requests.requestMatchers(
                        HttpMethod.POST,
                        "/api/replication/v1/obligations/transitions",
                        "/api/replication/v1/obligations/*/transitions",
                        "/api/replication/v1/obligations/*/notes",
                        "/api/replication/v1/obligations/*/attachments",
                        "/api/replication/v1/obligations/*/delegations",
                        "/api/replication/v1/obligations/*/withdrawal")
                .hasAnyRole(REPORTERS)
                .requestMatchers(HttpMethod.PATCH, "/api/replication/v1/obligations/*/work")
                .hasAnyRole(REPORTERS)
                .requestMatchers(HttpMethod.DELETE, "/api/replication/v1/obligations/*/attachments/*")
                .hasAnyRole(REPORTERS)
                .requestMatchers(
                        HttpMethod.POST, "/api/replication/v1/obligations", "/api/replication/v1/obligations/*/waiver")
                .hasAnyRole(Role.COORDINATOR.name(), Role.OPERATOR.name());
    }
}
