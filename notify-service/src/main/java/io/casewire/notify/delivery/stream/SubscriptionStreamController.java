package io.casewire.notify.delivery.stream;

import io.casewire.identity.Caller;
import io.casewire.notify.matching.SubscriptionFilter;
import io.casewire.notify.subscription.OwnedSubscriptions;
import io.casewire.notify.subscription.Subscription;
import io.casewire.notify.subscription.Subscriptions;
import io.casewire.serving.problem.Problems;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What one subscription is told of, as a live stream: for its owner, and for whoever knows the address of its private feed. */
@RestController
class SubscriptionStreamController {
    private final OpenStreams streams;
    private final OwnedSubscriptions owned;
    private final Subscriptions subscriptions;
    private final InstantSource clock;

    SubscriptionStreamController(
            OpenStreams streams, OwnedSubscriptions owned, Subscriptions subscriptions, InstantSource clock) {
        this.streams = streams;
        this.owned = owned;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** What a subscription is told of, as it happens; goes on after {@code Last-Event-ID} or {@code lastEventId}. */
    @GetMapping(path = "/api/notify/v1/subscriptions/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> owners(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String lastEventId,
            Caller caller) {
        Subscription subscription = owned.find(id, caller);
        return open(
                subscription,
                LastEventId.of(header, lastEventId),
                () -> subscriptions.find(subscription.subscriptionId()));
    }

    /** The same for whoever knows the address of its private feed. */
    @GetMapping(path = "/api/notify/v1/feeds/{token}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> feed(
            @PathVariable String token,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String lastEventId) {
        Subscription subscription = subscriptions.openedBy(token).orElseThrow(SubscriptionStreamController::unknown);
        return open(subscription, LastEventId.of(header, lastEventId), () -> subscriptions.openedBy(token));
    }

    /** Of the subscription as it is now; when it changes, ends or its feed is closed, so does the stream. */
    private ResponseEntity<SseEmitter> open(
            Subscription subscription, @Nullable String lastId, Supplier<Optional<Subscription>> again) {
        SubscriptionFilter filter = new SubscriptionFilter(subscription, clock.instant());
        return streams.open(
                event -> filter.takes(
                        event.facts(), event.line().recordedTime(), event.line().backfill()),
                lastId,
                () -> again.get()
                        .filter(now -> now.version() == subscription.version())
                        .isPresent());
    }

    private static ErrorResponseException unknown() {
        ErrorResponseException refused =
                Problems.refused(HttpStatus.NOT_FOUND, "unknown-feed", "There is no feed at this address.");
        refused.getBody().setInstance(URI.create("/api/notify/v1/feeds"));
        refused.getHeaders().setCacheControl(CacheControl.noStore());
        return refused;
    }
}
