package io.casewire.catalog;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Asks the service over HTTP. */
public final class CatalogClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public CatalogClient(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Asks a service that a test started itself. */
    public static CatalogClient of(ConfigurableApplicationContext service) {
        return new CatalogClient(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** An answer; the body is null where there is none. */
    public record Answer(
            int status,
            @Nullable String type,
            @Nullable String etag,
            @Nullable JsonNode body) {

        /** The body of an answer that has one. */
        public JsonNode json() {
            if (body == null) {
                throw new AssertionError("No body; status " + status);
            }
            return body;
        }

        /** The ids of the items. */
        public List<String> ids() {
            List<String> ids = new ArrayList<>();
            json().path("items").forEach(item -> ids.add(item.path("id").asString()));
            return ids;
        }
    }

    /** @param namesAndValues of the query, unencoded */
    public Answer get(String path, String... namesAndValues) {
        return get(path, null, namesAndValues);
    }

    /** @param etag sent as If-None-Match unless null */
    public Answer get(String path, @Nullable String etag, String[] namesAndValues) {
        StringBuilder uri = new StringBuilder(base).append(path);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            uri.append(i == 0 ? '?' : '&')
                    .append(encoded(namesAndValues[i]))
                    .append('=')
                    .append(encoded(namesAndValues[i + 1]));
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(uri.toString())).timeout(Duration.ofSeconds(60));
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        return send(request.build());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(null),
                    response.headers().firstValue("ETag").orElse(null),
                    json(response.body()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer to " + request.uri(), e);
        }
    }

    /**
     * Sends a JSON body.
     *
     * @param token of the caller; null for none
     */
    public Answer post(String path, String body, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    private static @Nullable JsonNode json(String body) {
        return body.startsWith("{") ? WireJson.mapper().readTree(body) : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
