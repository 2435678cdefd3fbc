package io.casewire.catalog.lineage;

import io.casewire.catalog.casefile.Cases;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.LinkEvent.Kind;
import io.casewire.contracts.topic.Topics;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.messaging.EventListener;
import io.casewire.messaging.EventPublisher;
import io.casewire.messaging.OutboxRelay;
import io.casewire.messaging.Received;
import io.casewire.messaging.TopicReplay;
import io.casewire.messaging.TopicRestore;
import io.casewire.messaging.continuity.StorePreparation;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;

/** Puts the lineage together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LineageSettings.class)
class LineageBeans {
    /**
     * Part of the names of the listeners: who changes what is compared, or how it is weighed, counts it up, and every case is read and
     * weighed again.
     */
    private static final String VERSION = "1";

    @Bean
    OutboxRelay linkRelay(
            MongoTemplate mongo,
            EventPublisher publisher,
            @Value("${casewire.messaging.relay-interval:10s}") Duration interval) {
        return new OutboxRelay(mongo, Links.COLLECTION, publisher, interval);
    }

    @Bean(initMethod = "ensureIndexes")
    Links links(MongoTemplate mongo, OutboxRelay linkRelay) {
        return new Links(mongo, linkRelay::wakeUp);
    }

    @Bean
    MeterBinder linkMeters(Links links) {
        return meters -> {
            for (Kind kind : Kind.values()) {
                Gauge.builder("casewire.catalog.links.proposed", links, all -> all.proposed(kind))
                        .description("links that wait for a person's decision")
                        .tag("kind", kind.name())
                        .register(meters);
            }
        };
    }

    @Bean
    Tellings tellings(MongoTemplate mongo) {
        return new Tellings(mongo);
    }

    @Bean
    Postings postings(MongoTemplate mongo) {
        return new Postings(mongo);
    }

    @Bean
    TopicRestore<LinkEvent> linkRestore(
            MongoTemplate mongo, Links links, KafkaProperties kafka, LineageSettings settings, Clock clock) {
        // before any case is heard of: links that are found again must not be told again
        return new TopicRestore<>(
                mongo,
                new TopicRestore.Mark("state", "links-restored"),
                new TopicReplay<>(Topics.LINK, kafka, "casewire-catalog-restore", settings.restorePatience(), clock),
                links::restore,
                clock);
    }

    @Bean
    StorePreparation linkPreparation(Links links, Postings postings, TopicRestore<LinkEvent> linkRestore) {
        return () -> {
            postings.forget();
            links.ensureIndexes();
            linkRestore.restore();
        };
    }

    @Bean
    Linker linker(
            Postings postings,
            Tellings tellings,
            Links links,
            LineageSettings settings,
            Clock clock,
            MeterRegistry meters) {
        return new Linker(tellings, postings, links, new LinkJudge(settings), clock, meters);
    }

    @Bean
    EventListener<CaseEvent> caseTellings(Linker linker) {
        return EventListener.batch(
                        "lineage-cases-" + VERSION,
                        Topics.cases(),
                        (List<Received<CaseEvent>> batch) -> linker.hear(HeardEvents.ofCases(batch)))
                .onOneThread();
    }

    @Bean
    EventListener<EvidenceEvent> evidenceTellings(Linker linker) {
        return EventListener.batch(
                "lineage-evidence-" + VERSION,
                List.of(Topics.EVIDENCE),
                batch -> linker.hear(HeardEvents.ofEvidence(batch)));
    }

    @Bean
    Decisions decisions(Links links, Clock clock) {
        return new Decisions(links, clock);
    }

    @Bean
    Lineages lineages(Links links, Cases cases) {
        return new Lineages(links, cases);
    }

    @Bean
    AccessRules decisionAccess() {
        return requests -> requests.requestMatchers(HttpMethod.POST, "/api/catalog/v1/links/*/decision")
                .hasAnyRole(Role.COORDINATOR.name(), Role.OPERATOR.name());
    }
}
