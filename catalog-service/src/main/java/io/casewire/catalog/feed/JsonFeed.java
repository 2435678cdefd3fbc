package io.casewire.catalog.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.casewire.contracts.wire.WireJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        @JsonProperty("next_url") @Nullable String nextUrl,
        String language,
        List<Author> authors,
        List<Item> items) {
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    record Author(String name) {}

    /**
     * An entry.
     *
     * @param url the page for people
     * @param contentHtml everything in it escaped
     * @param casewire what the specification has no place for
     */
    record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_html") String contentHtml,
            @Nullable String summary,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<String> tags,
            String language,
            @JsonProperty("_casewire") Extension casewire) {

        static Item of(FeedEntry entry) {
            return new Item(
                    entry.id(),
                    entry.page(),
                    entry.title(),
                    entry.html(),
                    entry.summary(),
                    entry.published(),
                    entry.updated(),
                    entry.marks().stream().map(FeedEntry.Mark::label).distinct().toList(),
                    // of the words of the documents
                    "zh-CN",
                    new Extension(
                            entry.data(),
                            entry.revision(),
                            terms(entry, "urn:casewire:domain"),
                            entry.history(),
                            entry.withdrawn()));
        }

        private static List<String> terms(FeedEntry entry, String scheme) {
            return entry.marks().stream()
                    .filter(mark -> mark.scheme().equals(scheme))
                    .map(FeedEntry.Mark::term)
                    .toList();
        }
    }

    /**
     * The extension {@code _casewire}.
     *
     * @param data address of the case as JSON
     * @param domains slugs
     * @param history whether it came with a load of history
     */
    record Extension(String data, long revision, List<String> domains, boolean history, boolean withdrawn) {}

    static byte[] of(Feed feed) {
        return WireJson.mapper()
                .writeValueAsBytes(new JsonFeed(
                        VERSION,
                        feed.title(),
                        feed.home(),
                        feed.self(),
                        feed.next(),
                        feed.language(),
                        List.of(new Author("Casewire")),
                        feed.entries().stream().map(Item::of).toList()));
    }
}
