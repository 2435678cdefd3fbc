package io.casewire.console.page;

import com.sun.net.httpserver.HttpExchange;
import io.casewire.console.Backend;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Notify with one subscription that fails, and what is asked of it. */
final class NotifyStandIn {
    static final String SUBSCRIPTION = "sub-aaaaaaaaaaaaaaaaaaaaaaaaa1";
    static final String SECRET = "whsec_aW52ZW50ZWQtc2VjcmV0LW9mLWEtdGVzdA==";
    private static final String PATH = "/api/notify/v1/";
    private static final String MADE = "sub-aaaaaaaaaaaaaaaaaaaaaaaaa2";

    /** Method, path and body of every change that was asked for, previews left out. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private volatile boolean paused;

    NotifyStandIn(Backend backend) {
        for (String name : List.of("subscriptions", "deliveries", "counts")) {
            backend.on(PATH + name, this::handle);
        }
    }

    /** As it was at first. */
    void reset() {
        asked.clear();
        paused = false;
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI address = exchange.getRequestURI();
        String path = address.getPath().substring(PATH.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("GET")) {
            Backend.answer(
                    exchange, 200, "application/json", read(path, Objects.requireNonNullElse(address.getQuery(), "")));
        } else if (body.contains("湖南自冒区")) {
            String said = "There is no pilot free trade zone '湖南自冒区' (in zones); the nearest are 湖南自贸试验区, 河南自贸试验区.";
            problem(exchange, 422, "invalid-subscription", said, "[\"" + said + "\"]");
        } else if (path.equals("subscriptions/preview")) {
            Backend.answer(exchange, 200, "application/json", Services.resource("subscription-preview"));
        } else {
            asked.add(exchange.getRequestMethod() + ' ' + address + ' ' + body);
            change(exchange, path);
        }
    }

    private void change(HttpExchange exchange, String path) throws IOException {
        if (path.equals("subscriptions")) {
            Backend.answer(exchange, 201, "application/json", made(SECRET));
        } else if (path.endsWith("/feed") && exchange.getRequestMethod().equals("POST")) {
            Backend.answer(
                    exchange,
                    201,
                    "application/json",
                    "{\"subscription\":\"x\",\"atom\":\"https://casewire.example/f/t.atom\","
                            + "\"json\":\"https://casewire.example/f/t.json\",\"openedAt\":\"2026-03-02T01:00:00Z\"}");
        } else if (path.endsWith("/resume")) {
            paused = false;
            Backend.answer(exchange, 200, "application/json", "{\"id\":\"x\",\"told\":{\"missing\":3,\"again\":12}}");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            Backend.answer(exchange, 204, "application/json", "");
        } else {
            paused |= path.endsWith("/pause");
            Backend.answer(exchange, 202, "application/json", subscription());
        }
    }

    private String read(String path, String query) {
        return switch (path) {
            case "subscriptions" -> "{\"items\":[" + subscription() + "]}";
            case "subscriptions/" + MADE -> made(null);
            case "deliveries" ->
                query.contains("status=PENDING") ? "{\"items\":[]}" : "{\"items\":[" + delivery("") + "]}";
            case "deliveries/dlv-1" -> delivery(Services.resource("delivery-log"));
            case "counts" -> "{\"subscriptions\":1,\"deliveries\":{\"pending\":0,\"delivered\":7,\"abandoned\":1}}";
            default -> path.endsWith("/" + SUBSCRIPTION) ? subscription() : "{\"items\":[]}";
        };
    }

    private String subscription() {
        String stored = Services.resource("subscription");
        return paused
                ? stored.replace("\"active\":true,\"state\":\"ACTIVE\"", "\"active\":false,\"state\":\"PAUSED\"")
                : stored;
    }

    private static String made(@Nullable String secret) {
        return Services.resource("subscription")
                .replace(SUBSCRIPTION, MADE)
                .replace("\"url\":", secret == null ? "\"url\":" : "\"secret\":\"" + secret + "\",\"url\":");
    }

    private static String delivery(String more) {
        return "{\"id\":\"dlv-1\",\"subscription\":\"" + SUBSCRIPTION
                + "\",\"agency\":\"样例海关\",\"eventId\":\"case-1@1\","
                + "\"eventType\":\"casewire.case.published.v1\",\"subject\":\"case-aaaaaaaaaaaaaaaaaaaaaaaaa1\","
                + "\"title\":\"<img src=x onerror=alert(1)>通关\",\"endpoint\":\"hooks.example.org\",\"status\":\"ABANDONED\",\"attempts\":12,"
                + "\"lastStatus\":500,\"lastFailure\":\"The receiver answered 500.\",\"note\":\"All attempts failed.\","
                + "\"createdAt\":\"2026-03-01T00:00:00Z\",\"updatedAt\":\"2026-03-02T00:00:00Z\",\"channel\":\"WEBHOOK\""
                + more + "}";
    }

    private static void problem(HttpExchange exchange, int status, String slug, String detail, String errors)
            throws IOException {
        Backend.answer(
                exchange,
                status,
                "application/problem+json",
                "{\"type\":\"urn:casewire:problem:" + slug + "\",\"status\":" + status
                        + ",\"title\":\"x\",\"detail\":\"" + detail + "\",\"errors\":" + errors + "}");
    }
}
