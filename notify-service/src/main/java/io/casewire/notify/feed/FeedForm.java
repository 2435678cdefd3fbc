package io.casewire.notify.feed;

import org.springframework.http.MediaType;

/** The forms of a feed. */
enum FeedForm {
    ATOM("application/atom+xml"),
    JSON("application/feed+json");

    private final String type;

    FeedForm(String type) {
        this.type = type;
    }

    /** Its media type, without parameters. */
    String type() {
        return type;
    }

    /** What an answer in it says of itself. */
    MediaType contentType() {
        return MediaType.parseMediaType(this == ATOM ? type + ";charset=UTF-8" : type);
    }

    byte[] write(Feed feed) {
        return switch (this) {
            case ATOM -> AtomFeed.of(feed);
            case JSON -> JsonFeed.of(feed);
        };
    }
}
