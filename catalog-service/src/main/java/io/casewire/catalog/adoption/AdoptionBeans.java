package io.casewire.catalog.adoption;

import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.EventHandler;
import io.casewire.messaging.EventListener;
import io.casewire.messaging.Received;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the adoptions together. */
@Configuration(proxyBeanMethods = false)
class AdoptionBeans {
    @Bean
    Adoptions adoptions(MongoTemplate mongo) {
        return new Adoptions(mongo);
    }

    @Bean
    EventListener<ObligationEvent> adoptionEvents(Adoptions adoptions, ApplicationEventPublisher within) {
        EventHandler<ObligationEvent> storing = batch -> {
            List<ObligationEvent> told = batch.stream()
                    .map(Received::envelope)
                    .filter(Objects::nonNull)
                    .map(Envelope::event)
                    .toList();
            if (!told.isEmpty()) {
                adoptions.store(told);
                within.publishEvent(new AdoptionsStored(told.stream()
                        .map(event -> event.obligation().caseId().value())
                        .collect(Collectors.toSet())));
            }
        };
        return EventListener.batch("adoptions", List.of(Topics.OBLIGATION), storing);
    }
}
