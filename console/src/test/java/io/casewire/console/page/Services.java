package io.casewire.console.page;

import com.sun.net.httpserver.HttpExchange;
import io.casewire.console.Backend;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** All four services with invented data, one case of it as hostile as a document can be. */
final class Services implements AutoCloseable {
    static final String CASE = "case-aaaaaaaaaaaaaaaaaaaaaaaaa1";
    static final String HOSTILE_CASE = "case-aaaaaaaaaaaaaaaaaaaaaaaa9a";

    private static final int HEARTBEAT_SECONDS = 1;

    private final Backend backend = Backend.start();
    private final LedgerStandIn ledger = new LedgerStandIn();
    private final List<BlockingQueue<String>> listeners = new CopyOnWriteArrayList<>();

    Services() {
        backend.json("/actuator/health/readiness", "{\"status\":\"UP\"}")
                .json("/api/catalog/v1/counts", resource("counts"))
                .on("/api/catalog/v1/cases", Services::search)
                .json("/api/catalog/v1/cases/" + CASE, resource("case"))
                .json("/api/catalog/v1/cases/" + CASE + "/revisions", resource("revisions"))
                .json("/api/catalog/v1/cases/" + HOSTILE_CASE, resource("case-hostile"))
                .json("/api/catalog/v1/cases/" + HOSTILE_CASE + "/revisions", resource("revisions"))
                .json("/api/catalog/v1/cases/" + CASE + "/lineage", resource("lineage"))
                .json("/api/catalog/v1/cases/" + CASE + "/related", resource("related"))
                .json("/api/catalog/v1/cases/" + HOSTILE_CASE + "/lineage", resource("lineage-hostile"))
                .json("/api/catalog/v1/cases/" + HOSTILE_CASE + "/related", resource("cases-hostile"))
                .json("/api/replication/v1/regions", resource("regions"))
                .json("/api/replication/v1/cases/", resource("adoption"))
                .on("/api/notify/v1/events", this::stream);
        ledger.standIn(backend);
    }

    LedgerStandIn ledger() {
        return ledger;
    }

    Backend backend() {
        return backend;
    }

    /** Tells everybody who listens now. */
    void tell(String type, String data) {
        listeners.forEach(listener -> listener.add("event: " + type + "\ndata: " + data + "\n\n"));
    }

    @Override
    public void close() {
        backend.close();
    }

    private static void search(HttpExchange exchange) throws IOException {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        if (query.contains("q=坏")) {
            Backend.answer(
                    exchange,
                    400,
                    "application/problem+json",
                    "{\"status\":400,\"detail\":\"A search has at most 100 characters.\"}");
        } else if (query.contains("q=恶")) {
            Backend.answer(exchange, 200, "application/json", resource("cases-hostile"));
        } else if (query.contains("q=无")) {
            Backend.answer(exchange, 200, "application/json", resource("nothing"));
        } else {
            Backend.answer(exchange, 200, "application/json", resource("cases"));
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        listeners.add(events);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(": open\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            while (!Thread.currentThread().isInterrupted()) {
                String event = events.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                out.write((event == null ? ": heartbeat\n\n" : event).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(events);
        }
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Services.class.getResourceAsStream(name + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
