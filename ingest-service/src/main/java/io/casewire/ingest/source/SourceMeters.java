package io.casewire.ingest.source;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What metrics tell of sources, by their names. Every instance tells of all: what is told lies in the store. */
@Component
class SourceMeters {
    private static final String TAG = "source";

    private final MultiGauge sinceSuccess;
    private final MultiGauge sinceDocument;
    private final MultiGauge failures;
    private final MultiGauge silent;
    private final SourceSettings settings;
    private final InstantSource clock;

    SourceMeters(MeterRegistry meters, SourceSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        sinceSuccess = MultiGauge.builder("casewire.ingest.source.since.success")
                .baseUnit("seconds")
                .description("Time since a watched source was last had")
                .register(meters);
        sinceDocument = MultiGauge.builder("casewire.ingest.source.since.document")
                .baseUnit("seconds")
                .description("Time since a watched source last led to a new document")
                .register(meters);
        failures = MultiGauge.builder("casewire.ingest.source.failures")
                .description("Looks at a watched source that failed in a row")
                .register(meters);
        silent = MultiGauge.builder("casewire.ingest.source.silent")
                .description("1 where a watched source led to nothing new for longer than it should")
                .register(meters);
        tell(List.of());
    }

    /** Tells of these from now on, and of no other; what is paused is told as well. */
    void tell(List<WatchedSource> sources) {
        sinceSuccess.register(rows(sources, this::sinceSuccess), true);
        sinceDocument.register(rows(sources, source -> seconds(source.quietSince())), true);
        failures.register(
                rows(sources, source -> isActive(source) ? source.state().failures() : 0), true);
        silent.register(
                rows(
                        sources,
                        source -> isActive(source) && SourceView.isSilent(source, settings, clock.instant()) ? 1 : 0),
                true);
    }

    /** One without a name where there is no source, so that rules find what they ask for. */
    private static List<Row<?>> rows(List<WatchedSource> sources, ToDoubleFunction<WatchedSource> value) {
        if (sources.isEmpty()) {
            return List.of(Row.of(Tags.of(TAG, ""), 0));
        }
        return sources.stream()
                .<Row<?>>map(source -> Row.of(Tags.of(TAG, source.definition().name()), source, value))
                .toList();
    }

    private double sinceSuccess(WatchedSource source) {
        Instant last = source.state().lastSuccess();
        return seconds(last == null ? source.createdAt() : last);
    }

    private double seconds(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }

    private static boolean isActive(WatchedSource source) {
        return source.definition().active();
    }
}
