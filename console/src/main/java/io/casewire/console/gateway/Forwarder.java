package io.casewire.console.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries one request to a service and its answer back. Neither is held in memory as a whole. */
@Component
final class Forwarder implements AutoCloseable {
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
        RequestBody body = RequestBody.of(request, settings.largestBody().toBytes());
        if (body.isTooLarge()) {
            throw NotForwarded.tooLarge(settings);
        }
        HttpRequest.Builder outgoing = HttpRequest.newBuilder(target.at(routes.of(target.service())))
                .timeout(body.isPresent() ? settings.uploadTimeout() : settings.answerTimeout())
                .method(request.getMethod(), body.publisher());
        Headers.copy(request, outgoing);
        HttpResponse<InputStream> answer = send(target.service(), outgoing.build(), body);
        try (AnswerBody content = new AnswerBody(answer.body(), settings.idleTimeout(), timer)) {
            open.add(content);
            try {
                response.setStatus(answer.statusCode());
                Headers.copy(answer.headers(), response);
                answer.headers().firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
                // the reader of a stream is told that it is open before anything is said on it
                if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                        || flushed(response)) {
                    content.copyTo(response.getOutputStream());
                }
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

    private HttpResponse<InputStream> send(Service service, HttpRequest request, RequestBody body) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw NotForwarded.down(service, e);
        } catch (HttpTimeoutException e) {
            throw NotForwarded.late(service, e);
        } catch (IOException e) {
            if (body.isTooLarge()) {
                throw NotForwarded.tooLarge(settings);
            }
            if (body.isClientGone()) {
                throw e;
            }
            throw NotForwarded.broken(service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotForwarded.broken(service, e);
        }
    }
}
