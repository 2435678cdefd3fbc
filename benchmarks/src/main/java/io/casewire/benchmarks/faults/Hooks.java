package io.casewire.benchmarks.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers every webhook with 200 and keeps what came, by its id. */
final class Hooks implements AutoCloseable {
    private static final int OK = 200;
    private static final int NO_BODY = -1;

    private final Map<String, List<String>> bodies = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    Hooks() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /** The messages that came, each with the bodies it came with. */
    synchronized Map<String, List<String>> bodies() {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        bodies.forEach((id, came) -> copy.put(id, List.copyOf(came)));
        return copy;
    }

    /** How many messages came, each counted once. */
    synchronized int messages() {
        return bodies.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
            keep(id, body);
            exchange.sendResponseHeaders(OK, NO_BODY);
        }
    }

    private synchronized void keep(String id, String body) {
        bodies.computeIfAbsent(id, _ -> new ArrayList<>()).add(body);
    }
}
