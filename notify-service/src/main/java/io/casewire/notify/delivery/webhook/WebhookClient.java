package io.casewire.notify.delivery.webhook;

import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.delivery.webhook.FirstAnswer.Answer;
import io.casewire.outbound.client.Guard;
import io.casewire.outbound.client.RetryAfter;
import io.casewire.outbound.destination.DestinationRefused;
import io.casewire.outbound.destination.Destinations;
import io.casewire.outbound.destination.Endpoint;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends webhooks. One call is one attempt; it ends with the attempt timeout, whatever the receiver does, and throws nothing a
 * receiver causes.
 */
@Component
public class WebhookClient implements DisposableBean {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int MAX_REASON = 300;
    private static final String USER_AGENT = "Casewire-Webhook/1.0";

    private final WebhookSettings settings;
    private final InstantSource clock;
    private final ByteBodyFactory bodies = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);
    private final Guard guard;
    private ClientGeneration generation;

    WebhookClient(WebhookSettings settings, Destinations destinations, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.guard = new Guard(destinations);
        this.generation = new ClientGeneration(settings, guard);
    }

    /**
     * Sends a message and waits for what comes of it. To be called on a thread that may block.
     *
     * @throws InterruptedException when asked to stop; whether the message arrived is then unknown
     */
    public Outcome send(WebhookMessage message) throws InterruptedException {
        Instant now = clock.instant();
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        Posted posted = post(
                message.endpoint(),
                body,
                Map.of(
                        "webhook-id",
                        message.id().value(),
                        "webhook-timestamp",
                        Long.toString(now.getEpochSecond()),
                        "webhook-signature",
                        Signature.header(message.id(), now, body, message.secrets())));
        return switch (posted) {
            case Posted.Answered answered -> outcome(answered);
            case Posted.Failed failed -> failed.outcome();
        };
    }

    /**
     * Posts JSON and waits for the answer. To be called on a thread that may block.
     *
     * @param headers besides those of every request
     * @throws InterruptedException when asked to stop; whether it arrived is then unknown
     */
    public Posted post(Endpoint endpoint, byte[] body, Map<String, String> headers) throws InterruptedException {
        ClientGeneration current = enter(endpoint.key());
        try {
            return exchange(current, endpoint, body, headers);
        } finally {
            current.leave();
        }
    }

    @Override
    public synchronized void destroy() {
        generation.close();
        guard.close();
    }

    private synchronized ClientGeneration enter(String host) {
        while (!generation.enter(host, settings.hostsPerClient())) {
            generation = new ClientGeneration(settings, guard);
        }
        return generation;
    }

    private Posted exchange(ClientGeneration current, Endpoint endpoint, byte[] body, Map<String, String> headers)
            throws InterruptedException {
        Instant now = clock.instant();
        long deadline = System.nanoTime() + settings.attemptTimeout().toNanos();
        MutableHttpRequest<?> request = HttpRequest.create(
                        HttpMethod.POST, endpoint.uri().toString())
                .header("content-type", "application/json")
                .header("user-agent", USER_AGENT)
                .header(AnswerReader.DEADLINE, Long.toString(deadline));
        headers.forEach(request::header);
        FirstAnswer answer = new FirstAnswer();
        try {
            current.client().exchange(request, bodies.adapt(body), null).subscribe(answer);
            // the deadline is kept where the connection is; this only bounds what never gets as far as one
            long patience = deadline + GRACE.toNanos() - System.nanoTime();
            return answered(answer.get(patience, TimeUnit.NANOSECONDS), now);
        } catch (ExecutionException e) {
            return new Posted.Failed(failure(e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            return new Posted.Failed(new Outcome.Unreachable(
                    "No answer within " + settings.attemptTimeout().toSeconds() + " s."));
        } finally {
            answer.abandon();
        }
    }

    private static Posted answered(Answer answer, Instant now) {
        return new Posted.Answered(
                answer.status(),
                printable(new String(answer.body(), StandardCharsets.UTF_8)),
                RetryAfter.read(answer.retryAfter(), now));
    }

    private static Outcome outcome(Posted.Answered answered) {
        int status = answered.status();
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered(status, answered.excerpt());
        }
        if (status == 410) {
            return new Outcome.Gone(answered.excerpt());
        }
        return new Outcome.Rejected(status, answered.excerpt(), answered.retryAfter());
    }

    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? 0xfffd : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Outcome failure(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof DestinationRefused)) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case DestinationRefused refused -> new Outcome.Blocked(sentence(refused));
            case UnknownHostException _ -> new Outcome.Unreachable("The host name is not known to the name servers.");
            default -> new Outcome.Unreachable(sentence(cause));
        };
    }

    private static String sentence(Throwable cause) {
        String message = cause.getMessage();
        String text = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip();
        return (text.length() > MAX_REASON ? text.substring(0, MAX_REASON) + "…" : text)
                + (text.endsWith(".") ? "" : ".");
    }
}
