package io.casewire.console.page;

import com.sun.net.httpserver.HttpExchange;
import io.casewire.console.Backend;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Ingest with a document that waits for a person, a hostile one, and what is sent to it. */
final class IngestStandIn {
    static final String HELD = "src-held00000000000000000000001";
    static final String HOSTILE = "src-bad000000000000000000000001";
    private static final String PATH = "/api/ingest/v1/";
    private static final String NEW = "src-new000000000000000000000001";
    private static final String MISREAD = "跨境电商退货一站式办里";

    /** Method, path and body of every change that was asked for. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private volatile boolean published;
    private volatile boolean corrected;
    private final AtomicInteger looks = new AtomicInteger();

    IngestStandIn(Backend backend) {
        backend.on(PATH, this::handle);
    }

    /** As it was at first. */
    void reset() {
        asked.clear();
        published = false;
        corrected = false;
        looks.set(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(PATH.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("GET")) {
            Backend.answer(exchange, 200, "application/json", read(path, exchange.getRequestURI()));
            return;
        }
        asked.add(exchange.getRequestMethod() + ' ' + exchange.getRequestURI() + ' ' + body);
        change(exchange, path, body);
    }

    private void change(HttpExchange exchange, String path, String body) throws IOException {
        if (path.equals("documents")) {
            if (body.contains("图片.png")) {
                refuse(exchange, 415, "document-type-unsupported", "This is binary data (it contains NUL bytes).");
            } else if (body.contains("再来.txt") && asked.size() == 1) {
                refuse(exchange, 503, "too-busy", "Too many uploads are under way.");
            } else {
                Backend.answer(exchange, 202, "application/json", sent("RECEIVED"));
            }
        } else if (path.endsWith("/corrections")) {
            corrected = true;
            Backend.answer(exchange, 200, "application/json", "{\"outcome\":\"NOTHING_TO_DO\"}");
        } else if (path.endsWith("/publish")) {
            published = true;
            Backend.answer(exchange, 202, "application/json", held());
        } else if (path.equals("sources") && body.contains("example.com")) {
            Backend.answer(
                    exchange,
                    422,
                    "application/problem+json",
                    "{\"type\":\"urn:casewire:problem:invalid-source\",\"status\":422,\"title\":\"x\",\"detail\":\"两处不对\","
                            + "\"errors\":[\"url is on no allowed host. 该网站不在允许的名单里。\",\"selector is no CSS selector, such as .news-list a.\"]}");
        } else {
            Backend.answer(exchange, 202, "application/json", "{}");
        }
    }

    private String read(String path, URI address) {
        return switch (path) {
            case "documents" -> {
                String query = Objects.requireNonNullElse(address.getQuery(), "");
                yield query.contains("state=FAILED")
                        ? "{\"items\":[]}"
                        : "{\"items\":[" + held() + "," + Services.resource("document-hostile")
                                + "],\"next\":\"bmV4dA\"}";
            }
            case "held" -> "{\"items\":[" + held() + "]}";
            case "sources" -> Services.resource("sources");
            case "sources/watch-1" -> Services.resource("sources-one");
            case "documents/" + NEW -> sent(looks.incrementAndGet() > 1 ? "PUBLISHED" : "PARSED");
            case "documents/" + HELD -> held();
            case "documents/" + HELD + "/text" -> Services.resource("document-held-text");
            case "documents/" + HELD + "/records" ->
                Services.resource("document-held-records").replace("TITLE", corrected ? "跨境电商退货一站式办理" : MISREAD);
            case "documents/" + HELD + "/preview" ->
                Services.resource("document-held-preview").replace("TITLE", corrected ? "跨境电商退货一站式办理" : MISREAD);
            case "documents/" + HOSTILE -> Services.resource("document-hostile");
            case "documents/" + HOSTILE + "/text" -> Services.resource("document-hostile-text");
            case "documents/" + HOSTILE + "/records" -> Services.resource("document-hostile-records");
            case "documents/" + HOSTILE + "/preview" ->
                Services.resource("document-held-preview").replace("TITLE", "<b>x</b>");
            default ->
                path.endsWith("/corrections")
                        ? corrected && path.contains("0003") ? CORRECTIONS : "{\"items\":[]}"
                        : "{\"items\":[]}";
        };
    }

    private static final String CORRECTIONS = """
            {"id":"case-held0000000000000000000003","items":[{"field":"/title","value":"跨境电商退货一站式办理",
             "parsed":"跨境电商退货一站式办里","at":"2026-03-02T03:00:00Z","by":"李雷","reason":"原件为“办理”"}]}""";

    private String held() {
        String held = Services.resource("document-held");
        return published
                ? held.replace("\"state\":\"PARSED\",\"rec", "\"state\":\"PUBLISHED\",\"rec")
                        .replace("\"waits\":true", "\"waits\":false")
                : held;
    }

    private static String sent(String state) {
        return "{\"id\":\"" + NEW + "\",\"name\":\"样例通知.txt\",\"size\":20,\"sha256\":\"cc\",\"state\":\"" + state
                + "\",\"receivedAt\":\"2026-03-02T04:00:00Z\",\"backfill\":false,\"correlationId\":\"c-3\",\"steps\":[{\"state\":\""
                + state + "\",\"at\":\"2026-03-02T04:00:00Z\"}],\"diagnosticCount\":0}";
    }

    private static void refuse(HttpExchange exchange, int status, String slug, String detail) throws IOException {
        Backend.answer(
                exchange,
                status,
                "application/problem+json",
                "{\"type\":\"urn:casewire:problem:" + slug + "\",\"status\":" + status
                        + ",\"title\":\"x\",\"detail\":\"" + detail + "\"}");
    }
}
