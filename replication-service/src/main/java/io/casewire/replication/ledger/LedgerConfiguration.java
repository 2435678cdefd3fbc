package io.casewire.replication.ledger;

import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.messaging.EventPublisher;
import io.casewire.messaging.OutboxRelay;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {
    @Bean
    OutboxRelay ledgerRelay(MongoTemplate store, EventPublisher publisher, LedgerSettings settings) {
        return new OutboxRelay(store, Entries.COLLECTION, publisher, settings.relayInterval());
    }

    @Bean
    Entries entries(MongoTemplate store, OutboxRelay ledgerRelay) {
        Entries.index(store);
        return new Entries(store, ledgerRelay);
    }

    @Bean
    Counts counts(MongoTemplate store) {
        return new Counts(store);
    }

    @Bean
    Ledger ledger(Entries entries, Clock clock) {
        return new Ledger(entries, clock);
    }

    @Bean
    LedgerBackup ledgerBackup(
            MongoTemplate store, Entries entries, KafkaProperties kafka, LedgerSettings settings, Clock clock) {
        Map<String, Object> reading = kafka.buildConsumerProperties();
        reading.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        reading.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        reading.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        reading.put(ConsumerConfig.CLIENT_ID_CONFIG, "casewire-replication-restore");
        return new LedgerBackup(
                store, new Restore(entries), new DefaultKafkaConsumerFactory<>(reading), settings, clock);
    }

    @Bean
    AccessRules ledgerAccess() {
        return requests -> requests.requestMatchers(HttpMethod.POST, "/api/replication/v1/obligations/*/transitions")
                .hasAnyRole(Role.REGION.name(), Role.COORDINATOR.name(), Role.OPERATOR.name())
                .requestMatchers(
                        HttpMethod.POST, "/api/replication/v1/obligations", "/api/replication/v1/obligations/*/waiver")
                .hasAnyRole(Role.COORDINATOR.name(), Role.OPERATOR.name());
    }
}
