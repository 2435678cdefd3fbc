package io.casewire.notify.subscription;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.serving.openapi.Described;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where links in mails lead: pages for people without an account, who prove themselves by what is in the link. To look at one
 * changes nothing, since programs that check mails follow every link; its button does.
 */
@RestController
@RequestMapping("/api/notify/v1/mail/{id}")
class ReceiverController {
    private final Subscriptions subscriptions;
    private final InstantSource clock;

    ReceiverController(Subscriptions subscriptions, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** A page that asks the receiver of mail whether it wants messages. */
    @GetMapping("/confirmation")
    @Described(
            status = {200, 404},
            answers = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> confirmation(@PathVariable String id, @RequestParam String token) {
        return named(id)
                .filter(found -> found.mailbox() != null
                        && found.mailbox().isInvitedBy(new MailToken(token).digest(), clock.instant()))
                .map(found -> ReceiverPage.answer(HttpStatus.OK, ReceiverPage.confirm(found.agency())))
                .orElseGet(ReceiverController::nothing);
    }

    /** The receiver of mail wants messages. */
    @PostMapping("/confirmation")
    @Described(
            status = {200, 404},
            answers = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> confirm(@PathVariable String id, @RequestParam String token) {
        return named(id)
                .filter(found -> subscriptions.confirm(found.subscriptionId(), new MailToken(token), clock.instant()))
                .map(_ -> ReceiverPage.answer(HttpStatus.OK, ReceiverPage.CONFIRMED))
                .orElseGet(ReceiverController::nothing);
    }

    /** A page that asks the receiver of mail whether it wants no more messages. */
    @GetMapping("/unsubscription")
    @Described(
            status = {200, 404},
            answers = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> unsubscription(@PathVariable String id, @RequestParam String key) {
        return named(id)
                .filter(found -> found.mailbox() != null
                        && new MailToken(key).is(found.mailbox().key()))
                .map(found -> ReceiverPage.answer(HttpStatus.OK, ReceiverPage.unsubscribe(found.agency())))
                .orElseGet(ReceiverController::nothing);
    }

    /** By the button, or by a program for mail with one click (RFC 8058), which says so in the body. */
    @PostMapping("/unsubscription")
    @Described(
            status = {200, 404},
            answers = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> unsubscribe(
            @PathVariable String id,
            @RequestParam String key,
            @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String oneClick) {
        return named(id)
                .filter(found -> subscriptions.unsubscribe(found.subscriptionId(), new MailToken(key), clock.instant()))
                .map(_ -> ReceiverPage.answer(HttpStatus.OK, ReceiverPage.UNSUBSCRIBED))
                .orElseGet(ReceiverController::nothing);
    }

    private Optional<Subscription> named(String id) {
        try {
            return subscriptions.find(new SubscriptionId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<byte[]> nothing() {
        return ReceiverPage.answer(HttpStatus.NOT_FOUND, ReceiverPage.NOTHING);
    }
}
