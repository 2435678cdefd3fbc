package io.casewire.ingest.source;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code casewire.ingest.source} that are about watching.
 *
 * @param minEvery the shortest interval a source may ask for
 * @param maxSources sources in all
 * @param workers sources looked at the same time
 * @param pollInterval how often the store is asked which is due
 * @param pause between two requests to a host, over all instances
 * @param hostPatience how long a look waits for its turn at a host before it is put off
 * @param maxPerRound new links fetched at a look; the others follow at once, when other sources have had their turn
 * @param maxRechecks known links asked for changes at a look
 * @param recheckAfter how long a known link is left alone
 * @param maxAttempts at a link, before it is given up
 * @param retryInitial pause after a first failure, of a source or a link; it doubles with each
 * @param retryMax the longest such pause, and how far {@code Retry-After} is honoured
 * @param silentAfter without a new document a source that does not say otherwise is silent
 */
@ConfigurationProperties("casewire.ingest.source")
record SourceSettings(
        @DefaultValue("5m") Duration minEvery,
        @DefaultValue("200") int maxSources,
        @DefaultValue("2") int workers,
        @DefaultValue("5s") Duration pollInterval,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("20s") Duration hostPatience,
        @DefaultValue("20") int maxPerRound,
        @DefaultValue("5") int maxRechecks,
        @DefaultValue("24h") Duration recheckAfter,
        @DefaultValue("5") int maxAttempts,
        @DefaultValue("5m") Duration retryInitial,
        @DefaultValue("24h") Duration retryMax,
        @DefaultValue("30d") Duration silentAfter) {
    SourceSettings {
        if (maxSources < 0 || workers < 1 || maxPerRound < 1 || maxRechecks < 0 || maxAttempts < 1) {
            throw new IllegalArgumentException("casewire.ingest.source: the numbers must be positive");
        }
        if (!minEvery.isPositive()
                || !pollInterval.isPositive()
                || !pause.isPositive()
                || !hostPatience.isPositive()
                || !recheckAfter.isPositive()
                || !retryInitial.isPositive()
                || !silentAfter.isPositive()
                || retryInitial.compareTo(retryMax) > 0) {
            throw new IllegalArgumentException(
                    "casewire.ingest.source: the times must be positive, and retry-initial at most retry-max");
        }
    }

    /** How long a host is left alone that asks for so long. */
    Duration rest(Duration asked) {
        Duration longer = pause.compareTo(asked) < 0 ? asked : pause;
        return longer.compareTo(retryMax) > 0 ? retryMax : longer;
    }

    /** The pause after so many failures in a row, but not before the host wants to be asked again. */
    Duration retryAfter(int failures, Duration asked) {
        Duration pause = retryInitial.multipliedBy(1L << Math.clamp(failures - 1L, 0, 20));
        Duration longer = pause.compareTo(asked) < 0 ? asked : pause;
        return longer.compareTo(retryMax) > 0 ? retryMax : longer;
    }
}
