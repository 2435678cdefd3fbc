package io.casewire.messaging;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.messaging.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Runs one container for each {@link EventListener}. A container that an {@link Error} stopped is
 * started again after a pause, and {@link ListenerHealth} reports it until then: never healthy and silent.
 */
final class ListenerContainers implements SmartLifecycle, ApplicationListener<ConsumerStoppedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerContainers.class);
    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofSeconds(5);

    private final Map<String, ConcurrentMessageListenerContainer<String, byte[]>> containers =
            new ConcurrentHashMap<>();
    private final ConsumerFactory<String, byte[]> consumers;
    private final MessagingSettings settings;
    private volatile boolean running;

    ListenerContainers(
            List<? extends EventListener<?>> listeners,
            ConsumerFactory<String, byte[]> consumers,
            MessagingSettings settings,
            DeadLetters deadLetters,
            MeterRegistry meters,
            Traces traces,
            ApplicationContext context) {
        this.consumers = consumers;
        this.settings = settings;
        for (EventListener<?> listener : listeners) {
            if (containers.put(listener.name(), container(listener, deadLetters, meters, traces, context)) != null) {
                throw new IllegalArgumentException("Two listeners are named '" + listener.name() + "'");
            }
        }
    }

    /** The containers by listener name. */
    Map<String, ConcurrentMessageListenerContainer<String, byte[]>> all() {
        return containers;
    }

    /** What each consumer group reads. */
    Map<String, List<String>> topicsByGroup() {
        Map<String, List<String>> topics = new HashMap<>();
        containers.values().forEach(container -> {
            ContainerProperties properties = container.getContainerProperties();
            String[] names = properties.getTopics();
            if (properties.getGroupId() != null && names != null) {
                topics.put(properties.getGroupId(), List.of(names));
            }
        });
        return topics;
    }

    @Override
    public void start() {
        running = true;
        containers.values().forEach(ConcurrentMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        running = false;
        containers.values().parallelStream().forEach(ConcurrentMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void onApplicationEvent(ConsumerStoppedEvent stopped) {
        if (!running || stopped.getReason() == ConsumerStoppedEvent.Reason.NORMAL) {
            return;
        }
        ConcurrentMessageListenerContainer<?, ?> container =
                stopped.getContainer(ConcurrentMessageListenerContainer.class);
        LOG.error(
                "Listener {} stopped ({}); starting it again in {}",
                container.getListenerId(),
                stopped.getReason(),
                PAUSE_BEFORE_RESTART);
        CompletableFuture.delayedExecutor(PAUSE_BEFORE_RESTART.toSeconds(), TimeUnit.SECONDS)
                .execute(() -> restart(container));
    }

    private void restart(ConcurrentMessageListenerContainer<?, ?> container) {
        if (running && !container.isInExpectedState()) {
            container.stop();
            container.start();
        }
    }

    private <E extends Event> ConcurrentMessageListenerContainer<String, byte[]> container(
            EventListener<E> listener,
            DeadLetters deadLetters,
            MeterRegistry meters,
            Traces traces,
            ApplicationContext context) {
        String group = settings.group() + '-' + listener.name();
        String[] topics = listener.topics().stream().map(Topic::name).toArray(String[]::new);
        ContainerProperties properties = new ContainerProperties(topics);
        properties.setGroupId(group);
        properties.setClientId(group);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMessageListener(new Intake<>(group, listener, deadLetters, meters, traces));
        properties.setShutdownTimeout(Duration.ofSeconds(20).toMillis());
        ConcurrentMessageListenerContainer<String, byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(listener.name());
        container.setConcurrency(Math.min(settings.maxConcurrency(), partitions(listener)));
        container.setCommonErrorHandler(waitingForEver());
        container.setApplicationContext(context);
        container.setApplicationEventPublisher(context);
        return container;
    }

    private int partitions(EventListener<?> listener) {
        return listener.topics().stream()
                .mapToInt(topic -> settings.partitions().getOrDefault(topic.name(), topic.partitions()))
                .sum();
    }

    /**
     * {@link Intake} lets through only what has to wait for something outside, so whatever arrives here is repeated in
     * place until it works, with the partitions paused and no rebalance. In place, not by seeking back: with another
     * partition's backlog on the same thread, spring-kafka before 4.2 never finishes a sought-back batch (#4371).
     */
    private DefaultErrorHandler waitingForEver() {
        ExponentialBackOff backOff =
                new ExponentialBackOff(settings.retryInitial().toMillis(), 2);
        backOff.setMaxInterval(settings.retryMax().toMillis());
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        DefaultErrorHandler handler = new DefaultErrorHandler(
                (record, e) -> {
                    throw new IllegalStateException("Repetition never ends, so nothing is recovered here", e);
                },
                backOff);
        handler.setSeekAfterError(false);
        return handler;
    }
}
