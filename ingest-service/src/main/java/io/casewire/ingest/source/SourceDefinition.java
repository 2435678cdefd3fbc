package io.casewire.ingest.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says of a source.
 *
 * @param name that people and metrics know it by; no other source has it
 * @param url of the page, in its one form
 * @param kind null: told by what comes
 * @param every how often it is looked at
 * @param selector CSS, of the links or of what they stand in; null: all links that look like a document's
 * @param linkContains what a link's address or text has to contain; null: anything
 * @param backfill whether its documents are history that alerts nobody
 * @param history what becomes of the links of the first look
 * @param silentAfter without a new document it is silent; null: as the settings say
 * @param active false while it is paused
 */
record SourceDefinition(
        String name,
        String url,
        @Nullable SourceKind kind,
        Duration every,
        @Nullable String selector,
        @Nullable String linkContains,
        boolean backfill,
        History history,
        @Nullable Duration silentAfter,
        boolean active) {

    /** Whether the operator says which links are meant. */
    boolean choosesLinks() {
        return selector != null || linkContains != null;
    }
}
