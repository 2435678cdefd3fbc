package io.casewire.outbound.client;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.HttpVersionSelection;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.resolver.AddressResolverGroup;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One Micronaut client with every default that matters here changed. It comes out of a Micronaut context of its own because
 * only there can it be given a resolver; that context reads no files, no environment and no system properties.
 */
public final class GuardedClient implements AutoCloseable {
    private static final String RESOLVERS = "guarded";
    private static final int MAX_CONNECTIONS = 4096;
    private static final int MAX_HEAD_BYTES = 32 * 1024;
    /** Shorter than servers keep idle connections, so that one is seldom closed just as it is used again. */
    private static final Duration IDLE = Duration.ofSeconds(4);

    private final ApplicationContext context;
    private final RawHttpClient raw;

    /**
     * Starts the client.
     *
     * @param prepare puts handlers of its own on every connection before it is used; the codec of HTTP is in its pipeline,
     *     {@code ChannelPipelineCustomizer.HANDLER_HTTP_CLIENT_CODEC}
     */
    public GuardedClient(Guard guard, Limits limits, Consumer<ChannelPipeline> prepare) {
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .deducePackage(false)
                .enableDefaultPropertySources(false)
                .environmentPropertySource(false)
                .bootstrapEnvironment(false)
                .banner(false)
                .build();
        context.registerSingleton(AddressResolverGroup.class, guard.resolvers(), Qualifiers.byName(RESOLVERS));
        context.start();
        configure(context.getBean(DefaultHttpClientConfiguration.class), limits);
        context.getBean(NettyClientCustomizer.Registry.class).register(new Customizer(prepare, null));
        raw = (RawHttpClient) context.getBean(HttpClient.class);
    }

    /**
     * What an exchange may take.
     *
     * @param connect until the connection stands, and again until its TLS handshake is done
     * @param exchange until the head of an answer has come, and between two of its bytes; the client knows no limit for all of it
     * @param bodyBytes of an answer that are kept in memory at most
     */
    public record Limits(Duration connect, Duration exchange, int bodyBytes) {}

    /** The client. */
    public RawHttpClient raw() {
        return raw;
    }

    @Override
    public void close() {
        context.close();
    }

    private static void configure(DefaultHttpClientConfiguration configuration, Limits limits) {
        configuration.setAddressResolverGroupName(RESOLVERS);
        configuration.setFollowRedirects(false);
        configuration.setExceptionOnErrorStatus(false);
        configuration.setConnectTimeout(limits.connect());
        configuration.setReadTimeout(limits.exchange());
        configuration.setRequestTimeout(limits.exchange());
        configuration.setMaxHeaderSize(MAX_HEAD_BYTES);
        configuration.setMaxContentLength(limits.bodyBytes());
        // a proxy would be given the name to resolve, behind the guard's back
        configuration.setProxyType(Proxy.Type.DIRECT);
        configuration.setPlaintextMode(HttpVersionSelection.PlaintextMode.HTTP_1);
        configuration.setAlpnModes(List.of(HttpVersionSelection.ALPN_HTTP_1));
        configuration.setDecompressionEnabled(false);
        configuration.setConnectionPoolIdleTimeout(IDLE);
        configuration.setConnectTtl(Duration.ofMinutes(5));
        configuration.setNumOfThreads(2);
        configuration.setShutdownQuietPeriod(Duration.ZERO);
        configuration.getSslConfiguration().setHandshakeTimeout(limits.connect());
        var pool = configuration.getConnectionPoolConfiguration();
        pool.setAcquireTimeout(limits.exchange());
        // how much goes to one host at once is decided before it comes here
        pool.setMaxPendingAcquires(MAX_CONNECTIONS);
        pool.setMaxPendingConnections(MAX_CONNECTIONS);
        pool.setMaxConcurrentHttp1Connections(MAX_CONNECTIONS);
    }

    private record Customizer(
            Consumer<ChannelPipeline> prepare, @Nullable Channel channel) implements NettyClientCustomizer {
        @Override
        public NettyClientCustomizer specializeForChannel(Channel connection, ChannelRole role) {
            return new Customizer(prepare, connection);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null) {
                prepare.accept(channel.pipeline());
            }
        }
    }
}
