package io.casewire.notify.subscription;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.identity.Caller;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Problems;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
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
    /** Subscriptions one receiver of mail has not confirmed. */
    private static final int MAX_WAITING = 5;

    private static final List<Pace.Limit> QUESTIONS = List.of(new Pace.Limit(MAX_WAITING, Duration.ofDays(1)));

    /** An id; "preview" is an address of its own. */
    private static final String ID = "/{id:(?!preview$).*}";

    private final Subscriptions subscriptions;
    private final OwnedSubscriptions owned;
    private final Requirements requirements;
    private final Invitations invitations;
    private final SubscriptionSettings settings;
    private final InstantSource clock;
    private final Pace questions = new Pace();
    private final ApplicationEventPublisher told;

    SubscriptionController(
            Subscriptions subscriptions,
            OwnedSubscriptions owned,
            Requirements requirements,
            Invitations invitations,
            SubscriptionSettings settings,
            InstantSource clock,
            ApplicationEventPublisher told) {
        this.subscriptions = subscriptions;
        this.owned = owned;
        this.told = told;
        this.requirements = requirements;
        this.invitations = invitations;
        this.settings = settings;
        this.clock = clock;
    }

    /** Subscribes; the answer has the secret of a webhook, this once. */
    @PostMapping
    @Described(status = 201)
    ResponseEntity<SubscriptionView> create(@RequestBody SubscriptionRequest request, Caller caller) {
        Requirements.Valid valid = requirements.check(request, Route.NONE, clock.instant());
        String agency = Owners.of(request, valid.criteria(), caller);
        if (subscriptions.count(agency) >= settings.perAgency()) {
            throw new InvalidSubscription("An agency may have " + settings.perAgency() + " subscriptions.");
        }
        checkAskedOften(valid.route());
        Subscription subscription = Subscription.create(
                        SubscriptionId.derive(UUID.randomUUID().toString()),
                        agency,
                        valid.criteria(),
                        request.hasHistory(),
                        valid.route(),
                        Activity.of(request.wantsToRun(), valid.route()),
                        clock.instant())
                .with(valid.name(), valid.expiresAt(), valid.timing());
        subscriptions.insert(subscription);
        if (subscription.route().asksFirst()) {
            invitations.invite(subscription);
        }
        return ResponseEntity.created(URI.create("/api/notify/v1/subscriptions/" + subscription.id()))
                .eTag(tag(subscription))
                .body(SubscriptionView.of(subscription, subscription.secrets().secret(), clock.instant()));
    }

    /** The caller's subscriptions, an operator's all. */
    @GetMapping
    Page<SubscriptionView> list(@RequestParam(required = false) @Nullable String cursor, Caller caller) {
        SubscriptionId after = Cursor.read(cursor, SubscriptionId::new);
        return Page.of(
                subscriptions.page(Reach.of(caller), after == null ? null : after.value(), PAGE + 1),
                PAGE,
                subscription -> SubscriptionView.of(subscription, null, clock.instant()),
                Subscription::id);
    }

    /** A subscription, without its secret. */
    @GetMapping(ID)
    ResponseEntity<SubscriptionView> get(@PathVariable String id, Caller caller) {
        return answer(owned.find(id, caller), null);
    }

    /** Replaces what a subscription asks for; its channel stays of its kind. */
    @PutMapping(ID)
    ResponseEntity<SubscriptionView> change(
            @PathVariable String id, @RequestBody SubscriptionRequest request, Caller caller) {
        Subscription current = owned.find(id, caller);
        Requirements.Valid valid = requirements.check(request, current.route(), clock.instant());
        Routes.keeps(current.route(), valid.route(), request);
        if (request.agency() != null && !request.agency().equals(current.agency())) {
            throw new InvalidSubscription("A subscription stays with its agency, here '" + current.agency() + "': '"
                    + request.agency() + "' makes one for itself.");
        }
        Owners.checkConcern(current.agency(), valid.criteria());
        Route to = current.route().to(valid.route());
        boolean elsewhere = to.asksFirst() && !to.equals(current.route());
        if (elsewhere) {
            checkAskedOften(to);
        }
        Subscription next = current.changed(
                        valid.criteria(),
                        request.hasHistory(),
                        to,
                        Activity.of(request.wantsToRun(), to),
                        clock.instant())
                .with(valid.name(), valid.expiresAt(), valid.timing());
        ResponseEntity<SubscriptionView> answer = answer(owned.replace(next), null);
        if (elsewhere) {
            invitations.invite(next);
        }
        return answer;
    }

    /** Asks the receiver of mail, or a webhook's endpoint, once more. */
    @PostMapping(ID + "/confirmation")
    @Described(status = 202)
    ResponseEntity<SubscriptionView> ask(@PathVariable String id, Caller caller) {
        Instant now = clock.instant();
        Subscription next = owned.replace(Questions.again(owned.find(id, caller), now));
        invitations.invite(next);
        return ResponseEntity.accepted().eTag(tag(next)).body(SubscriptionView.of(next, null, now));
    }

    /** A new secret for the webhook; the one before signs too for a while. */
    @PostMapping(ID + "/secret")
    ResponseEntity<SubscriptionView> rotate(
            @PathVariable String id, @RequestBody(required = false) @Nullable SecretRequest request, Caller caller) {
        Subscription current = owned.find(id, caller);
        if (!current.hasWebhook()) {
            throw Problems.refused(HttpStatus.CONFLICT, "no-secret", "Only webhooks are signed with a secret of ours.");
        }
        SigningSecret next =
                request == null || request.secret() == null ? SigningSecret.draw() : brought(request.secret());
        var now = clock.instant();
        return answer(owned.replace(current.rotated(next, now.plus(settings.rotation()), now)), next);
    }

    /** Ends a subscription and drops it. */
    @DeleteMapping(ID)
    ResponseEntity<Void> delete(@PathVariable String id, Caller caller) {
        owned.replace(owned.find(id, caller).removed(clock.instant()));
        told.publishEvent(new SubscriptionRemoved(id));
        return ResponseEntity.noContent().build();
    }

    /** Nobody's box is to be filled with questions, whoever asks them. */
    private void checkAskedOften(Route route) {
        Mailbox mailbox = route.mailbox();
        if (mailbox == null) {
            return;
        }
        if (subscriptions.waiting(mailbox.address()) >= MAX_WAITING
                || !questions
                        .take(mailbox.address(), QUESTIONS, clock.instant())
                        .isZero()) {
            throw new InvalidSubscription("That receiver was asked to confirm " + MAX_WAITING
                    + " subscriptions already, and is asked no more until it has, or for a day.");
        }
    }

    private static SigningSecret brought(String text) {
        List<String> wrong = new ArrayList<>();
        SigningSecret secret = Routes.secret(text, wrong);
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
