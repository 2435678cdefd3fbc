package io.casewire.notify.subscription;

import io.casewire.identity.Caller;
import io.casewire.serving.openapi.Described;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens and closes private feeds. */
@RestController
@RequestMapping("/api/notify/v1/subscriptions/{id}/feed")
class FeedTokenController {
    private static final String FEEDS = "/api/notify/v1/feeds/";

    private final OwnedSubscriptions owned;
    private final PublicRoot root;
    private final InstantSource clock;

    FeedTokenController(OwnedSubscriptions owned, PublicRoot root, InstantSource clock) {
        this.owned = owned;
        this.root = root;
        this.clock = clock;
    }

    /** Makes the addresses of the feed and shows them this once; those of before lead nowhere from now on. */
    @PostMapping
    @Described(status = 201)
    ResponseEntity<Opened> open(@PathVariable String id, Caller caller, HttpServletRequest request) {
        Subscription current = owned.find(id, caller);
        FeedToken token = FeedToken.draw(current.subscriptionId());
        Instant now = clock.instant();
        Subscription next = owned.replace(current.opened(token.hash(), now));
        String address = root.of(request) + FEEDS + token.text();
        return ResponseEntity.created(URI.create(address + ".atom"))
                .cacheControl(CacheControl.noStore())
                .body(new Opened(next.id(), address + ".atom", address + ".json", now));
    }

    /** Closes the private feed of a subscription; its address opens nothing any more. */
    @DeleteMapping
    ResponseEntity<Void> close(@PathVariable String id, Caller caller) {
        Subscription current = owned.find(id, caller);
        if (current.feedHash() != null) {
            owned.replace(current.opened(null, clock.instant()));
        }
        return ResponseEntity.noContent().build();
    }

    /**
     * Where the feed is read, by whoever knows.
     *
     * @param json the same as JSON Feed
     */
    record Opened(String subscription, String atom, String json, Instant openedAt) {
        @Override
        public String toString() {
            return "Opened";
        }
    }
}
