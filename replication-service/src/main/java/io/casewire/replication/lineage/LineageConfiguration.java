package io.casewire.replication.lineage;

import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.messaging.EventListener;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class LineageConfiguration {
    @Bean
    Links links(MongoTemplate store) {
        Links.index(store);
        return new Links(store);
    }

    @Bean
    EventListener<LinkEvent> linkListener(Links links, ApplicationEventPublisher inside) {
        return EventListener.batch("links", List.of(Topics.LINK), new LinkHandler(links, inside));
    }
}
