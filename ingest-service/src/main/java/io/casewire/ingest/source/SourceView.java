package io.casewire.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source as the public sees it.
 *
 * @param every ISO 8601, such as {@code PT1H}
 * @param status how it does
 * @param seenAs what its page was found to be; null before it was seen
 * @param consecutiveFailures looks at its page that failed in a row
 * @param error why it fails or that it is silent, in English and Chinese; null where all is well
 * @param nextDue when it is looked at again; null while it is looked at, and where it is paused
 * @param links how many it led to so far, by what became of them
 * @param changedDocuments how often a document came again with other bytes
 * @param problems links that could not be taken, latest first, at most ten; null in lists
 */
record SourceView(
        String id,
        String name,
        String url,
        @Nullable SourceKind kind,
        String every,
        @Nullable String selector,
        @Nullable String linkContains,
        boolean backfill,
        History history,
        @Nullable String silentAfter,
        boolean active,
        long version,
        Instant createdAt,
        Instant updatedAt,
        SourceStatus status,
        @Nullable SourceKind seenAs,
        @Nullable Instant lastAttempt,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNewDocument,
        int consecutiveFailures,
        @Nullable String error,
        @Nullable Instant nextDue,
        LinkCounts links,
        long changedDocuments,
        @Nullable List<Problem> problems) {

    /**
     * Links by state.
     *
     * @param skipped there before the source was watched
     */
    record LinkCounts(int taken, int pending, int skipped, int refused, int failed) {
        static LinkCounts of(Map<LinkState, Integer> counts) {
            return new LinkCounts(
                    counts.getOrDefault(LinkState.TAKEN, 0),
                    counts.getOrDefault(LinkState.PENDING, 0),
                    counts.getOrDefault(LinkState.SKIPPED, 0),
                    counts.getOrDefault(LinkState.REFUSED, 0),
                    counts.getOrDefault(LinkState.FAILED, 0));
        }
    }

    /**
     * A link that could not be taken.
     *
     * @param state {@code PENDING} where it is tried again
     * @param reason in English and Chinese
     */
    record Problem(
            String url,
            LinkState state,
            int attempts,
            @Nullable String reason) {
        static Problem of(WatchedLink link) {
            return new Problem(link.url(), link.state(), link.attempts(), link.reason());
        }
    }

    static SourceView of(
            WatchedSource source,
            Map<LinkState, Integer> counts,
            @Nullable List<WatchedLink> problems,
            SourceSettings settings,
            Instant now) {
        SourceDefinition definition = source.definition();
        WatchedSource.State state = source.state();
        SourceStatus status = status(source, settings, now);
        boolean waits = definition.active() && source.leaseToken() == null;
        return new SourceView(
                source.id(),
                definition.name(),
                definition.url(),
                definition.kind(),
                definition.every().toString(),
                definition.selector(),
                definition.linkContains(),
                definition.backfill(),
                definition.history(),
                definition.silentAfter() == null
                        ? null
                        : definition.silentAfter().toString(),
                definition.active(),
                source.version(),
                source.createdAt(),
                source.updatedAt(),
                status,
                state.seenAs(),
                state.lastAttempt(),
                state.lastSuccess(),
                state.lastNewDocument(),
                state.failures(),
                error(source, status, now),
                waits ? source.leasedUntil() : null,
                LinkCounts.of(counts),
                state.changed(),
                problems == null ? null : problems.stream().map(Problem::of).toList());
    }

    /** Whether it led to nothing new for longer than it should. */
    static boolean isSilent(WatchedSource source, SourceSettings settings, Instant now) {
        Duration own = source.definition().silentAfter();
        return source.quietSince()
                .plus(own == null ? settings.silentAfter() : own)
                .isBefore(now);
    }

    private static SourceStatus status(WatchedSource source, SourceSettings settings, Instant now) {
        if (!source.definition().active()) {
            return SourceStatus.PAUSED;
        }
        if (source.state().failures() > 0) {
            return SourceStatus.FAILING;
        }
        if (source.state().lastSuccess() == null) {
            return SourceStatus.NEW;
        }
        return isSilent(source, settings, now) ? SourceStatus.SILENT : SourceStatus.OK;
    }

    private static @Nullable String error(WatchedSource source, SourceStatus status, Instant now) {
        return status == SourceStatus.SILENT
                ? Sentences.silent(Duration.between(source.quietSince(), now))
                : source.state().error();
    }
}
