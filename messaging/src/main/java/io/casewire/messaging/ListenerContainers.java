package io.casewire.messaging;

import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.messaging.continuity.Readers;
import io.casewire.messaging.deadletter.Attempt;
import io.casewire.messaging.deadletter.Attempt.Outcome;
import io.casewire.messaging.deadletter.Listeners;
import io.casewire.messaging.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.KafkaEvent;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Runs one container for each {@link EventListener}. A container that an {@link Error} stopped is
 * started again after a pause, and {@link ListenerHealth} reports it until then: never healthy and silent. What cannot be read is the business of
 * {@link StuckPartitions}.
 */
final class ListenerContainers implements SmartLifecycle, ApplicationListener<KafkaEvent>, Readers, Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerContainers.class);
    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Map<String, Listening> listening = new ConcurrentHashMap<>();
    private final ConsumerFactory<String, byte[]> consumers;
    private final MessagingSettings settings;
    private final CompletableFuture<Void> permission;
    private final StuckPartitions stuck;
    private volatile boolean running;
    private volatile boolean paused;

    ListenerContainers(
            List<? extends EventListener<?>> listeners,
            ConsumerFactory<String, byte[]> consumers,
            MessagingSettings settings,
            DeadLetters deadLetters,
            StuckPartitions stuck,
            MeterRegistry meters,
            Traces traces,
            CompletableFuture<Void> permission,
            ApplicationContext context) {
        this.consumers = consumers;
        this.settings = settings;
        this.permission = permission;
        this.stuck = stuck;
        for (EventListener<?> listener : listeners) {
            if (listening.put(listener.name(), listening(listener, deadLetters, meters, traces, context)) != null) {
                throw new IllegalArgumentException("Two listeners are named '" + listener.name() + "'");
            }
        }
    }

    /** The listeners by name. */
    Map<String, Listening> all() {
        return listening;
    }

    /** What the listener of that name fails of; empty where nothing keeps it from polling. */
    Optional<String> failure(Listening listener) {
        return stuck.failure(listener.group());
    }

    /** A group has not come on from there for a while, although there is more to read. */
    void onNoProgress(String group, TopicPosition position) {
        for (Listening listener : listening.values()) {
            if (listener.group().equals(group)
                    && listener.container().isRunning()
                    && listener.container().getAssignedPartitions().contains(position.topicPartition())) {
                stuck.onNoProgress(group, position, listener.listener(), listener.container());
            }
        }
    }

    @Override
    public Attempt again(String group, ConsumerRecord<String, byte[]> record) {
        if (!running || !isPermitted()) {
            return new Attempt(Outcome.NOT_NOW, "The listeners of this service do not run.");
        }
        return listening.values().stream()
                .filter(listener -> listener.group().equals(group))
                .findFirst()
                .map(listener -> listener.listener().again(record))
                .orElseThrow(() -> new IllegalArgumentException("There is no listener " + group));
    }

    @Override
    public Map<String, List<String>> topicsByGroup() {
        Map<String, List<String>> topics = new HashMap<>();
        listening.values().forEach(listener -> {
            String[] names = listener.container().getContainerProperties().getTopics();
            if (names != null) {
                topics.put(listener.group(), List.of(names));
            }
        });
        return topics;
    }

    @Override
    public void start() {
        running = true;
        stuck.start();
        var _ = permission.thenRun(this::begin);
    }

    /** Whether the listeners may read now; otherwise they do not run, and nothing is wrong with them. */
    boolean isPermitted() {
        return permission.isDone() && !paused;
    }

    @Override
    public synchronized void pause() {
        paused = true;
        stopAll();
    }

    @Override
    public synchronized void resume() {
        paused = false;
        if (permission.isDone()) {
            begin();
        }
    }

    private synchronized void begin() {
        if (running && !paused) {
            listening.values().forEach(listener -> listener.container().start());
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        stuck.stop();
        stopAll();
    }

    private void stopAll() {
        listening.values().parallelStream()
                .forEach(listener -> listener.container().stop());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void onApplicationEvent(KafkaEvent event) {
        switch (event) {
            case ConsumerStoppedEvent stopped -> onStopped(stopped);
            case ListenerContainerIdleEvent idle -> onIdle(idle);
            default -> {
                // the others say nothing about trouble
            }
        }
    }

    private void onIdle(ListenerContainerIdleEvent idle) {
        ConcurrentMessageListenerContainer<?, ?> container =
                idle.getContainer(ConcurrentMessageListenerContainer.class);
        for (Listening listener : listening.values()) {
            if (listener.container() == container) {
                stuck.onIdle(listener.group(), idle.getConsumer(), listener.listener(), container);
            }
        }
    }

    private void onStopped(ConsumerStoppedEvent stopped) {
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
        if (running && !paused && !container.isInExpectedState()) {
            container.stop();
            container.start();
        }
    }

    private <E extends Event> Listening listening(
            EventListener<E> listener,
            DeadLetters deadLetters,
            MeterRegistry meters,
            Traces traces,
            ApplicationContext context) {
        String group = settings.group() + '-' + listener.name();
        String[] topics = listener.topics().stream().map(Topic::name).toArray(String[]::new);
        stuck.watch(group);
        ContainerProperties properties = new ContainerProperties(topics);
        properties.setGroupId(group);
        properties.setClientId(group);
        properties.setIdleEventInterval(IDLE.toMillis());
        properties.setPollTimeout(IDLE.toMillis());
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        BatchListener<E> batches =
                new BatchListener<>(group, listener, deadLetters, meters, traces, () -> stuck.onRecords(group));
        properties.setMessageListener(batches);
        properties.setShutdownTimeout(Duration.ofSeconds(20).toMillis());
        ConcurrentMessageListenerContainer<String, byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(listener.name());
        container.setConcurrency(
                Math.min(listener.threads(), Math.min(settings.maxConcurrency(), partitions(listener))));
        container.setCommonErrorHandler(repeating(group));
        container.setApplicationContext(context);
        container.setApplicationEventPublisher(context);
        return new Listening(group, batches, container);
    }

    private int partitions(EventListener<?> listener) {
        return listener.topics().stream()
                .mapToInt(topic -> settings.partitions().getOrDefault(topic.name(), topic.partitions()))
                .sum();
    }

    /**
     * {@link BatchListener} lets through only what has to wait for something outside, so whatever arrives here is repeated in
     * place until it works, with the partitions paused and no rebalance. In place, not by seeking back: with another
     * partition's backlog on the same thread, spring-kafka before 4.2 never finishes a sought-back batch (#4371).
     */
    private DefaultErrorHandler repeating(String group) {
        ExponentialBackOff backOff =
                new ExponentialBackOff(settings.retryInitial().toMillis(), 2);
        backOff.setMaxInterval(settings.retryMax().toMillis());
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        DefaultErrorHandler handler = new Repeating(backOff, stuck, group);
        handler.setSeekAfterError(false);
        return handler;
    }

    /** A listener at work. */
    record Listening(
            String group, BatchListener<?> listener, ConcurrentMessageListenerContainer<String, byte[]> container) {}

    /** Repeats batches until they are handled, and hands failures of polling on. */
    private static final class Repeating extends DefaultErrorHandler {
        private final StuckPartitions stuck;
        private final String group;

        Repeating(BackOff backOff, StuckPartitions stuck, String group) {
            super(
                    (record, e) -> {
                        throw new IllegalStateException("Repetition never ends, so nothing is recovered here", e);
                    },
                    backOff);
            this.stuck = stuck;
            this.group = group;
        }

        @Override
        public void handleOtherException(
                Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
            stuck.onPollFailed(group, failure, consumer, container);
        }
    }
}
