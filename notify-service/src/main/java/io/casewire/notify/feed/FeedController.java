package io.casewire.notify.feed;

import io.casewire.notify.subscription.PublicRoot;
import io.casewire.notify.subscription.Subscription;
import io.casewire.notify.subscription.Subscriptions;
import io.casewire.serving.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Private feeds over HTTP: the address is what opens them. */
@RestController
class FeedController {
    private static final int SHOWN = 50;
    private static final int DIGEST_BYTES = 16;

    /** Events of one document come one after another: until they are in, a date tells too little. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Subscriptions subscriptions;
    private final KeptFeeds kept;
    private final DeliveredEvents delivered;
    private final PublicRoot root;
    private final InstantSource clock;

    FeedController(
            Subscriptions subscriptions,
            KeptFeeds kept,
            DeliveredEvents delivered,
            PublicRoot root,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.kept = kept;
        this.delivered = delivered;
        this.root = root;
        this.clock = clock;
    }

    /** The last events; a 304 where the reader has them already, by either validator. */
    @GetMapping("/api/notify/v1/feeds/{token}.{form}")
    ResponseEntity<byte[]> read(@PathVariable String token, @PathVariable FeedForm form, HttpServletRequest request) {
        Subscription subscription = subscriptions.openedBy(token).orElseThrow(FeedController::unknown);
        Feed feed = feed(subscription, request);
        byte[] body = form.write(feed);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .eTag(digest(body))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Robots-Tag", "noindex, nofollow");
        if (feed.updated().isBefore(clock.instant().minus(SETTLED))) {
            answer.lastModified(feed.updated());
        }
        return answer.contentType(form.contentType()).body(body);
    }

    private Feed feed(Subscription subscription, HttpServletRequest request) {
        String begin = root.of(request);
        return new Feed(
                "urn:casewire:feed:" + subscription.id(),
                "Casewire · " + (subscription.name() == null ? "订阅" : subscription.name()),
                begin + request.getRequestURI(),
                begin,
                subscription.createdAt(),
                subscription.sends() ? delivered.last(subscription.id(), SHOWN) : kept.last(subscription.id(), SHOWN));
    }

    /** Says the same of every address that opens nothing, and does not repeat it. */
    private static ErrorResponseException unknown() {
        ErrorResponseException refused =
                Problems.refused(HttpStatus.NOT_FOUND, "unknown-feed", "There is no feed at this address.");
        refused.getBody().setInstance(URI.create("/api/notify/v1/feeds"));
        refused.getHeaders().setCacheControl(CacheControl.noStore());
        return refused;
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
