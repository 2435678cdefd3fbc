package io.casewire.e2e;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** A subscriber's server on loopback, which repeats challenges and checks signatures with a stranger's library. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile String secret = "";

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver start() throws IOException {
        Receiver receiver =
                new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        receiver.server.createContext("/", receiver::take);
        receiver.server.start();
        return receiver;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void verifyWith(String newSecret) {
        secret = newSecret;
    }

    List<Message> messages() {
        return messages;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode message = WireJson.mapper().readTree(body);
            if (message.path("type").asString("").equals("casewire.endpoint.verification.v1")) {
                byte[] challenge = message.at("/data/challenge").asString("").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, challenge.length);
                exchange.getResponseBody().write(challenge);
                return;
            }
            boolean verified = verified(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
            messages.add(new Message(exchange.getRequestHeaders().getFirst("webhook-id"), body, verified));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private boolean verified(String body, HttpHeaders headers) {
        try {
            new Webhook(secret).verify(body, headers.map());
            return true;
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            return false;
        }
    }

    /** What came in. */
    record Message(String id, String body, boolean verified) {}
}
