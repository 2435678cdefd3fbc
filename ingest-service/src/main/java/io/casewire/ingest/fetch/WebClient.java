package io.casewire.ingest.fetch;

import io.casewire.outbound.client.Guard;
import io.casewire.outbound.client.GuardedClient;
import io.casewire.outbound.destination.Destinations;
import io.casewire.outbound.destination.Endpoint;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.channel.ChannelPipeline;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Asks hosts, through the guard. Who asks has to decide before whether a host may be asked. */
final class WebClient implements AutoCloseable {
    private static final int MAX_IN_MEMORY = 4 * 1024 * 1024;
    private static final int MAX_HEAD = 64 * 1024;

    private final Guard guard;
    private final GuardedClient client;
    private final Duration limit;

    /** @param maxBytes of a file */
    WebClient(Destinations destinations, FetchSettings settings, long maxBytes) {
        limit = settings.timeLimit();
        guard = new Guard(destinations);
        // chunks announce their sizes, a few bytes each
        long bytes = maxBytes + maxBytes / 8 + MAX_HEAD;
        client = new GuardedClient(
                guard,
                new GuardedClient.Limits(settings.connectTimeout(), limit, MAX_IN_MEMORY),
                pipeline -> bound(pipeline, bytes));
    }

    /**
     * The answer; to be closed.
     *
     * @param deadline by {@link System#nanoTime}, for its body too
     */
    WebAnswer get(Endpoint endpoint, Map<String, String> headers, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        MutableHttpRequest<?> request =
                HttpRequest.create(HttpMethod.GET, endpoint.uri().toString());
        headers.forEach(request::header);
        AnswerWait wait = new AnswerWait(deadline, limit);
        client.raw().exchange(request, null, null).subscribe(wait);
        return wait.get();
    }

    private void bound(ChannelPipeline pipeline, long bytes) {
        String codec = ChannelPipelineCustomizer.HANDLER_HTTP_CLIENT_CODEC;
        pipeline.addBefore(codec, "connection-bounds", new ConnectionBounds(limit, bytes))
                .addAfter(codec, "single-use", new ConnectionBounds.SingleUse());
    }

    @Override
    public void close() {
        client.close();
        guard.close();
    }
}
