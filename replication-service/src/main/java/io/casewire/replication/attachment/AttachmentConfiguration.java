package io.casewire.replication.attachment;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Purging;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentConfiguration {
    @Bean
    StoredFiles storedFiles(MongoTemplate store) {
        return new StoredFiles(store);
    }

    @Bean
    Inspection inspection(AttachmentSettings settings) {
        return new Inspection(settings.types());
    }

    @Bean
    Purges purges(StoredFiles storedFiles, Purging purging) {
        return new Purges(storedFiles, purging);
    }

    @Bean
    Downloads attachmentDownloads(Entries entries, StoredFiles storedFiles, Purges purges, Gazetteer gazetteer) {
        return new Downloads(entries, storedFiles, purges, gazetteer);
    }

    @Bean
    AccessRules purgeAccess() {
        return requests -> requests.requestMatchers(HttpMethod.POST, "/api/replication/v1/attachments/*/purge")
                .hasRole(Role.OPERATOR.name());
    }
}
