package io.casewire.notify.delivery;

import io.casewire.messaging.trace.Traces;
import io.casewire.notify.delivery.channel.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Counts attempts and puts them into the trace of what caused them. */
record AttemptTelemetry(MeterRegistry meters, Traces traces) {
    void attempted(Delivery claimed, Outcome outcome, Instant began) {
        Counter.builder("casewire.notify.attempts")
                .description("Attempts to deliver a message, by outcome")
                .tag("outcome", outcome.label())
                .register(meters)
                .increment();
        traces.request(
                "deliver " + claimed.via().name().toLowerCase(Locale.ROOT),
                claimed.correlationId(),
                began,
                outcome instanceof Outcome.Delivered ? null : outcome.label(),
                Map.of(
                        "server.address",
                        claimed.host(),
                        "casewire.delivery",
                        claimed.id(),
                        "casewire.subscription",
                        claimed.subscriptionId().value(),
                        "cloudevents.event_id",
                        claimed.eventId()));
    }
}
