package io.casewire.ingest.pipeline;

import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.UploadState;
import io.casewire.messaging.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What metrics and traces learn of the way of a file. */
@Component
class PipelineTelemetry {
    private final MeterRegistry meters;
    private final Traces traces;
    private final Timer parse;
    private final Timer publish;

    PipelineTelemetry(MeterRegistry meters, Traces traces) {
        this.meters = meters;
        this.traces = traces;
        this.parse = Timer.builder("casewire.ingest.parse")
                .description("How long it took to parse a document")
                .register(meters);
        this.publish = Timer.builder("casewire.ingest.publish")
                .description("How long it took to publish a document, until the broker has acknowledged all of it")
                .register(meters);
    }

    /** Part of the work on a file. */
    @FunctionalInterface
    interface Part<T, E extends Exception> {
        T run() throws E;
    }

    <T, E extends Exception> T parsing(Upload upload, Part<T, E> part) throws E {
        return timed(parse, "parse document", upload, part);
    }

    <T, E extends Exception> T publishing(Upload upload, Part<T, E> part) throws E {
        return timed(publish, "publish document", upload, part);
    }

    /** A file came to its end. */
    void ended(UploadState outcome) {
        Counter.builder("casewire.ingest.documents")
                .description("Documents that came to their end, by their last state")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(meters)
                .increment();
    }

    // what fails is tried again, and told then
    private <T, E extends Exception> T timed(Timer timer, String step, Upload upload, Part<T, E> part) throws E {
        Instant began = Instant.now();
        Timer.Sample sample = Timer.start(meters);
        T result = part.run();
        sample.stop(timer);
        traces.step(
                step,
                upload.correlationId(),
                began,
                Map.of("casewire.source", upload.id(), "casewire.document.name", upload.name()));
        return result;
    }
}
