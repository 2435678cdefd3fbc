package io.casewire.notify.subscription;

import io.casewire.serving.problem.Problems;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Asking a receiver once more whether it wants messages. */
final class Questions {
    private Questions() {}

    /**
     * The subscription whose receiver is asked again.
     *
     * @throws ErrorResponseException (409) where it need not be asked, or was only just
     */
    static Subscription again(Subscription current, Instant now) {
        Mailbox mailbox = current.mailbox();
        if (mailbox != null && mailbox.status() != Mailbox.Status.CONFIRMED) {
            if (!mailbox.mayBeAsked(now)) {
                throw askedAlready("A receiver is asked once in 24 hours, and five times in all.");
            }
            Mailbox again = mailbox.askedAgain(now);
            return current.with(again, running(current, Route.mail(again)), now);
        }
        Verification verification = current.secrets().verification();
        if (verification != null && verification.verifiedAt() == null) {
            if (!verification.mayBeAsked(now)) {
                throw askedAlready("An endpoint is asked once in a minute, and twenty times in all at one URL.");
            }
            Verification again = verification.askedAgain(now);
            Route route = Route.webhook(current.url(), current.secrets().with(again));
            return current.with(again, running(current, route), now);
        }
        throw Problems.refused(
                HttpStatus.CONFLICT, "nothing-to-confirm", "There is nothing the receiver would have to confirm.");
    }

    private static Activity running(Subscription current, Route route) {
        return Activity.of(!current.activity().equals(Activity.PAUSED), route);
    }

    private static ErrorResponseException askedAlready(String detail) {
        return Problems.refused(HttpStatus.CONFLICT, "asked-already", detail);
    }
}
