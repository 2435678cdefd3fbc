package io.casewire.messaging;

import io.casewire.contracts.topic.TopicSettings;
import io.casewire.contracts.topic.Topics;
import io.casewire.messaging.continuity.Continuity;
import io.casewire.messaging.trace.TraceSettings;
import io.casewire.messaging.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.core.MicrometerProducerListener;

/** Gives a service {@link EventPublisher} and runs its {@link EventListener} beans. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({MessagingSettings.class, TraceSettings.class})
class MessagingAutoConfiguration {
    /** Kafka's own, so that a broker that hangs is left for the next leader. */
    private static final Duration MAX_REQUEST_TIMEOUT = Duration.ofSeconds(30);

    @Bean(destroyMethod = "destroy")
    DefaultKafkaProducerFactory<String, byte[]> eventProducers(
            KafkaProperties kafka, MessagingSettings settings, ObjectProvider<MeterRegistry> meters) {
        Map<String, Object> configuration = kafka.buildProducerProperties();
        configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, settings.group() + "-producer");
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSettings.MAX_EVENT_BYTES);
        configuration.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(settings.publishTimeout().toMillis()));
        configuration.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(Math.min(settings.publishTimeout().toMillis() / 3, MAX_REQUEST_TIMEOUT.toMillis())));
        configuration.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.publishTimeout().toMillis() / 2);
        DefaultKafkaProducerFactory<String, byte[]> producers = new DefaultKafkaProducerFactory<>(configuration);
        meters.ifAvailable(registry -> producers.addListener(new MicrometerProducerListener<>(registry)));
        return producers;
    }

    @Bean
    EventPublisher eventPublisher(
            DefaultKafkaProducerFactory<String, byte[]> eventProducers,
            MessagingSettings settings,
            ObjectProvider<MeterRegistry> meters,
            Traces traces) {
        return new EventPublisher(
                new KafkaTemplate<>(eventProducers), settings.publishTimeout(), meters(meters), traces);
    }

    @Bean
    Traces traces(TraceSettings settings, @Value("${spring.application.name:casewire}") String service) {
        return Traces.of(settings, service);
    }

    @Bean
    ListenerContainers listenerContainers(
            ObjectProvider<EventListener<?>> listeners,
            KafkaProperties kafka,
            MessagingSettings settings,
            EventPublisher publisher,
            UnreadableRecords unreadable,
            ObjectProvider<MeterRegistry> meters,
            Traces traces,
            ObjectProvider<Continuity> continuity,
            ApplicationContext context) {
        DefaultKafkaConsumerFactory<String, byte[]> consumers = consumers(kafka, settings, meters.getIfAvailable());
        DeadLetters deadLetters = new DeadLetters(publisher, meters(meters), Clock.systemUTC());
        return new ListenerContainers(
                listeners.orderedStream().toList(),
                consumers,
                settings,
                deadLetters,
                new StuckPartitions(unreadable, deadLetters, new ReadCheck(consumers), settings),
                meters(meters),
                traces,
                permission(continuity.getIfAvailable()),
                context);
    }

    @Bean
    UnreadableRecords unreadableRecords(
            KafkaProperties kafka, MessagingSettings settings, ObjectProvider<MeterRegistry> meters) {
        return new UnreadableRecords(
                Skips.of(settings.skipUnreadable()), new ReadCheck(consumers(kafka, settings, null)), meters(meters));
    }

    @Bean
    ListenerHealth listenersHealthIndicator(ListenerContainers containers, UnreadableRecords unreadable) {
        return new ListenerHealth(containers, unreadable);
    }

    @Bean
    Lag eventLag(
            ListenerContainers containers,
            KafkaProperties kafka,
            MessagingSettings settings,
            ObjectProvider<MeterRegistry> meters) {
        return new Lag(
                kafka.buildAdminProperties(),
                containers.topicsByGroup(),
                meters(meters),
                settings.lagInterval(),
                containers::onNoProgress);
    }

    /** The registry's topics and their dead letters; created on start where they are missing, never shrunk. */
    @Bean
    @ConditionalOnProperty(name = "casewire.topics.create", matchIfMissing = true)
    KafkaAdmin.NewTopics registryTopics(MessagingSettings settings) {
        return new KafkaAdmin.NewTopics(Topics.all().stream()
                .flatMap(topic -> {
                    int partitions = settings.partitions().getOrDefault(topic.name(), topic.partitions());
                    return Stream.of(
                            topic(topic.name(), partitions, topic.retention()),
                            topic(topic.deadLetterName(), partitions, Topics.DEAD_LETTER_RETENTION));
                })
                .toArray(NewTopic[]::new));
    }

    private static NewTopic topic(String name, int partitions, @Nullable Duration retention) {
        return TopicBuilder.name(name)
                .partitions(partitions)
                .configs(TopicSettings.keeping(retention))
                .build();
    }

    private static DefaultKafkaConsumerFactory<String, byte[]> consumers(
            KafkaProperties kafka, MessagingSettings settings, @Nullable MeterRegistry meters) {
        Map<String, Object> configuration = kafka.buildConsumerProperties();
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords());
        // spreads one-partition topics over the threads, which the default range assignor does not
        configuration.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        DefaultKafkaConsumerFactory<String, byte[]> factory = new DefaultKafkaConsumerFactory<>(configuration);
        if (meters != null) {
            factory.addListener(new MicrometerConsumerListener<>(meters));
        }
        return factory;
    }

    // without a store there is nothing to compare the log with
    private static CompletableFuture<Void> permission(@Nullable Continuity continuity) {
        return continuity == null ? CompletableFuture.completedFuture(null) : continuity.permission();
    }

    private static MeterRegistry meters(ObjectProvider<MeterRegistry> meters) {
        return meters.getIfAvailable(SimpleMeterRegistry::new);
    }
}
