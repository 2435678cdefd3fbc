package io.casewire.catalog.evidence;

import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.EventListener;
import io.casewire.messaging.Received;
import io.casewire.messaging.continuity.StorePreparation;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the evidence together. */
@Configuration(proxyBeanMethods = false)
class EvidenceBeans {
    @Bean(initMethod = "ensureIndexes")
    Evidence evidence(MongoTemplate mongo) {
        return new Evidence(mongo);
    }

    @Bean
    StorePreparation evidencePreparation(Evidence evidence) {
        return evidence::ensureIndexes;
    }

    @Bean
    EventListener<EvidenceEvent> evidenceEvents(Evidence evidence) {
        return EventListener.batch("evidence", List.of(Topics.EVIDENCE), batch -> evidence.store(told(batch)));
    }

    private static List<Envelope<EvidenceEvent>> told(List<Received<EvidenceEvent>> batch) {
        return batch.stream().map(Received::envelope).filter(Objects::nonNull).toList();
    }
}
