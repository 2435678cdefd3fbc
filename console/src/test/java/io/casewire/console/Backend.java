package io.casewire.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service as the gateway sees it: a plain HTTP server on this machine that answers what a test tells it to. */
public final class Backend implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Backend(HttpServer server) {
        this.server = server;
    }

    public static Backend start() {
        return startAt(0);
    }

    /** At that port, or at any free one for 0. */
    public static Backend startAt(int port) {
        try {
            Backend backend =
                    new Backend(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
            backend.server.setExecutor(backend.threads);
            backend.server.start();
            return backend;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers everything below that path. */
    public Backend on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
        return this;
    }

    /** Answers with that JSON. */
    public Backend json(String path, String body) {
        return on(path, exchange -> answer(exchange, 200, "application/json", body));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
