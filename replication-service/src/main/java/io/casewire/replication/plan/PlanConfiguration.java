package io.casewire.replication.plan;

import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.messaging.EventListener;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class PlanConfiguration {
    @Bean
    Tasks tasks(MongoTemplate store) {
        Tasks.index(store);
        return new Tasks(store);
    }

    @Bean
    EventListener<TaskEvent> taskListener(Tasks tasks) {
        return EventListener.batch("tasks", List.of(Topics.TASK), new TaskHandler(tasks));
    }
}
