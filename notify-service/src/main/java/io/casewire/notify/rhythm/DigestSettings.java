package io.casewire.notify.rhythm;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code casewire.notify.digest}.
 *
 * @param documentPause how long nothing more has to happen about a document before what did is told
 * @param documentLongest how long the first of it waits at most
 * @param delay how long after its time a digest is made: what was recorded just before is on its way
 * @param settle how long after the start none is made, so that what was recorded before is read
 * @param poll how often to look for digests to make
 * @param lease how long an instance may take for one before another tries
 * @param lateAfter how much later than its time one counts as late
 * @param most events in one digest; the others go into another, at once
 * @param inFull events that a mail tells of; of the others it says how many there are
 * @param part bytes of a webhook's body; what is more goes into another
 */
@ConfigurationProperties("casewire.notify.digest")
public record DigestSettings(
        @DefaultValue("2m") Duration documentPause,
        @DefaultValue("10m") Duration documentLongest,
        @DefaultValue("10s") Duration delay,
        @DefaultValue("30s") Duration settle,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("5m") Duration lateAfter,
        @DefaultValue("500") int most,
        @DefaultValue("50") int inFull,
        @DefaultValue("256KB") DataSize part) {
    private static final int MOST = 1000;

    public DigestSettings {
        require(documentPause.isPositive(), "document-pause must be positive");
        require(documentLongest.compareTo(documentPause) >= 0, "document-longest must be at least document-pause");
        require(poll.isPositive() && lease.isPositive(), "poll and lease must be positive");
        require(most >= 1 && most <= MOST, "most must be 1 to " + MOST);
        require(inFull >= 1 && inFull <= most, "in-full must be 1 to most");
        require(part.toKilobytes() >= 1, "part must be at least 1KB");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("casewire.notify.digest." + what);
        }
    }
}
