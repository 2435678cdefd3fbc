package io.casewire.replication.evidence;

import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.SettlementEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.messaging.EventListener;
import io.casewire.messaging.EventPublisher;
import io.casewire.messaging.OutboxRelay;
import io.casewire.messaging.TopicReplay;
import io.casewire.messaging.TopicRestore;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.obligation.Announcements;
import io.casewire.replication.obligation.Cases;
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
class EvidenceConfiguration {
    @Bean
    OutboxRelay settlementRelay(
            MongoTemplate store,
            EventPublisher publisher,
            @Value("${casewire.replication.ledger.relay-interval:10s}") Duration interval) {
        return new OutboxRelay(store, Facts.COLLECTION, publisher, interval);
    }

    @Bean
    Facts facts(MongoTemplate store, OutboxRelay settlementRelay) {
        Facts.index(store);
        return new Facts(store, settlementRelay);
    }

    @Bean
    TopicRestore<SettlementEvent> settlementRestore(
            MongoTemplate store,
            KafkaProperties kafka,
            @Value("${casewire.replication.ledger.restore-patience:60s}") Duration patience,
            Clock clock) {
        return new TopicRestore<>(
                store,
                new TopicRestore.Mark("marks", "settlements-restored"),
                new TopicReplay<>(Topics.SETTLEMENT, kafka, "casewire-replication-restore", patience, clock),
                new Settlements(store)::restore,
                clock);
    }

    @Bean
    EvidenceDays evidenceDays(Facts facts) {
        return new EvidenceDays(facts);
    }

    @Bean
    Matching matching(Facts facts, Cases cases, Entries entries, Clock clock) {
        return new Matching(facts, cases, entries, clock);
    }

    @Bean
    Settling settling(Facts facts, Cases cases, Entries entries, Matching matching, Clock clock) {
        return new Settling(facts, cases, entries, matching, clock);
    }

    @Bean
    AccessRules evidenceAccess() {
        return requests -> requests.requestMatchers(
                        HttpMethod.POST,
                        "/api/replication/v1/evidence/*/match",
                        "/api/replication/v1/evidence/*/dismissal")
                .hasAnyRole(Role.COORDINATOR.name(), Role.OPERATOR.name());
    }

    @Bean
    StoredKeys storedKeys(MongoTemplate store, Facts facts, Cases cases, Matching matching) {
        return new StoredKeys(store, cases, facts, matching);
    }

    @Bean
    EventListener<EvidenceEvent> evidenceListener(Facts facts, Matching matching, Announcements announcements) {
        // read from the start once more since chronicles are listened to
        return EventListener.batch(
                "facts", List.of(Topics.EVIDENCE), new EvidenceHandler(facts, matching, announcements));
    }
}
