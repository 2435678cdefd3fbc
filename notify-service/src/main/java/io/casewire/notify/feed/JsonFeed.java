package io.casewire.notify.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.casewire.contracts.wire.WireJson;
import java.time.Instant;
import java.util.List;

/**
 * JSON Feed 1.1 (jsonfeed.org).
 *
 * @param version address of the specification
 */
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        String language,
        List<Author> authors,
        List<Item> items) {
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    record Author(String name) {}

    /**
     * An entry.
     *
     * @param url the page for people
     * @param casewire what the specification has no place for
     */
    record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String contentText,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<String> tags,
            @JsonProperty("_casewire") Extension casewire) {

        static Item of(Feed feed, FeedEntry entry) {
            return new Item(
                    Feed.idOf(entry),
                    feed.pageOf(entry),
                    entry.title(),
                    entry.summary() == null ? entry.title() : entry.summary(),
                    entry.recordedAt(),
                    entry.toldAt(),
                    entry.history() ? List.of("历史补录") : List.of(),
                    new Extension(entry.type(), entry.history()));
        }
    }

    /**
     * The extension {@code _casewire}.
     *
     * @param type wire name of the event
     * @param history whether it came with a load of history
     */
    record Extension(String type, boolean history) {}

    static byte[] of(Feed feed) {
        return WireJson.mapper()
                .writeValueAsBytes(new JsonFeed(
                        VERSION,
                        feed.title(),
                        feed.home(),
                        feed.self(),
                        Feed.LANGUAGE,
                        List.of(new Author("Casewire")),
                        feed.entries().stream()
                                .map(entry -> Item.of(feed, entry))
                                .toList()));
    }
}
