package io.casewire.replication.exchange;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.replication.ledger.Disclosure;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Ledger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExchangeSettings.class)
class ExchangeConfiguration {
    @Bean
    Places places(ExchangeSettings settings) {
        return new Places(settings.atOnce());
    }

    @Bean
    LedgerImport ledgerImport(Entries entries, Ledger ledger, Gazetteer gazetteer, ExchangeSettings settings) {
        return new LedgerImport(entries, ledger, new Disclosure(gazetteer), settings);
    }

    @Bean
    AccessRules exchangeAccess() {
        return requests -> requests.requestMatchers(HttpMethod.POST, "/api/replication/v1/ledger/import")
                .hasAnyRole(Role.REGION.name(), Role.COORDINATOR.name(), Role.OPERATOR.name());
    }
}
