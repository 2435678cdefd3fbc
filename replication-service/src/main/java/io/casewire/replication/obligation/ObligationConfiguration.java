package io.casewire.replication.obligation;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.messaging.EventListener;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Parts;
import io.casewire.replication.lineage.Links;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class ObligationConfiguration {
    @Bean
    Cases cases(MongoTemplate store) {
        Cases.index(store);
        return new Cases(store);
    }

    @Bean
    Instruments instruments(MongoTemplate store) {
        Instruments.index(store);
        return new Instruments(store);
    }

    @Bean
    Tellings tellings(Links links, Cases cases) {
        return new Tellings(links, cases);
    }

    @Bean
    Derivation derivation(
            Gazetteer gazetteer,
            Cases cases,
            Instruments instruments,
            Tellings tellings,
            Entries entries,
            Clock clock) {
        return new Derivation(
                new Scopes(gazetteer), cases, instruments, tellings, entries, gazetteer.amendments(), clock);
    }

    @Bean
    GazetteerFollower gazetteerFollower(MongoTemplate store, Gazetteer gazetteer, Cases cases, Derivation derivation) {
        return new GazetteerFollower(store, gazetteer.amendments().fingerprint(), cases, derivation);
    }

    @Bean
    LineageFollower lineageFollower(Derivation derivation) {
        return new LineageFollower(derivation);
    }

    @Bean
    Announcements announcements(Instruments instruments, Cases cases, Derivation derivation) {
        return new Announcements(instruments, cases, derivation);
    }

    @Bean
    Decisions decisions(Entries entries, Parts parts, Gazetteer gazetteer, Clock clock) {
        return new Decisions(entries, parts, gazetteer, clock);
    }

    @Bean
    RegionSets regionSets(Gazetteer gazetteer) {
        return new RegionSets(gazetteer);
    }

    @Bean
    EventListener<CaseEvent> caseListener(
            Gazetteer gazetteer,
            Cases cases,
            Tellings tellings,
            Derivation derivation,
            Announcements announcements,
            ApplicationEventPublisher inside) {
        return EventListener.batch(
                "promotions",
                Topics.cases(),
                new CaseHandler(new Scopes(gazetteer), cases, tellings, derivation, announcements, inside));
    }
}
