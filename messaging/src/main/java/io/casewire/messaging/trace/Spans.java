package io.casewire.messaging.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans and sends them in the background. What does not get away in time, or does not fit the queue, is dropped: traces
 * never hold up the work they are about.
 */
final class Spans implements AutoCloseable {
    private static final Duration BETWEEN_SENDINGS = Duration.ofSeconds(2);
    private static final int QUEUE = 8192;
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

    private final FixedIds ids = new FixedIds();
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    Spans(String endpoint, String service, double share) {
        provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"),
                        service,
                        AttributeKey.stringKey("service.namespace"),
                        "casewire")))
                .setSampler(Sampler.traceIdRatioBased(share))
                .setIdGenerator(ids)
                .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                .setEndpoint(endpoint)
                                .build())
                        .setScheduleDelay(BETWEEN_SENDINGS)
                        .setMaxQueueSize(QUEUE)
                        .build())
                .build();
        tracer = provider.get("io.casewire");
    }

    /** The span that others of its trace hang from; its ids are given. */
    Span root(String name, TraceParent itself, Instant since) {
        return ids.with(itself, () -> tracer.spanBuilder(name)
                .setNoParent()
                .setSpanKind(SpanKind.SERVER)
                .setStartTimestamp(since)
                .startSpan());
    }

    Span child(String name, SpanKind kind, TraceParent parent, Instant since) {
        SpanContext remote = SpanContext.createFromRemoteParent(
                parent.traceId(), parent.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
        SpanBuilder span = tracer.spanBuilder(name).setSpanKind(kind).setStartTimestamp(since);
        return span.setParent(Context.root().with(Span.wrap(remote))).startSpan();
    }

    @Override
    public void close() {
        provider.shutdown().join(PATIENCE_AT_THE_END.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Random ids, but for the span that is being started as the root of a trace. */
    private static final class FixedIds implements IdGenerator {
        private static final ThreadLocal<@Nullable TraceParent> FIXED = new ThreadLocal<>();

        Span with(TraceParent given, Supplier<Span> start) {
            FIXED.set(given);
            try {
                return start.get();
            } finally {
                FIXED.remove();
            }
        }

        @Override
        public String generateSpanId() {
            TraceParent given = FIXED.get();
            return given == null ? IdGenerator.random().generateSpanId() : given.spanId();
        }

        @Override
        public String generateTraceId() {
            TraceParent given = FIXED.get();
            return given == null ? IdGenerator.random().generateTraceId() : given.traceId();
        }
    }
}
