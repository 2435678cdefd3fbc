package io.casewire.ingest.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A link that a source leads to.
 *
 * @param id of source and URL
 * @param source its id
 * @param url in its one form
 * @param host of the URL
 * @param seenAt when it was first seen
 * @param place on the page, from 0: lists begin with what is newest
 * @param attempts that failed in a row
 * @param notBefore earliest time of the next attempt
 * @param checkedAt when its file was last had or said to be unchanged; null before
 * @param etag of the file, null where there is none
 * @param lastModified the same
 * @param upload id of its latest upload; null before
 * @param reason why it is not taken, in English and Chinese; null where there is nothing to say
 */
record WatchedLink(
        @Id String id,
        String source,
        String url,
        String host,
        LinkState state,
        Instant seenAt,
        int place,
        int attempts,
        Instant notBefore,
        @Nullable Instant checkedAt,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String upload,
        @Nullable String reason) {}
