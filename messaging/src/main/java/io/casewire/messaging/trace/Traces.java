package io.casewire.messaging.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Tells what follows from one cause, such as one upload, as one trace: its id follows from the correlation id. Does nothing where
 * no endpoint is set.
 */
public final class Traces implements AutoCloseable {
    private static final String CORRELATION = "ce_correlationid";
    private static final String OURS = "casewire-";

    private final @Nullable Spans spans;

    private Traces(@Nullable Spans spans) {
        this.spans = spans;
    }

    /**
     * As the settings say.
     *
     * @param service what the spans say they come from, with {@code casewire-} before it
     */
    public static Traces of(TraceSettings settings, String service) {
        String endpoint = settings.endpoint();
        if (endpoint == null || endpoint.isBlank()) {
            return new Traces(null);
        }
        String name = service.startsWith(OURS) ? service : OURS + service;
        return new Traces(new Spans(endpoint.strip(), name, settings.share()));
    }

    /** Tells of the cause itself, which ends now; everything else of this correlation id hangs from it. */
    public void cause(String name, String correlationId, Instant since, Map<String, String> attributes) {
        if (spans != null) {
            Span span = spans.root(name, TraceParent.rootOf(correlationId), since);
            end(span, correlationId, attributes);
        }
    }

    /** Tells of a step inside this service, which ends now. */
    public void step(String name, String correlationId, Instant since, Map<String, String> attributes) {
        if (spans != null) {
            end(
                    spans.child(name, SpanKind.INTERNAL, TraceParent.rootOf(correlationId), since),
                    correlationId,
                    attributes);
        }
    }

    /**
     * Tells of a request to somebody else, whose answer has just come.
     *
     * @param failure why it came to nothing; null where it did not
     */
    public void request(
            String name,
            String correlationId,
            Instant since,
            @Nullable String failure,
            Map<String, String> attributes) {
        if (spans != null) {
            Span span = spans.child(name, SpanKind.CLIENT, TraceParent.rootOf(correlationId), since);
            if (failure != null) {
                span.setStatus(StatusCode.ERROR, failure);
            }
            end(span, correlationId, attributes);
        }
    }

    /**
     * Says on each record what its readers' spans hang from, and returns what tells that the records are acknowledged. Records
     * without a correlation id, such as tombstones, are in no trace.
     */
    public Runnable sending(List<ProducerRecord<String, byte[]>> records) {
        if (spans == null) {
            return () -> {};
        }
        Spans on = spans;
        Instant now = Instant.now();
        List<Span> begun = records.stream()
                .<Span>mapMulti((record, found) -> {
                    String correlationId = text(record.headers(), CORRELATION);
                    if (correlationId != null) {
                        Span span = on.child(
                                "send " + record.topic(),
                                SpanKind.PRODUCER,
                                parent(record.headers(), correlationId),
                                now);
                        describe(span, record.topic(), record.key(), record.headers(), correlationId);
                        TraceParent itself = new TraceParent(
                                span.getSpanContext().getTraceId(),
                                span.getSpanContext().getSpanId());
                        record.headers().remove(TraceParent.HEADER);
                        record.headers()
                                .add(
                                        TraceParent.HEADER,
                                        itself.header(span.getSpanContext().isSampled()));
                        found.accept(span);
                    }
                })
                .toList();
        return () -> begun.forEach(Span::end);
    }

    /** Tells that a batch was handled, one span a record; they end now. */
    public void handled(String group, List<ConsumerRecord<String, byte[]>> records, Instant since) {
        if (spans == null) {
            return;
        }
        for (ConsumerRecord<String, byte[]> record : records) {
            String correlationId = text(record.headers(), CORRELATION);
            if (correlationId != null) {
                Span span = spans.child(
                        "process " + record.topic(), SpanKind.CONSUMER, parent(record.headers(), correlationId), since);
                describe(span, record.topic(), record.key(), record.headers(), correlationId);
                span.setAttribute("messaging.consumer.group.name", group);
                span.setAttribute("messaging.batch.message_count", records.size());
                span.end();
            }
        }
    }

    @Override
    public void close() {
        if (spans != null) {
            spans.close();
        }
    }

    private static void end(Span span, String correlationId, Map<String, String> attributes) {
        span.setAttribute("casewire.correlation_id", correlationId);
        attributes.forEach(span::setAttribute);
        span.end();
    }

    private static void describe(Span span, String topic, @Nullable String key, Headers headers, String correlationId) {
        span.setAttribute("casewire.correlation_id", correlationId);
        span.setAttribute("messaging.system", "kafka");
        span.setAttribute("messaging.destination.name", topic);
        span.setAttribute("messaging.kafka.message.key", key);
        span.setAttribute("cloudevents.event_id", text(headers, "ce_id"));
        span.setAttribute("cloudevents.event_type", text(headers, "ce_type"));
    }

    private static TraceParent parent(Headers headers, String correlationId) {
        Header header = headers.lastHeader(TraceParent.HEADER);
        return TraceParent.of(header == null ? null : header.value())
                .orElseGet(() -> TraceParent.rootOf(correlationId));
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
