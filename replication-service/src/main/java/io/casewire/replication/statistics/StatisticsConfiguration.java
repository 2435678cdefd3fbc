package io.casewire.replication.statistics;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.replication.evidence.EvidenceDays;
import io.casewire.replication.ledger.Deadlines;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.tally.Tallies;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatisticsSettings.class)
class StatisticsConfiguration {
    @Bean
    Names names(Gazetteer gazetteer, Tallies tallies) {
        return new Names(gazetteer, tallies);
    }

    @Bean
    AsOf asOf(Tallies tallies, Entries entries, Deadlines deadlines) {
        return new AsOf(tallies, entries, deadlines);
    }

    @Bean
    Adopters adopters(EvidenceDays days, Names names) {
        return new Adopters(days, names);
    }
}
