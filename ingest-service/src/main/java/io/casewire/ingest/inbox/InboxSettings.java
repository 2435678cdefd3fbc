package io.casewire.ingest.inbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder to take files from; blank for none
 * @param settleTime how long size and time of a file have to stay as they are before it is taken
 * @param pollInterval how often the folder is looked at
 * @param backfill whether its files are history that alerts nobody
 */
@ConfigurationProperties("casewire.ingest.inbox")
record InboxSettings(
        @DefaultValue("") String folder,
        @DefaultValue("5s") Duration settleTime,
        @DefaultValue("2s") Duration pollInterval,
        @DefaultValue("false") boolean backfill) {
    private static final Duration SHORTEST_POLL = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofHours(1);

    InboxSettings {
        if (settleTime.isNegative() || settleTime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("casewire.ingest.inbox.settle-time lies between 0s and 1h");
        }
        if (pollInterval.compareTo(SHORTEST_POLL) < 0 || pollInterval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("casewire.ingest.inbox.poll-interval lies between 50ms and 1h");
        }
        // refused at the start where this system has no such path
        folder = folder.isBlank() ? "" : Path.of(folder.strip()).toString();
    }

    /** Empty where there is no inbox. */
    Optional<Path> path() {
        return folder.isEmpty()
                ? Optional.empty()
                : Optional.of(Path.of(folder).toAbsolutePath().normalize());
    }
}
