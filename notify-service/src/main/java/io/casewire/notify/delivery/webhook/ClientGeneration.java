package io.casewire.notify.delivery.webhook;

import io.casewire.outbound.client.Guard;
import io.casewire.outbound.client.GuardedClient;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.channel.ChannelPipeline;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One guarded client, whose connections each have an {@link AnswerReader}, and the hosts it has spoken to. */
final class ClientGeneration implements AutoCloseable {
    private final GuardedClient client;
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();
    private int users;
    private boolean retired;

    ClientGeneration(WebhookSettings settings, Guard guard) {
        Duration limit = settings.attemptTimeout();
        client = new GuardedClient(
                guard,
                new GuardedClient.Limits(settings.connectTimeout(), limit, Exchange.EXCERPT_BYTES),
                pipeline -> putReader(pipeline, limit));
    }

    /** The client. */
    RawHttpClient client() {
        return client.raw();
    }

    /** Counts a user in, to that host; false when this generation is at its end and the next must be asked. */
    synchronized boolean enter(String host, int maxHosts) {
        if (retired) {
            return false;
        }
        hosts.add(host);
        users++;
        retired = hosts.size() > maxHosts;
        return true;
    }

    /** Counts a user out; the last one of a generation at its end closes it. */
    void leave() {
        boolean last;
        synchronized (this) {
            users--;
            last = retired && users == 0;
        }
        if (last) {
            close();
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static void putReader(ChannelPipeline pipeline, Duration limit) {
        AnswerReader reader = new AnswerReader(limit);
        pipeline.addBefore(ChannelPipelineCustomizer.HANDLER_HTTP_CLIENT_CODEC, "answer-bytes", reader.byteCount())
                .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_CLIENT_CODEC, "answer-reader", reader);
    }
}
