package io.casewire.console.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Requests for an event stream (they accept {@code text/event-stream}) while its service is away. A reader as the HTML standard has
 * it closes for good at the first answer that is no stream, such as 502 or 503, and so it does where a reverse proxy makes a 502
 * of a connection that was cut. The one answer after which every reader connects again by itself is a stream that ends: a service
 * that starts or restarts is waited for, and if it does not come, an empty stream says when to try again.
 */
@Component
final class EventStreams {
    static final String TYPE = "text/event-stream";

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(2);
    private static final Duration MAX_RETRY = Duration.ofMinutes(1);

    private final Forwarder forwarder;
    private final GatewaySettings settings;
    private final CountDownLatch stopping = new CountDownLatch(1);

    EventStreams(Forwarder forwarder, GatewaySettings settings) {
        this.forwarder = forwarder;
        this.settings = settings;
    }

    static boolean isAskedFor(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                        .anyMatch(accepted -> accepted.toLowerCase(Locale.ROOT).contains(TYPE));
    }

    void pass(Target target, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long end = System.nanoTime() + settings.streamPatience().toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Duration retry = settings.streamRetry();
            try {
                HttpResponse<InputStream> answer = forwarder.send(target, request, left(end));
                if (!AWAY.contains(answer.statusCode())) {
                    forwarder.passOn(answer, request, response);
                    return;
                }
                answer.body().close();
                retry = retry(answer);
            } catch (NotForwarded away) {
                LOG.debug("{} is away: {}", target.service().slug(), away.getMessage());
            }
            // what says itself that it takes longer is not asked meanwhile
            if (left(end).compareTo(pause) <= 0 || retry.compareTo(left(end)) > 0 || isStoppingAfter(pause)) {
                endAtOnce(target.service(), retry, response);
                return;
            }
            pause = pause.multipliedBy(2).compareTo(MAX_PAUSE) < 0 ? pause.multipliedBy(2) : MAX_PAUSE;
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping.countDown();
    }

    private static void endAtOnce(Service service, Duration retry, HttpServletResponse response) throws IOException {
        response.setContentType(TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.getOutputStream()
                .write((": " + service.slug() + " is away; connect again\nretry: " + retry.toMillis() + "\n\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** What the service asks for where it says so, and it is no shorter than ours and not absurd. */
    private Duration retry(HttpResponse<?> answer) {
        try {
            Duration asked = Duration.ofSeconds(Long.parseLong(
                    answer.headers().firstValue(HttpHeaders.RETRY_AFTER).orElse("0")));
            if (asked.compareTo(MAX_RETRY) > 0) {
                return MAX_RETRY;
            }
            return asked.compareTo(settings.streamRetry()) > 0 ? asked : settings.streamRetry();
        } catch (NumberFormatException | ArithmeticException noSeconds) {
            return settings.streamRetry();
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), 1));
    }

    private boolean isStoppingAfter(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
