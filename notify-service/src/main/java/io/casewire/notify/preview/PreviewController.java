package io.casewire.notify.preview;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.notify.matching.EventFilter;
import io.casewire.notify.rhythm.DigestSettings;
import io.casewire.notify.rhythm.MessageCount;
import io.casewire.notify.rhythm.Timing;
import io.casewire.notify.subscription.Criteria;
import io.casewire.notify.subscription.SubscriptionRequest;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a subscription would have been told of; nothing is stored. */
@RestController
class PreviewController {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewController.class);
    private static final int MAX_DAYS = 92;
    private static final long MAX_EVENTS = 200_000;
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final EventLog log;
    private final MessageCount messages;
    private final InstantSource clock;

    PreviewController(EventLog log, WorkingCalendar calendar, DigestSettings settings, InstantSource clock) {
        this.log = log;
        this.messages = new MessageCount(calendar, settings);
        this.clock = clock;
    }

    /**
     * What a subscription as in that request would have been told of in the last days.
     *
     * @param request as one that makes it; a webhook need not be named and is not looked at
     */
    @PostMapping("/api/notify/v1/subscriptions/preview")
    Preview preview(@RequestBody SubscriptionRequest request, @RequestParam(defaultValue = "28") int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw new InvalidParameter("days", "It is a number of days from 1 to " + MAX_DAYS + ".");
        }
        Criteria criteria = request.criteria();
        Timing timing = request.timing();
        if (!places.tryAcquire()) {
            throw later("too-many-previews", "As many previews are being made as are allowed; try again later.");
        }
        try {
            return preview(criteria, timing, request.hasHistory(), days);
        } catch (KafkaException e) {
            LOG.warn("No preview: {}", e.getMessage());
            throw later("log-unreadable", "The log of events cannot be read now; try again later.");
        } finally {
            places.release();
        }
    }

    private Preview preview(Criteria criteria, Timing timing, boolean history, int days) {
        Instant until = clock.instant();
        Instant from = until.minus(Duration.ofDays(days));
        EventFilter filter = new EventFilter(criteria);
        Preview.Counting counting = new Preview.Counting();
        long count = log.read(criteria.kinds(), from, MAX_EVENTS, envelope -> {
            if ((history || !envelope.backfill())
                    && EventFilter.facts(envelope.event()).filter(filter::takes).isPresent()) {
                counting.add(envelope);
            }
        });
        if (count > MAX_EVENTS) {
            throw new InvalidParameter(
                    "days",
                    "In that time there are %d events, more than the %d that are looked at: ask for fewer days."
                            .formatted(count, MAX_EVENTS));
        }
        return counting.preview(criteria, from, until, happened -> messages.times(timing, happened));
    }

    private static ErrorResponseException later(String type, String detail) {
        ErrorResponseException refused = Problems.refused(HttpStatus.SERVICE_UNAVAILABLE, type, detail);
        refused.getHeaders().set(HttpHeaders.RETRY_AFTER, "30");
        return refused;
    }
}
