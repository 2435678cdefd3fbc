package io.casewire.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * A source as an operator asks for it. Names and times are read by {@link SourceRules}.
 *
 * @param kind absent: told by what comes
 * @param every ISO 8601; an hour if absent
 * @param backfill false if absent
 * @param history {@code SKIP} if absent
 * @param silentAfter ISO 8601; as the settings say if absent
 * @param active true if absent
 */
record SourceRequest(
        @Nullable String name,
        @Nullable String url,
        @Nullable String kind,
        @Nullable String every,
        @Nullable String selector,
        @Nullable String linkContains,
        @Nullable Boolean backfill,
        @Nullable String history,
        @Nullable String silentAfter,
        @Nullable Boolean active) {}
