package io.casewire.notify.delivery;

import io.casewire.notify.delivery.DeliveryFanOut.Match;
import io.casewire.notify.matching.SubscriptionFilter;
import io.casewire.notify.preview.EventLog;
import io.casewire.notify.subscription.EventKind;
import io.casewire.notify.subscription.MissedEvents;
import io.casewire.notify.subscription.Subscription;
import io.casewire.serving.problem.Problems;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** What subscriptions were not told of, out of the log. It makes what the fan-out would have, under the same ids, so that it may run twice. */
@Component
class Backlog implements MissedEvents {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final long MAX_EVENTS = 200_000;
    private static final long MAX_AGAIN = 10_000;
    private static final int TOLD_AT_ONCE = 500;

    private final Semaphore place = new Semaphore(1);
    private final EventLog log;
    private final DeliveryFanOut fanOut;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final InstantSource clock;

    Backlog(EventLog log, DeliveryFanOut fanOut, Deliveries deliveries, Dispatcher dispatcher, InstantSource clock) {
        this.log = log;
        this.fanOut = fanOut;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Override
    public Told tell(Subscription subscription, Instant since) {
        long givenUp = deliveries.countGivenUp(subscription.id(), since);
        if (givenUp > MAX_AGAIN) {
            throw tooMuch(givenUp + " messages were given up");
        }
        if (!place.tryAcquire()) {
            throw later();
        }
        try {
            int missing = missing(subscription, since);
            long again = deliveries.resendGivenUp(subscription.id(), since, clock.instant());
            dispatcher.wakeUp();
            return new Told(missing, again);
        } catch (KafkaException e) {
            LOG.warn("What a subscription missed cannot be read: {}", e.getMessage());
            throw later();
        } finally {
            place.release();
        }
    }

    private int missing(Subscription subscription, Instant since) {
        SubscriptionFilter filter = new SubscriptionFilter(subscription, clock.instant());
        Telling telling = new Telling();
        long events = log.read(kinds(subscription), since, MAX_EVENTS, envelope -> filter.recipient(envelope)
                .ifPresent(recipient -> telling.add(new Match(envelope, recipient))));
        if (events > MAX_EVENTS) {
            throw tooMuch(events + " events were recorded");
        }
        telling.flush();
        return telling.made;
    }

    private static Set<EventKind> kinds(Subscription subscription) {
        return subscription.terms().stream()
                .flatMap(term -> term.criteria().kinds().stream())
                .collect(Collectors.toSet());
    }

    private static ErrorResponseException tooMuch(String what) {
        return Problems.refused(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "too-much-missed",
                "Since then " + what + ", more than is told at once: name a later time.");
    }

    private static ErrorResponseException later() {
        ErrorResponseException refused = Problems.refused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "log-unreadable",
                "What was missed cannot be read now; ask …/replay for it later.");
        refused.getHeaders().set(HttpHeaders.RETRY_AFTER, "30");
        return refused;
    }

    /** Stores some at a time. */
    private final class Telling {
        private final List<Match> waiting = new ArrayList<>();
        private int made;

        void add(Match match) {
            waiting.add(match);
            if (waiting.size() >= TOLD_AT_ONCE) {
                flush();
            }
        }

        void flush() {
            made += fanOut.tell(waiting);
            waiting.clear();
        }
    }
}
