package io.casewire.notify.subscription;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.identity.Caller;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions over HTTP. An agency or region sees and changes its own, a coordinator those of regions, an operator all. What is somebody else's does not exist. */
@RestController
@RequestMapping("/api/notify/v1/subscriptions")
class SubscriptionController {
    private static final int PAGE = 100;
    /** An id; "preview" is an address of its own. */
    private static final String ID = "/{id:(?!preview$).*}";

    private final Subscriptions subscriptions;
    private final OwnedSubscriptions owned;
    private final Requirements requirements;
    private final SubscriptionSettings settings;
    private final InstantSource clock;
    private final ApplicationEventPublisher told;

    SubscriptionController(
            Subscriptions subscriptions,
            OwnedSubscriptions owned,
            Requirements requirements,
            SubscriptionSettings settings,
            InstantSource clock,
            ApplicationEventPublisher told) {
        this.subscriptions = subscriptions;
        this.owned = owned;
        this.told = told;
        this.requirements = requirements;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<SubscriptionView> create(@RequestBody SubscriptionRequest request, Caller caller) {
        Requirements.Valid valid = requirements.check(request, clock.instant());
        String agency = Owners.of(request, valid.criteria(), caller);
        if (subscriptions.count(agency) >= settings.perAgency()) {
            throw new InvalidSubscription("An agency may have " + settings.perAgency() + " subscriptions.");
        }
        Subscription subscription = Subscription.create(
                        SubscriptionId.derive(UUID.randomUUID().toString()),
                        agency,
                        valid.criteria(),
                        request.hasHistory(),
                        valid.url(),
                        valid.secrets(),
                        request.activity(),
                        clock.instant())
                .with(valid.name(), valid.expiresAt());
        subscriptions.insert(subscription);
        return ResponseEntity.created(URI.create("/api/notify/v1/subscriptions/" + subscription.id()))
                .eTag(tag(subscription))
                .body(SubscriptionView.of(subscription, subscription.secrets().secret(), clock.instant()));
    }

    @GetMapping
    Page<SubscriptionView> list(@RequestParam(required = false) @Nullable String cursor, Caller caller) {
        SubscriptionId after = Cursor.read(cursor, SubscriptionId::new);
        return Page.of(
                subscriptions.page(Reach.of(caller), after == null ? null : after.value(), PAGE + 1),
                PAGE,
                subscription -> SubscriptionView.of(subscription, null, clock.instant()),
                Subscription::id);
    }

    @GetMapping(ID)
    ResponseEntity<SubscriptionView> get(@PathVariable String id, Caller caller) {
        return answer(owned.find(id, caller), null);
    }

    @PutMapping(ID)
    ResponseEntity<SubscriptionView> change(
            @PathVariable String id, @RequestBody SubscriptionRequest request, Caller caller) {
        Subscription current = owned.find(id, caller);
        Requirements.Valid valid = requirements.check(request, clock.instant());
        if (valid.secret() != null) {
            throw new InvalidSubscription("A secret is changed by POST to …/secret.");
        }
        if (request.agency() != null && !request.agency().equals(current.agency())) {
            throw new InvalidSubscription("A subscription stays with its agency, here '" + current.agency() + "': '"
                    + request.agency() + "' makes one for itself.");
        }
        if (valid.url().isEmpty() == current.hasWebhook()) {
            throw new InvalidSubscription("A subscription keeps its way of telling: make another one for "
                    + (current.hasWebhook() ? "a feed alone." : "a webhook."));
        }
        Owners.checkConcern(current.agency(), valid.criteria());
        Subscription next = current.changed(
                valid.criteria(), request.hasHistory(), valid.url(), request.activity(), clock.instant());
        return answer(owned.replace(next.with(valid.name(), valid.expiresAt())), null);
    }

    @PostMapping(ID + "/secret")
    ResponseEntity<SubscriptionView> rotate(
            @PathVariable String id, @RequestBody(required = false) @Nullable SecretRequest request, Caller caller) {
        Subscription current = owned.find(id, caller);
        if (!current.hasWebhook()) {
            throw new InvalidSubscription("There is no webhook whose messages would be signed.");
        }
        SigningSecret next =
                request == null || request.secret() == null ? SigningSecret.draw() : brought(request.secret());
        var now = clock.instant();
        return answer(owned.replace(current.rotated(next, now.plus(settings.rotation()), now)), next);
    }

    @DeleteMapping(ID)
    ResponseEntity<Void> delete(@PathVariable String id, Caller caller) {
        owned.replace(owned.find(id, caller).removed(clock.instant()));
        told.publishEvent(new SubscriptionRemoved(id));
        return ResponseEntity.noContent().build();
    }

    private static SigningSecret brought(String text) {
        List<String> wrong = new ArrayList<>();
        SigningSecret secret = Requirements.secret(text, wrong);
        if (secret == null) {
            throw new InvalidSubscription(wrong);
        }
        return secret;
    }

    private ResponseEntity<SubscriptionView> answer(Subscription subscription, @Nullable SigningSecret shown) {
        return ResponseEntity.ok()
                .eTag(tag(subscription))
                .body(SubscriptionView.of(subscription, shown, clock.instant()));
    }

    private static String tag(Subscription subscription) {
        return "\"" + subscription.version() + "\"";
    }

    /** A secret brought by the subscriber; drawn by the service if absent. */
    record SecretRequest(@Nullable String secret) {
        @Override
        public String toString() {
            return "SecretRequest";
        }
    }
}
