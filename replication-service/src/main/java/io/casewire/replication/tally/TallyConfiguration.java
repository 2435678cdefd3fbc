package io.casewire.replication.tally;

import io.casewire.messaging.GrouplessConsumers;
import io.casewire.replication.ledger.Entries;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TallyConfiguration {
    @Bean
    Tallies tallies() {
        return new Tallies();
    }

    @Bean
    TallyFeed tallyFeed(Tallies tallies, Entries entries, KafkaProperties kafka) {
        return new TallyFeed(tallies, entries, new GrouplessConsumers(kafka.buildConsumerProperties()));
    }
}
