package io.casewire.messaging;

import io.casewire.messaging.progress.Progress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Measures {@code casewire.events.lag}: how many events of each topic a listener has yet to handle. Asked of the broker, as a
 * client only knows the lag of what it fetches, and one that is stuck fetches nothing.
 */
final class Lag implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Lag.class);

    private final Map<String, Object> configuration;
    private final Map<String, List<String>> topics;
    private final MultiGauge gauge;
    private final Duration interval;
    private final NoProgress noProgress;
    private final Map<String, Map<TopicPartition, Long>> positions = new HashMap<>();
    private volatile @Nullable Thread worker;

    /**
     * A measure of some groups.
     *
     * @param configuration of an admin client
     * @param topics read by each group
     * @param noProgress told of a group that stands where it stood an interval ago although there is more to read
     */
    Lag(
            Map<String, Object> configuration,
            Map<String, List<String>> topics,
            MeterRegistry meters,
            Duration interval,
            NoProgress noProgress) {
        this.configuration = configuration;
        this.topics = topics;
        this.gauge = MultiGauge.builder("casewire.events.lag")
                .description("Events of a topic that a listener has yet to handle")
                .register(meters);
        this.interval = interval;
        this.noProgress = noProgress;
    }

    @Override
    public void afterPropertiesSet() {
        if (!topics.isEmpty()) {
            worker = Thread.ofVirtual().name("lag").start(this::run);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        Thread running = worker;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        try (Admin admin = Admin.create(configuration)) {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    measure(admin);
                } catch (ExecutionException e) {
                    LOG.debug("The lag is not known: {}", e.getMessage());
                }
                Thread.sleep(interval);
            }
        } catch (KafkaException e) {
            LOG.warn("The lag will not be measured: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure(Admin admin) throws ExecutionException, InterruptedException {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (Map.Entry<String, List<String>> group : topics.entrySet()) {
            lags(admin, group.getKey(), group.getValue())
                    .forEach((topic, lag) ->
                            rows.add(MultiGauge.Row.of(Tags.of("group", group.getKey(), "topic", topic), lag)));
        }
        gauge.register(rows, true);
    }

    private Map<String, Long> lags(Admin admin, String group, List<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> former = positions.getOrDefault(group, Map.of());
        Map<TopicPartition, Long> now = new HashMap<>();
        Map<String, Long> lags = new HashMap<>();
        List<Progress> all = Progress.of(admin, group, topics);
        for (Progress progress : all) {
            now.put(new TopicPartition(progress.topic(), progress.partition()), progress.position());
            lags.merge(progress.topic(), progress.lag(), Long::sum);
        }
        positions.put(group, now);
        for (Progress progress : all) {
            TopicPosition at = new TopicPosition(progress.topic(), progress.partition(), progress.position());
            if (progress.lag() > 0 && former.getOrDefault(at.topicPartition(), -1L) == at.offset()) {
                noProgress.at(group, at);
            }
        }
        return lags;
    }

    /** Told of a group that does not come on. */
    interface NoProgress {
        void at(String group, TopicPosition position);
    }
}
