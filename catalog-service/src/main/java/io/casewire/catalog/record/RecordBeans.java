package io.casewire.catalog.record;

import io.casewire.contracts.event.ChapterEvent;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.EventListener;
import io.casewire.messaging.Received;
import io.casewire.messaging.continuity.StorePreparation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the records together. */
@Configuration(proxyBeanMethods = false)
class RecordBeans {
    @Bean(initMethod = "begin")
    Records records(MongoTemplate mongo) {
        return new Records(mongo);
    }

    @Bean
    StorePreparation recordPreparation(Records records) {
        return records::begin;
    }

    @Bean
    EventListener<TaskEvent> taskRecords(Records records, ApplicationEventPublisher within) {
        return EventListener.batch("task-records", List.of(Topics.TASK), batch -> store(told(batch), records, within));
    }

    @Bean
    EventListener<EvidenceEvent> evidenceRecords(Records records, ApplicationEventPublisher within) {
        return EventListener.batch(
                "evidence-records", List.of(Topics.EVIDENCE), batch -> store(told(batch), records, within));
    }

    @Bean
    EventListener<ChapterEvent> chapterRecords(Records records, ApplicationEventPublisher within) {
        return EventListener.batch(
                "chapter-records", List.of(Topics.CHAPTER), batch -> store(told(batch), records, within));
    }

    private static <E extends Event> List<Envelope<E>> told(List<Received<E>> batch) {
        return batch.stream().map(Received::envelope).filter(Objects::nonNull).toList();
    }

    private static <E extends Event> void store(
            List<Envelope<E>> told, Records records, ApplicationEventPublisher within) {
        if (!told.isEmpty()) {
            records.store(told);
            within.publishEvent(new RecordsStored(Set.copyOf(Records.ids(told))));
        }
    }
}
