package io.casewire.notify.delivery.webhook;

import io.casewire.notify.destination.DestinationRefused;
import io.casewire.notify.destination.Destinations;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.ByteBodyFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends webhooks. One call is one attempt; it takes no longer than the attempt timeout and throws nothing a receiver causes. */
@Component
public class WebhookClient implements DisposableBean {
    private static final int EXCERPT_BYTES = 2048;
    private static final int MOST_LOOKUPS = 64;
    private static final String USER_AGENT = "Casewire-Webhook/1.0";

    private final WebhookSettings settings;
    private final InstantSource clock;
    private final ByteBodyFactory bodies = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);
    private final GuardedResolvers resolvers;
    private final ThreadPoolExecutor lookups;
    private ClientGeneration generation;

    WebhookClient(WebhookSettings settings, Destinations destinations, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        // platform threads: the operating system's look-up blocks the thread it runs on
        this.lookups = new ThreadPoolExecutor(
                0,
                MOST_LOOKUPS,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("webhook-lookup-", 0).factory());
        this.resolvers = new GuardedResolvers(destinations, lookups);
        this.generation = new ClientGeneration(settings, resolvers);
    }

    /**
     * Sends a message and waits for what comes of it. To be called on a thread that may block.
     *
     * @throws InterruptedException when asked to stop; whether the message arrived is then unknown
     */
    public Outcome send(WebhookMessage message) throws InterruptedException {
        ClientGeneration current = enter(message.endpoint().key());
        try {
            return exchange(current, message);
        } finally {
            current.leave();
        }
    }

    @Override
    public synchronized void destroy() {
        generation.close();
        lookups.shutdownNow();
    }

    private synchronized ClientGeneration enter(String host) {
        while (!generation.enter(host, settings.hostsPerClient())) {
            generation = new ClientGeneration(settings, resolvers);
        }
        return generation;
    }

    private Outcome exchange(ClientGeneration current, WebhookMessage message) throws InterruptedException {
        Instant now = clock.instant();
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        HttpRequest<?> request = HttpRequest.create(
                        HttpMethod.POST, message.endpoint().uri().toString())
                .header("content-type", "application/json")
                .header("user-agent", USER_AGENT)
                .header("webhook-id", message.id().value())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", Signature.header(message.id(), now, body, message.secrets()));
        FirstAnswer answer = new FirstAnswer();
        try {
            current.client().exchange(request, bodies.adapt(body), null).subscribe(answer);
            return read(answer.get(settings.attemptTimeout().toMillis(), TimeUnit.MILLISECONDS), now);
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return new Outcome.Unreachable(
                    "No answer within " + settings.attemptTimeout().toSeconds() + " s.");
        } finally {
            answer.abandon();
        }
    }

    private static Outcome read(HttpResponse<?> response, Instant now) {
        String excerpt = response instanceof ByteBodyHttpResponse<?> whole ? excerpt(whole) : "";
        int status = response.code();
        if (status >= 200 && status < 300) {
            return new Outcome.Taken(status, excerpt);
        }
        if (status == 410) {
            return new Outcome.Gone(excerpt);
        }
        return new Outcome.Declined(
                status, excerpt, RetryAfter.read(response.getHeaders().get("retry-after"), now));
    }

    // an answer that never ends is cut off by the deadline of its connection; its status counts all the same
    private static String excerpt(ByteBodyHttpResponse<?> response) {
        byte[] bytes = new byte[EXCERPT_BYTES];
        int length = 0;
        try (InputStream body = response.byteBody().allowDiscard().toInputStream()) {
            int read = 0;
            while (length < bytes.length && read >= 0) {
                length += read;
                read = body.read(bytes, length, bytes.length - length);
            }
        } catch (IOException e) {
            // what came before it broke off is what there is to show
        }
        return printable(new String(bytes, 0, length, StandardCharsets.UTF_8));
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
            case DestinationRefused refused -> new Outcome.Forbidden(sentence(refused));
            case UnknownHostException _ -> new Outcome.Unreachable("The host name is not known to the name servers.");
            default -> new Outcome.Unreachable(sentence(cause));
        };
    }

    private static String sentence(Throwable cause) {
        String message = cause.getMessage();
        String text = message == null ? cause.getClass().getSimpleName() : message;
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
