package io.casewire.notify.delivery.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/** The readers of the stream on this instance. */
final class LiveStream {
    private final StreamWindow window;
    private final StreamConsumers consumers;
    private final StreamSettings settings;
    private final Semaphore places;
    private final Semaphore catchUps;

    LiveStream(StreamWindow window, StreamConsumers consumers, StreamSettings settings, MeterRegistry meters) {
        this.window = window;
        this.consumers = consumers;
        this.settings = settings;
        this.places = new Semaphore(settings.readers());
        this.catchUps = new Semaphore(settings.catchUps());
        Gauge.builder("casewire.notify.stream.readers", places, free -> settings.readers() - free.availablePermits())
                .description("Readers of the stream of events")
                .register(meters);
    }

    /** Takes a reader's place; false when all are taken or the service stops. {@link #leave} gives it back. */
    boolean enter() {
        return !window.isClosed() && places.tryAcquire();
    }

    void leave() {
        places.release();
    }

    StreamSession session(Predicate<LiveEvent> filter, StreamSession.Output output) {
        return new StreamSession(window, consumers, catchUps, settings, filter, output);
    }
}
