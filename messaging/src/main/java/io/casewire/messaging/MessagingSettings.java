package io.casewire.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code casewire.messaging}.
 *
 * @param group consumer group of the service, for example {@code casewire-catalog}; each listener appends its name
 * @param maxConcurrency threads a listener takes at most; it never takes more than its topics have partitions
 * @param maxPollRecords events handed to a listener at once at most
 * @param partitions partition counts that differ from the registry, by topic name
 * @param retryInitial pause before the first repetition of a batch that has to wait for something outside
 * @param retryMax longest pause between repetitions
 * @param publishTimeout how long the producer repeats what it was given before it is given up and, as its outcome is unknown, published
 *     anew
 * @param relayInterval how often the outbox is looked through without being woken up
 * @param lagInterval how often the broker is asked how far the listeners are behind, and whether they come on
 * @param skipUnreadable places in the log that an operator gave up, {@code TOPIC/PARTITION@OFFSET} or {@code @FIRST-LAST}; they are
 *     left out where they cannot be read, and read where they can
 */
@Validated
@ConfigurationProperties("casewire.messaging")
record MessagingSettings(
        @NotBlank @DefaultValue("casewire") String group,
        @Min(1) @Max(64) @DefaultValue("4") int maxConcurrency,
        @Min(1) @Max(5000) @DefaultValue("500") int maxPollRecords,
        @DefaultValue Map<String, Integer> partitions,
        @DefaultValue("1s") Duration retryInitial,
        @DefaultValue("30s") Duration retryMax,
        @DefaultValue("2m") Duration publishTimeout,
        @DefaultValue("10s") Duration relayInterval,
        @DefaultValue("15s") Duration lagInterval,
        @DefaultValue List<String> skipUnreadable) {}
