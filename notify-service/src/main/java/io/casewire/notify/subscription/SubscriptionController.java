package io.casewire.notify.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions over HTTP. An agency sees and changes its own; an operator all. What is somebody else's does not exist. */
@RestController
@RequestMapping("/api/notify/v1/subscriptions")
class SubscriptionController {
    private static final int PAGE = 100;

    private final Subscriptions subscriptions;
    private final Requirements requirements;
    private final SubscriptionSettings settings;
    private final InstantSource clock;

    SubscriptionController(
            Subscriptions subscriptions,
            Requirements requirements,
            SubscriptionSettings settings,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.requirements = requirements;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<SubscriptionView> create(@RequestBody SubscriptionWish wish, Caller caller) {
        Requirements.Granted granted = requirements.check(wish);
        String agency = agency(wish, caller);
        if (subscriptions.count(agency) >= settings.perAgency()) {
            throw new InvalidSubscription(List.of("An agency may have " + settings.perAgency() + " subscriptions."));
        }
        var now = clock.instant();
        SigningSecret secret = granted.secret() == null ? SigningSecret.draw() : granted.secret();
        boolean active = !Boolean.FALSE.equals(wish.active());
        Subscription subscription = new Subscription(
                SubscriptionId.derive(UUID.randomUUID().toString()).value(),
                agency,
                granted.criteria(),
                List.of(new Subscription.Term(granted.criteria(), active, now)),
                Boolean.TRUE.equals(wish.includeHistory()),
                granted.url(),
                secret,
                null,
                null,
                active,
                null,
                1,
                false,
                now,
                now);
        subscriptions.insert(subscription);
        return ResponseEntity.created(URI.create("/api/notify/v1/subscriptions/" + subscription.id()))
                .eTag(tag(subscription))
                .body(SubscriptionView.of(subscription, secret));
    }

    @GetMapping
    Page list(@RequestParam(required = false) @Nullable String cursor, Caller caller) {
        List<Subscription> found =
                subscriptions.page(caller.has(Role.OPERATOR) ? null : caller.agency(), cursor, PAGE + 1);
        List<Subscription> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page(
                shown.stream()
                        .map(subscription -> SubscriptionView.of(subscription, null))
                        .toList(),
                found.size() > PAGE ? shown.getLast().id() : null);
    }

    @GetMapping("/{id}")
    ResponseEntity<SubscriptionView> get(@PathVariable String id, Caller caller) {
        return answer(owned(id, caller), null);
    }

    @PutMapping("/{id}")
    ResponseEntity<SubscriptionView> change(
            @PathVariable String id, @RequestBody SubscriptionWish wish, Caller caller) {
        Subscription current = owned(id, caller);
        Requirements.Granted granted = requirements.check(wish);
        if (granted.secret() != null) {
            throw new InvalidSubscription(List.of("A secret is changed by POST to …/secret."));
        }
        return replace(
                current.changed(
                        granted.criteria(),
                        Boolean.TRUE.equals(wish.includeHistory()),
                        granted.url(),
                        !Boolean.FALSE.equals(wish.active()),
                        clock.instant()),
                null);
    }

    @PostMapping("/{id}/secret")
    ResponseEntity<SubscriptionView> rotate(
            @PathVariable String id, @RequestBody(required = false) @Nullable SecretWish wish, Caller caller) {
        Subscription current = owned(id, caller);
        SigningSecret next = wish == null || wish.secret() == null ? SigningSecret.draw() : brought(wish.secret());
        var now = clock.instant();
        return replace(current.rotated(next, now.plus(settings.rotation()), now), next);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id, Caller caller) {
        if (!subscriptions.replace(owned(id, caller).removed(clock.instant()))) {
            throw new ConcurrentChange();
        }
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onInvalid(InvalidSubscription invalid) {
        ProblemDetail problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "invalid-subscription", String.join(" ", invalid.sentences()));
        problem.setProperty("errors", invalid.sentences());
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onUnknown(UnknownSubscription unknown) {
        return ResponseEntity.of(
                        problem(HttpStatus.NOT_FOUND, "unknown-subscription", "You have no such subscription."))
                .build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onConcurrent(ConcurrentChange concurrent) {
        return ResponseEntity.of(problem(
                        HttpStatus.CONFLICT,
                        "concurrent-change",
                        "Somebody else changed the subscription; look again."))
                .build();
    }

    private ResponseEntity<SubscriptionView> replace(Subscription next, @Nullable SigningSecret shown) {
        if (!subscriptions.replace(next)) {
            throw new ConcurrentChange();
        }
        return answer(next, shown);
    }

    private Subscription owned(String id, Caller caller) {
        try {
            return subscriptions
                    .find(new SubscriptionId(id))
                    .filter(found -> caller.has(Role.OPERATOR) || found.agency().equals(caller.agency()))
                    .orElseThrow(UnknownSubscription::new);
        } catch (IllegalArgumentException e) {
            throw new UnknownSubscription();
        }
    }

    private static String agency(SubscriptionWish wish, Caller caller) {
        String wanted = wish.agency() == null ? caller.agency() : wish.agency();
        if (wanted == null || wanted.isBlank() || wanted.length() > 200) {
            throw new InvalidSubscription(List.of("An operator names the agency of a subscription."));
        }
        if (!caller.has(Role.OPERATOR) && !Objects.equals(wanted, caller.agency())) {
            throw new InvalidSubscription(List.of("An agency subscribes for itself only."));
        }
        return wanted;
    }

    private static SigningSecret brought(String text) {
        List<String> wrong = new ArrayList<>();
        SigningSecret secret = Requirements.secret(text, wrong);
        if (secret == null) {
            throw new InvalidSubscription(wrong);
        }
        return secret;
    }

    private static ResponseEntity<SubscriptionView> answer(Subscription subscription, @Nullable SigningSecret shown) {
        return ResponseEntity.ok().eTag(tag(subscription)).body(SubscriptionView.of(subscription, shown));
    }

    private static String tag(Subscription subscription) {
        return "\"" + subscription.version() + "\"";
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:casewire:problem:" + slug));
        return problem;
    }

    /** A page of subscriptions; {@code next} is the cursor of the page after it, absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<SubscriptionView> items, @Nullable String next) {}

    /** A secret brought by the subscriber; drawn by the service if absent. */
    record SecretWish(@Nullable String secret) {
        @Override
        public String toString() {
            return "SecretWish";
        }
    }

    private static final class UnknownSubscription extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class ConcurrentChange extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
