package io.casewire.catalog.casefile;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.messaging.EventListener;
import io.casewire.messaging.continuity.StorePreparation;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaAdmin;

/** Puts the case file together. */
@Configuration(proxyBeanMethods = false)
class CaseBeans {
    @Bean
    Cases cases(MongoTemplate mongo) {
        return new Cases(mongo);
    }

    @Bean(initMethod = "ensureIndexes")
    Revisions revisions(MongoTemplate mongo) {
        return new Revisions(mongo);
    }

    @Bean
    EventListener<CaseEvent> caseEvents(
            Cases cases, Revisions revisions, ApplicationEventPublisher within, MeterRegistry meters) {
        return EventListener.batch("cases", Topics.cases(), new CaseListener(cases, revisions, within, meters));
    }

    @Bean
    StorePreparation casePreparation(Cases cases, Revisions revisions) {
        return () -> {
            revisions.ensureIndexes();
            cases.begin();
        };
    }

    @Bean
    Replay replay(
            Cases cases,
            KafkaAdmin kafka,
            @Value("${casewire.messaging.group}") String group,
            ObjectProvider<EventListener<?>> listeners) {
        return new Replay(cases, kafka, group, listeners.orderedStream().toList());
    }
}
