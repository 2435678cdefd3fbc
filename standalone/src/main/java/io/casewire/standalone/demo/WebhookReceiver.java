package io.casewire.standalone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An agency's end of a webhook, on a free port of loopback: takes messages whose signature is right and refuses all others.
 */
public final class WebhookReceiver implements AutoCloseable {
    private static final int TAKEN = 204;
    private static final int REFUSED = 401;
    private static final int MAX_BODY = 1 << 20;

    private final HttpServer server;
    private final Set<String> messages = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile @Nullable WebhookSignature signature;

    private WebhookReceiver(HttpServer server) {
        this.server = server;
    }

    public static WebhookReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WebhookReceiver receiver = new WebhookReceiver(server);
        server.createContext("/", receiver::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return receiver;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/casewire");
    }

    /** @param secret as the subscription's answer gave it; before, every message is refused, and so sent again later */
    void trust(String secret) {
        signature = new WebhookSignature(secret);
    }

    /** Different messages with a right signature. */
    int messages() {
        return messages.size();
    }

    int repeated() {
        return repeated.get();
    }

    int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
            String id = header(exchange, "webhook-id");
            WebhookSignature expected = signature;
            boolean right = expected != null
                    && expected.matches(
                            id, header(exchange, "webhook-timestamp"), body, header(exchange, "webhook-signature"));
            if (!right) {
                refused.incrementAndGet();
            } else if (!messages.add(id)) {
                repeated.incrementAndGet();
            }
            exchange.sendResponseHeaders(right ? TAKEN : REFUSED, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
