package io.casewire.serving.feed;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The forms of a feed. */
public enum FeedForm {
    ATOM("application/atom+xml"),
    JSON("application/feed+json");

    private static final int DIGEST_BYTES = 16;

    /** What is told at one time comes one after another: until it is in, a date tells too little. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final String type;

    FeedForm(String type) {
        this.type = type;
    }

    /** Its media type, without parameters. */
    String type() {
        return type;
    }

    /** The feed in this form; a 304 where the reader has it already, by either validator. */
    public ResponseEntity<byte[]> answer(Feed feed, CacheControl caching, Instant now) {
        byte[] body = write(feed);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().eTag(digest(body)).cacheControl(caching);
        if (feed.updated().isBefore(now.minus(SETTLED))) {
            answer.lastModified(feed.updated());
        }
        return answer.contentType(contentType()).body(body);
    }

    private MediaType contentType() {
        return MediaType.parseMediaType(this == ATOM ? type + ";charset=UTF-8" : type);
    }

    private byte[] write(Feed feed) {
        return switch (this) {
            case ATOM -> AtomFeed.of(feed);
            case JSON -> JsonFeed.of(feed);
        };
    }

    private static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
