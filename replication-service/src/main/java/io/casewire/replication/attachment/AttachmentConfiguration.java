package io.casewire.replication.attachment;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.replication.ledger.Entries;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

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
    Downloads attachmentDownloads(Entries entries, StoredFiles storedFiles, Gazetteer gazetteer) {
        return new Downloads(entries, storedFiles, gazetteer);
    }
}
