package io.casewire.serving.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.casewire.contracts.wire.WireJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * @param contentHtml everything in it escaped; null where {@code contentText} says all
     * @param contentText null where there is HTML
     * @param casewire what the specification has no place for
     */
    record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_html") @Nullable String contentHtml,
            @JsonProperty("content_text") @Nullable String contentText,
            @Nullable String summary,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<String> tags,
            String language,
            @JsonProperty("_casewire") Map<String, Object> casewire) {

        static Item of(Feed.Entry entry) {
            boolean plain = entry.html() == null;
            return new Item(
                    entry.id(),
                    entry.page(),
                    entry.title(),
                    entry.html(),
                    plain ? Objects.requireNonNullElse(entry.summary(), entry.title()) : null,
                    plain ? null : entry.summary(),
                    entry.published(),
                    entry.updated(),
                    entry.marks().stream().map(Feed.Mark::label).distinct().toList(),
                    // of the words of the documents
                    "zh-CN",
                    entry.extension());
        }
    }

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
