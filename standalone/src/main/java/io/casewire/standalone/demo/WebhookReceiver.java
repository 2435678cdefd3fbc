package io.casewire.standalone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An agency's end of a webhook, on a free port of loopback: repeats the challenge, takes messages whose signature is right and refuses all
 * others.
 */
public final class WebhookReceiver implements AutoCloseable {
    private static final String VERIFICATION = "casewire.endpoint.verification.v1";
    private static final int OK = 200;
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
            JsonNode message = WireJson.mapper().readTree(body);
            if (message.path("type").asString("").equals(VERIFICATION)) {
                repeat(message.at("/data/challenge").asString(""), exchange);
                return;
            }
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

    /** Says that it is wanted here; it may come before the secret is known, and repeating it gives nothing away. */
    private static void repeat(String challenge, HttpExchange exchange) throws IOException {
        byte[] answer = challenge.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(OK, answer.length);
        exchange.getResponseBody().write(answer);
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
