package io.casewire.catalog.search;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The search index.
 *
 * @param directory of its own, on a local disk; it and the one beside it, {@code …-records}, may be deleted while the service is
 *     stopped
 * @param refresh how soon a stored case can be found
 * @param commit how often it is written to disk; what a kill loses is read from the store again
 * @param compare how often it is compared with the store whole, which finds what other instances stored
 * @param keptPages how long pages of one search keep their order while cases come in
 */
@ConfigurationProperties("casewire.catalog.index")
record IndexSettings(
        Path directory,
        @DefaultValue("200ms") Duration refresh,
        @DefaultValue("10s") Duration commit,
        @DefaultValue("30s") Duration compare,
        @DefaultValue("5m") Duration keptPages) {
    IndexSettings {
        requirePositive("refresh", refresh);
        requirePositive("commit", commit);
        requirePositive("compare", compare);
        requirePositive("kept-pages", keptPages);
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("casewire.catalog.index." + name + " must be longer than nothing");
        }
    }

    /** Where everything but cases is indexed, beside the cases. */
    Path recordsDirectory() {
        return directory.resolveSibling(directory.getFileName() + "-records");
    }
}
