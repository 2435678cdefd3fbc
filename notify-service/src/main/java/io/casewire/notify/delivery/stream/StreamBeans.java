package io.casewire.notify.delivery.stream;

import io.casewire.messaging.UnreadableRecords;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the stream is made rather than found. */
@Configuration(proxyBeanMethods = false)
class StreamBeans {
    @Bean
    StreamWindow streamWindow(StreamSettings settings) {
        return new StreamWindow(settings.kept(), settings.keptSize().toBytes(), settings.queued());
    }

    @Bean
    StreamConsumers streamConsumers(KafkaProperties kafka) {
        return new StreamConsumers(kafka.buildConsumerProperties(), kafka.buildAdminProperties());
    }

    @Bean
    LiveStream liveStream(
            StreamWindow window, StreamConsumers consumers, StreamSettings settings, MeterRegistry meters) {
        return new LiveStream(window, consumers, settings, meters);
    }

    @Bean
    TopicTail topicTail(
            StreamConsumers consumers,
            StreamWindow window,
            StreamSettings settings,
            UnreadableRecords unreadable,
            @Value("${casewire.messaging.group}") String group) {
        return new TopicTail(consumers, window, settings.first(), unreadable, group + "-stream");
    }
}
