package io.casewire.notify.delivery.webhook;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.HttpVersionSelection;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.netty.channel.Channel;
import io.netty.resolver.AddressResolverGroup;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One Micronaut client with every default that matters here changed, and the hosts it has spoken to. The client comes out of a Micronaut context of its own because
 * only there can it be given a resolver; that context reads no files, no environment and no system properties.
 */
final class ClientGeneration implements AutoCloseable {
    private static final String RESOLVERS = "guarded";
    private static final int MAX_CONNECTIONS = 4096;
    private static final int MAX_HEAD_BYTES = 32 * 1024;
    /** Shorter than servers keep idle connections, so that one is seldom closed just as it is used again. */
    private static final Duration IDLE = Duration.ofSeconds(4);

    private final ApplicationContext context;
    private final RawHttpClient client;
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();
    private int users;
    private boolean retired;

    ClientGeneration(WebhookSettings settings, AddressResolverGroup<?> resolvers) {
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .deducePackage(false)
                .enableDefaultPropertySources(false)
                .environmentPropertySource(false)
                .bootstrapEnvironment(false)
                .banner(false)
                .build();
        context.registerSingleton(AddressResolverGroup.class, resolvers, Qualifiers.byName(RESOLVERS));
        context.start();
        configure(context.getBean(DefaultHttpClientConfiguration.class), settings);
        context.getBean(NettyClientCustomizer.Registry.class)
                .register(new AnswerReaders(settings.attemptTimeout(), null));
        client = (RawHttpClient) context.getBean(HttpClient.class);
    }

    /** The client. */
    RawHttpClient client() {
        return client;
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
        context.close();
    }

    private static void configure(DefaultHttpClientConfiguration configuration, WebhookSettings settings) {
        configuration.setAddressResolverGroupName(RESOLVERS);
        configuration.setFollowRedirects(false);
        configuration.setExceptionOnErrorStatus(false);
        configuration.setConnectTimeout(settings.connectTimeout());
        configuration.setReadTimeout(settings.attemptTimeout());
        configuration.setRequestTimeout(settings.attemptTimeout());
        configuration.setMaxHeaderSize(MAX_HEAD_BYTES);
        configuration.setMaxContentLength(Exchange.EXCERPT_BYTES);
        // a proxy would be given the name to resolve, behind the guard's back
        configuration.setProxyType(Proxy.Type.DIRECT);
        configuration.setPlaintextMode(HttpVersionSelection.PlaintextMode.HTTP_1);
        configuration.setAlpnModes(List.of(HttpVersionSelection.ALPN_HTTP_1));
        configuration.setDecompressionEnabled(false);
        configuration.setConnectionPoolIdleTimeout(IDLE);
        configuration.setConnectTtl(Duration.ofMinutes(5));
        configuration.setNumOfThreads(2);
        configuration.setShutdownQuietPeriod(Duration.ZERO);
        configuration.getSslConfiguration().setHandshakeTimeout(settings.connectTimeout());
        var pool = configuration.getConnectionPoolConfiguration();
        pool.setAcquireTimeout(settings.attemptTimeout());
        // how much goes to one host at once is decided before it comes here
        pool.setMaxPendingAcquires(MAX_CONNECTIONS);
        pool.setMaxPendingConnections(MAX_CONNECTIONS);
        pool.setMaxConcurrentHttp1Connections(MAX_CONNECTIONS);
    }

    /** Puts an {@link AnswerReader} on every connection. */
    private record AnswerReaders(Duration limit, @Nullable Channel channel) implements NettyClientCustomizer {
        @Override
        public NettyClientCustomizer specializeForChannel(Channel connection, ChannelRole role) {
            return new AnswerReaders(limit, connection);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null) {
                AnswerReader reader = new AnswerReader(limit);
                channel.pipeline()
                        .addBefore(
                                ChannelPipelineCustomizer.HANDLER_HTTP_CLIENT_CODEC, "answer-bytes", reader.byteCount())
                        .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_CLIENT_CODEC, "answer-reader", reader);
            }
        }
    }
}
