package io.casewire.replication.plan;

import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.PlanEvent;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.messaging.EventListener;
import io.casewire.messaging.EventPublisher;
import io.casewire.messaging.OutboxRelay;
import io.casewire.messaging.TopicReplay;
import io.casewire.messaging.TopicRestore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class PlanConfiguration {
    @Bean
    Tasks tasks(MongoTemplate store) {
        Tasks.index(store);
        return new Tasks(store);
    }

    @Bean
    Indicators indicators(MongoTemplate store) {
        Indicators.index(store);
        return new Indicators(store);
    }

    @Bean
    OutboxRelay progressRelay(
            MongoTemplate store,
            EventPublisher publisher,
            @Value("${casewire.replication.ledger.relay-interval:10s}") Duration interval) {
        return new OutboxRelay(store, ProgressReports.COLLECTION, publisher, interval);
    }

    @Bean
    ProgressReports progressReports(MongoTemplate store, OutboxRelay progressRelay) {
        return new ProgressReports(store, progressRelay);
    }

    @Bean
    Reporting reporting(ProgressReports progressReports) {
        return new Reporting(progressReports);
    }

    @Bean
    TopicRestore<PlanEvent> progressRestore(
            MongoTemplate store,
            ProgressReports progressReports,
            KafkaProperties kafka,
            @Value("${casewire.replication.ledger.restore-patience:60s}") Duration patience,
            Clock clock) {
        return new TopicRestore<>(
                store,
                new TopicRestore.Mark("marks", "progress-restored"),
                new TopicReplay<>(Topics.PLAN, kafka, "casewire-replication-restore", patience, clock),
                progressReports::restore,
                clock);
    }

    @Bean
    EventListener<TaskEvent> taskListener(Tasks tasks) {
        return EventListener.batch("tasks", List.of(Topics.TASK), new TaskHandler(tasks));
    }

    @Bean
    EventListener<EvidenceEvent> indicatorListener(Indicators indicators) {
        return EventListener.batch("indicators", List.of(Topics.EVIDENCE), new IndicatorHandler(indicators));
    }

    @Bean
    AccessRules planAccess() {
        return requests -> requests.requestMatchers(HttpMethod.PUT, "/api/replication/v1/tasks/*/progress")
                .hasAnyRole(Role.COORDINATOR.name(), Role.OPERATOR.name());
    }
}
