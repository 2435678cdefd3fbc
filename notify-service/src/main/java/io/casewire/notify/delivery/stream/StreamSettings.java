package io.casewire.notify.delivery.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code casewire.notify.stream}.
 *
 * @param first events shown to a reader that looks for the first time
 * @param kept events kept for readers that come back; what lies before is read from Kafka
 * @param keptSize the records of those events in bytes at most; fewer are kept where they are large
 * @param readers at once at most
 * @param queued events a reader may be behind before it is let go
 * @param catchUps readers at once that are read to from Kafka; more wait
 * @param heartbeat longest silence on a stream
 */
@Validated
@ConfigurationProperties("casewire.notify.stream")
record StreamSettings(
        @Min(1) @Max(1_000) @DefaultValue("50") int first,
        @Min(1) @Max(100_000) @DefaultValue("1000") int kept,
        @DefaultValue("32MB") DataSize keptSize,
        @Min(1) @Max(10_000) @DefaultValue("200") int readers,
        @Min(1) @Max(10_000) @DefaultValue("256") int queued,
        @Min(1) @Max(1_000) @DefaultValue("8") int catchUps,
        @DefaultValue("15s") Duration heartbeat) {}
