package io.casewire.notify.delivery.stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the stream is made rather than found. */
@Configuration(proxyBeanMethods = false)
class StreamBeans {
    @Bean
    LiveEvents liveEvents(StreamSettings settings, MeterRegistry meters) {
        LiveEvents events = new LiveEvents(settings.kept(), settings.readers(), settings.queued());
        meters.gauge("casewire.notify.stream.readers", events, LiveEvents::readers);
        return events;
    }

    @Bean
    TopicTail topicTail(KafkaProperties kafka, LiveEvents events) {
        return new TopicTail(kafka.buildConsumerProperties(), events);
    }
}
