package io.casewire.client;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics from where its group is, a new one from the beginning, and goes on as events come.
 *
 * <p>At least once: the place is committed after the handler has returned. Of what comes again, or out of order, {@link Seen} keeps
 * from the handler what is no newer than what it had. One thread, that which calls {@link #run}; while the handler is given an event
 * again nothing else is handled, and the group keeps its partitions.
 */
public final class CasewireConsumer implements AutoCloseable {
    /** The cases of all domains, of those added later too, and no dead letters. */
    private static final Pattern CASES = Pattern.compile("casewire\\.case\\.(?!.*-dlt$).*");

    private static final int REMEMBERED = 1_000_000;

    private final Reading reading;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Thread runner;

    private CasewireConsumer(Reading reading) {
        this.reading = reading;
    }

    /** Reads the cases of all domains. */
    public static Builder cases(Connection connection) {
        return new Builder(connection, List.of(), CASES);
    }

    /**
     * Reads those topics.
     *
     * @param names for example {@code casewire.case.trade}; those that the account may not read end {@link #run} with Kafka's exception
     * @throws IllegalArgumentException without a name
     */
    public static Builder topics(Connection connection, Collection<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Name at least one topic");
        }
        return new Builder(connection, List.copyOf(names), null);
    }

    /**
     * Reads until {@link #close}, in this thread; once only.
     *
     * @throws EventNotHandled when an event was given up on
     * @throws org.apache.kafka.common.KafkaException what Kafka cannot get over: a wrong password, a missing right. An address where
     *     nobody answers is waited for
     * @throws IllegalStateException the second time
     */
    public void run() {
        synchronized (this) {
            if (runner != null) {
                throw new IllegalStateException("It has run or was closed already");
            }
            runner = Thread.currentThread();
        }
        try {
            reading.run();
        } finally {
            ended.countDown();
        }
    }

    /** Ends the reading after the event that is being handled, and waits for that. Called by the handler itself it does not wait; what never ran will not run any more. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            running = runner;
            if (running == null) {
                runner = Thread.currentThread();
                reading.abandon();
                ended.countDown();
                return;
            }
        }
        reading.stop();
        if (running == Thread.currentThread()) {
            return;
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What may be said about the reading. */
    public static final class Builder {
        private final Connection connection;
        private final List<String> topics;
        private final @Nullable Pattern pattern;
        private Seen seen = Seen.inMemory(REMEMBERED);
        private Retries retries = Retries.DEFAULT;
        private Runnable caughtUp = () -> {};
        private FailureHandler failed = (_, _, _) -> FailureHandler.Verdict.STOP;
        private boolean fromBeginning;

        private Builder(Connection connection, List<String> topics, @Nullable Pattern pattern) {
            this.connection = connection;
            this.topics = topics;
            this.pattern = pattern;
        }

        /** What was handled already; the last million things in memory unless said otherwise. */
        public Builder seen(Seen memory) {
            this.seen = memory;
            return this;
        }

        /** How often and when an event is given again; {@link Retries#DEFAULT} unless said otherwise. */
        public Builder retries(Retries given) {
            this.retries = given;
            return this;
        }

        /** Reads everything again at each start, whatever the group has read: for a table in memory. */
        public Builder fromBeginning() {
            this.fromBeginning = true;
            return this;
        }

        /** Told once, by the reading thread: all that was there when the reading began is handled; what comes now is live. */
        public Builder onCaughtUp(Runnable callback) {
            this.caughtUp = callback;
            return this;
        }

        /** What becomes of events the handler fails on; unless said otherwise the reading stops. */
        public Builder onFailure(FailureHandler handler) {
            this.failed = handler;
            return this;
        }

        /**
         * Ready to {@link CasewireConsumer#run}; not connected yet.
         *
         * @throws org.apache.kafka.common.KafkaException for settings that Kafka does not take
         */
        public CasewireConsumer handle(EventHandler handler) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("auto.offset.reset", "earliest");
            settings.putAll(connection.settings());
            settings.put("enable.auto.commit", "false");
            KafkaConsumer<String, byte[]> kafka =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
            Attempts attempts = new Attempts(new Novelty(seen), handler, failed, retries);
            return new CasewireConsumer(new Reading(
                    kafka,
                    listener -> {
                        if (pattern == null) {
                            kafka.subscribe(topics, listener);
                        } else {
                            kafka.subscribe(pattern, listener);
                        }
                    },
                    attempts,
                    fromBeginning,
                    caughtUp));
        }
    }
}
