package io.casewire.notify.feed;

import io.casewire.notify.subscription.PublicRoot;
import io.casewire.notify.subscription.Subscription;
import io.casewire.notify.subscription.Subscriptions;
import io.casewire.serving.feed.Feed;
import io.casewire.serving.feed.FeedForm;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** Of titles and of the words of documents. */
    private static final String LANGUAGE = "zh-CN";

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
    @Described(answers = {"application/atom+xml", "application/feed+json"})
    ResponseEntity<byte[]> read(@PathVariable String token, @PathVariable FeedForm form, HttpServletRequest request) {
        Subscription subscription = subscriptions.openedBy(token).orElseThrow(FeedController::unknown);
        Feed feed = feed(subscription, request);
        ResponseEntity<byte[]> answer = form.answer(feed, CacheControl.noCache().cachePrivate(), clock.instant());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(answer.getBody());
    }

    private Feed feed(Subscription subscription, HttpServletRequest request) {
        String begin = root.of(request);
        List<FeedEntry> told = new ArrayList<>();
        subscription.givenUp().ifPresent(how -> told.add(FeedEntry.ofStopped(subscription, how)));
        told.addAll(
                subscription.sends() ? delivered.last(subscription.id(), SHOWN) : kept.last(subscription.id(), SHOWN));
        return new Feed(
                "urn:casewire:feed:" + subscription.id(),
                "Casewire · " + (subscription.name() == null ? "订阅" : subscription.name()),
                LANGUAGE,
                begin + request.getRequestURI(),
                null,
                null,
                begin + "/#/",
                told.stream()
                        .map(FeedEntry::toldAt)
                        .max(Comparator.naturalOrder())
                        .orElse(subscription.createdAt()),
                told.stream().map(entry -> entry.shown(begin)).toList());
    }

    /** Says the same of every address that opens nothing, and does not repeat it. */
    private static ErrorResponseException unknown() {
        ErrorResponseException refused =
                Problems.refused(HttpStatus.NOT_FOUND, "unknown-feed", "There is no feed at this address.");
        refused.getBody().setInstance(URI.create("/api/notify/v1/feeds"));
        refused.getHeaders().setCacheControl(CacheControl.noStore());
        return refused;
    }
}
