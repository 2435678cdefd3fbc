package io.casewire.cli.ledger;

import io.casewire.cli.connect.Refused;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads obligations over HTTP. */
final class LedgerApi {
    private static final String OBLIGATIONS = "/api/replication/v1/obligations";
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int ATTEMPTS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();
    private final URI address;
    private final String token;

    LedgerApi(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /**
     * Lines without their history.
     *
     * @param next null on the last page
     */
    record Lines(List<JsonNode> items, @Nullable String next) {}

    /** A page of all there ever were, in the order of their ids. */
    Lines lines(@Nullable String cursor) throws IOException, InterruptedException {
        JsonNode page = get(OBLIGATIONS + "?lapsed=true&size=500"
                + (cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)));
        return new Lines(
                page.path("items").valueStream().toList(), page.path("next").asString(null));
    }

    /** A line with its history. */
    JsonNode line(String id) throws IOException, InterruptedException {
        JsonNode line = get(OBLIGATIONS + "/" + id);
        if (line.path("outline").asBoolean(false)) {
            throw new Refused(
                    "the token may not read what was reported; it takes one of an auditor, a coordinator or an"
                            + " operator");
        }
        return line;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWERS_WITHIN)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == OK) {
                return json(response.body());
            }
            if (response.statusCode() != TOO_MANY || attempt == ATTEMPTS) {
                throw new Refused("%s answers with HTTP status %d".formatted(request.uri(), response.statusCode()));
            }
            Thread.sleep(Duration.ofSeconds(response.headers()
                    .firstValue("Retry-After")
                    .filter(value -> value.matches("[0-9]{1,2}"))
                    .map(Integer::valueOf)
                    .orElse(1)));
        }
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            return WireJson.mapper().readTree(body);
        } catch (JacksonException e) {
            throw new IOException("the answer is no JSON", e);
        }
    }
}
