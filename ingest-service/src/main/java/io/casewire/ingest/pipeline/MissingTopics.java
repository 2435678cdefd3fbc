package io.casewire.ingest.pipeline;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Creates the topics that could not be created at the start because the broker came up later. */
@Component
class MissingTopics {
    private static final Logger LOG = LoggerFactory.getLogger(MissingTopics.class);

    private final KafkaAdmin admin;
    private final AtomicBoolean underWay = new AtomicBoolean();

    MissingTopics(KafkaAdmin admin) {
        this.admin = admin;
    }

    /** Tries in the background, once at a time; does nothing where all are there. */
    void create() {
        if (underWay.compareAndSet(false, true)) {
            Thread.ofVirtual().name("missing-topics").start(() -> {
                try {
                    admin.initialize();
                } catch (KafkaException e) {
                    LOG.warn("Topics cannot be created yet: {}", e.getMessage());
                } finally {
                    underWay.set(false);
                }
            });
        }
    }
}
