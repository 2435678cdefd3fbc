package io.casewire.catalog.casefile;

import io.casewire.messaging.EventListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes an empty store read the log from its start: how far the log was read is only worth something together with what
 * was stored of it. So when the store was dropped, the positions of the consumer groups are dropped too, before any
 * listener starts.
 */
final class Replay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    /** A killed instance is a member of its group until its session ends. */
    private static final Duration MEMBERS_LEAVE_WITHIN = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Cases cases;
    private final KafkaAdmin kafka;
    private final List<String> groups;
    private boolean running;

    /** @param listeners each reads in a group named after it */
    Replay(Cases cases, KafkaAdmin kafka, String group, List<? extends EventListener<?>> listeners) {
        this.cases = cases;
        this.kafka = kafka;
        this.groups = listeners.stream()
                .map(listener -> group + '-' + listener.name())
                .toList();
    }

    @Override
    public void start() {
        if (cases.state().isEmpty()) {
            LOG.info("The store is empty; reading the log from its start");
            try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
                forget(admin);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted before the log could be read", e);
            }
            cases.begin();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // before the index and the listeners
    @Override
    public int getPhase() {
        return -1;
    }

    private void forget(Admin admin) throws InterruptedException {
        long end = System.nanoTime() + MEMBERS_LEAVE_WITHIN.toNanos();
        for (Map.Entry<String, KafkaFuture<Void>> group :
                admin.deleteConsumerGroups(groups).deletedGroups().entrySet()) {
            KafkaFuture<Void> deleted = group.getValue();
            while (!isGone(group.getKey(), deleted)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("The store is empty, but another instance still reads as group "
                            + group.getKey() + ": stop all instances, then start one");
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
                deleted = admin.deleteConsumerGroups(List.of(group.getKey())).all();
            }
        }
    }

    private static boolean isGone(String group, KafkaFuture<Void> deleted) throws InterruptedException {
        try {
            deleted.get();
            return true;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case GroupIdNotFoundException _ -> true;
                case GroupNotEmptyException _, RetriableException _ -> false;
                case null, default ->
                    throw new KafkaException("Cannot forget how far group " + group + " has read", e.getCause());
            };
        }
    }
}
