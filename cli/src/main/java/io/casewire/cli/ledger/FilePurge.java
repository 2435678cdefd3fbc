package io.casewire.cli.ledger;

import io.casewire.cli.connect.Refused;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Has the bytes of an attached file destroyed, over HTTP. */
final class FilePurge {
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(2);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();
    private final URI address;
    private final String token;
    private final PrintStream out;

    FilePurge(URI address, String token, PrintStream out) {
        this.address = address;
        this.token = token;
        this.out = out;
    }

    /** @param sha256 64 lower-case hexadecimal digits */
    void purge(String sha256, String reason) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        address.resolve("/api/replication/v1/attachments/" + sha256 + "/purge"))
                .timeout(ANSWERS_WITHIN)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        WireJson.mapper().writeValueAsBytes(Map.of("reason", reason))))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode body = json(response.body());
        if (response.statusCode() != OK) {
            throw new Refused(body.path("detail").asString("HTTP status " + response.statusCode()));
        }
        out.printf(
                "purged sha256:%s by %s at %s: %s%n",
                sha256,
                body.path("actor").asString(),
                body.path("at").asString(),
                body.path("reason").asString());
        body.path("obligations").forEach(id -> out.printf("  named by %s%n", id.asString()));
        out.println("Backups of before have the bytes still; after one of them is restored, purge again.");
    }

    private static JsonNode json(byte[] body) throws IOException {
        try {
            return WireJson.mapper().readTree(body);
        } catch (JacksonException e) {
            throw new IOException("the answer is no JSON", e);
        }
    }
}
