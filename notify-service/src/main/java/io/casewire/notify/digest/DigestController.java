package io.casewire.notify.digest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.identity.Caller;
import io.casewire.notify.subscription.OwnedSubscriptions;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The digests that were made for a subscription, those with nothing in them too. */
@RestController
class DigestController {
    private static final int MAX_PAGE = 200;

    private final StoredDigests digests;
    private final OwnedSubscriptions owned;

    DigestController(StoredDigests digests, OwnedSubscriptions owned) {
        this.digests = digests;
        this.owned = owned;
    }

    /** The digests of a subscription that were made, newest first, the empty ones too. */
    @GetMapping("/api/notify/v1/subscriptions/{id}/digests")
    Page<View> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size,
            Caller caller) {
        int asked = Page.size(size, MAX_PAGE);
        return Page.of(
                digests.page(owned.find(id, caller).id(), Cursor.read(cursor, DigestController::after), asked + 1),
                asked,
                View::of,
                digest -> digest.madeAt().toEpochMilli() + "_" + digest.id());
    }

    private static StoredDigests.After after(String key) {
        int end = key.indexOf('_');
        if (end < 0) {
            throw new IllegalArgumentException("no place");
        }
        return new StoredDigests.After(
                Instant.ofEpochMilli(Long.parseLong(key.substring(0, end))), key.substring(end + 1));
    }

    /**
     * A digest as the owner of the subscription sees it.
     *
     * @param windows how many times it makes up for
     * @param events how many it tells of
     * @param deliveries ids of the messages that tell it, one for each part; empty where nothing had happened
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            long number,
            Digest.Kind kind,
            @Nullable String document,
            Instant from,
            Instant until,
            int windows,
            boolean late,
            boolean provisional,
            Instant madeAt,
            int events,
            List<String> deliveries) {
        static View of(Digest digest) {
            return new View(
                    digest.id(),
                    digest.number(),
                    digest.kind(),
                    digest.document(),
                    digest.from(),
                    digest.until(),
                    digest.windows(),
                    digest.late(),
                    digest.provisional(),
                    digest.madeAt(),
                    digest.entries().size(),
                    digest.deliveries());
        }
    }
}
