package io.casewire.replication.delegation;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Parts;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DelegationConfiguration {
    @Bean
    Delegations delegations(Entries entries, Parts parts, Gazetteer gazetteer, Clock clock) {
        return new Delegations(entries, parts, gazetteer, clock);
    }
}
