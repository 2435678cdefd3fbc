package io.casewire.console.gateway;

import io.casewire.console.ForwardedPrefix;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries one request to a service and its answer back. Neither is held in memory as a whole. */
@Component
final class Forwarder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);

    private final RouteSettings routes;
    private final GatewaySettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("gateway-idle").factory());
    private final Set<AnswerBody> open = ConcurrentHashMap.newKeySet();
    private final HttpClient client;

    Forwarder(RouteSettings routes, GatewaySettings settings) {
        this.routes = routes;
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                // a redirect is the client's to follow; a proxy of the machine is not for the services beside us
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(settings.connectTimeout())
                .executor(threads)
                .build();
    }

    /** @throws NotForwarded when there is nothing of the service to answer with */
    void forward(Target target, HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestBody body = RequestBody.of(
                request,
                settings.maxBodyOf(target).toBytes(),
                settings.minRate().toBytes());
        if (body.state() == RequestBody.State.TOO_LARGE) {
            throw NotForwarded.tooLarge(settings.maxBodyOf(target));
        }
        Duration timeout = body.isPresent() ? settings.uploadTimeout() : settings.answerTimeout();
        try {
            passOn(send(target, request, body, timeout), request, response);
        } catch (BrokenBody broken) {
            // the server has noted what was wrong with it, and words the refusal
            LOG.debug("A request body broke off: {}", broken.getMessage());
        }
    }

    /**
     * The head of the answer to a request without a body; the caller passes it on or closes its body.
     *
     * @param timeout until then at most; the settings may say less
     * @throws NotForwarded when there is none
     */
    HttpResponse<InputStream> send(Target target, HttpServletRequest request, Duration timeout) throws IOException {
        Duration limit = timeout.compareTo(settings.answerTimeout()) < 0 ? timeout : settings.answerTimeout();
        return send(target, request, RequestBody.none(), limit);
    }

    /** Hands an answer on, head and body. */
    void passOn(HttpResponse<InputStream> answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (AnswerBody content = new AnswerBody(answer.body(), settings.idleTimeout(), timer)) {
            open.add(content);
            boolean isStream =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith(EventStreams.TYPE);
            try {
                response.setStatus(answer.statusCode());
                Headers.copy(answer.headers(), ForwardedPrefix.of(request), response);
                answer.headers().firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
                // the reader of a stream is told that it is open before anything is said on it
                if (!isStream || flushed(response)) {
                    content.copyTo(response.getOutputStream());
                }
            } catch (AnswerBrokenOff broken) {
                // an event is whole or not there; a stream that ends in good order is taken up again by every reader
                if (!isStream) {
                    throw broken;
                }
                LOG.debug("A stream ends: {}", broken.getMessage());
            } finally {
                open.remove(content);
            }
        }
    }

    /** Ends the event streams, which would otherwise hold up an orderly stop. */
    @EventListener(ContextClosedEvent.class)
    void endStreams() {
        open.forEach(AnswerBody::end);
    }

    @Override
    public void close() {
        client.shutdownNow();
        timer.shutdownNow();
        threads.shutdownNow();
    }

    private static boolean flushed(HttpServletResponse response) {
        try {
            response.flushBuffer();
            return true;
        } catch (IOException clientGone) {
            return false;
        }
    }

    private HttpResponse<InputStream> send(
            Target target, HttpServletRequest request, RequestBody body, Duration timeout) throws IOException {
        HttpRequest.Builder outgoing = HttpRequest.newBuilder(target.at(routes.of(target.service())))
                .timeout(timeout)
                .method(request.getMethod(), body.publisher());
        Headers.copy(request, outgoing);
        Service service = target.service();
        try {
            return client.send(outgoing.build(), BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw NotForwarded.down(service, e);
        } catch (HttpTimeoutException e) {
            throw NotForwarded.late(service, e);
        } catch (IOException e) {
            throw switch (body.state()) {
                case GOOD -> NotForwarded.broken(service, e);
                case TOO_LARGE -> NotForwarded.tooLarge(settings.maxBodyOf(target));
                case TOO_SLOW -> NotForwarded.tooSlow(settings.minRate());
                case BROKEN -> new BrokenBody(e);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotForwarded.broken(service, e);
        }
    }

    /** The client did not send what it announced. */
    private static final class BrokenBody extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        BrokenBody(IOException cause) {
            super(cause);
        }
    }
}
