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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Obligations and their files over HTTP. */
final class LedgerApi {
    private static final String OBLIGATIONS = "/api/replication/v1/obligations";
    private static final String ATTACHMENTS = "/api/replication/v1/attachments";
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

    /** Destroys the bytes of a file; what came of it, as the service answers. */
    JsonNode purge(String sha256, String reason) throws IOException, InterruptedException {
        return send(request(ATTACHMENTS + "/" + sha256 + "/purge")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        WireJson.mapper().writeValueAsBytes(Map.of("reason", reason))))
                .build());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWERS_WITHIN)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == OK) {
                return json(response.body());
            }
            if (response.statusCode() != TOO_MANY || attempt == ATTEMPTS) {
                throw new Refused(refusal(request.uri(), response));
            }
            Thread.sleep(Duration.ofSeconds(response.headers()
                    .firstValue("Retry-After")
                    .filter(value -> value.matches("[0-9]{1,2}"))
                    .map(Integer::valueOf)
                    .orElse(1)));
        }
    }

    /** What the service says of it; of what is no problem document the status only. */
    private static String refusal(URI asked, HttpResponse<byte[]> response) {
        String status = "%s answers with HTTP status %d".formatted(asked, response.statusCode());
        try {
            String detail = json(response.body()).path("detail").asString("");
            return detail.isEmpty() ? status : status + ": " + detail;
        } catch (IOException _) {
            return status;
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
