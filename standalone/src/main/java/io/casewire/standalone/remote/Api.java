package io.casewire.standalone.remote;

import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Caller;
import io.casewire.identity.local.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A running instance's HTTP interfaces, called in somebody's name with a token of the local key. */
public final class Api {
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final Duration TOKEN_LIFE = Duration.ofHours(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();
    private final URI address;
    private final String token;

    private Api(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** @param data whose key signs the token */
    public static Api of(URI address, Path data, Caller caller) {
        return new Api(address, TokenIssuer.in(data.resolve("identity")).mint(caller, TOKEN_LIFE));
    }

    /**
     * An answer.
     *
     * @param body missing when it is no JSON
     * @param retryAfterSeconds 0 where the service does not say
     */
    public record Answer(int status, JsonNode body, int retryAfterSeconds) {
        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /** The sentence of a problem document, else the bare status. */
        public String problem() {
            String detail = body.path("detail").asString("");
            return detail.isEmpty() ? "HTTP status " + status : detail;
        }
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(WireJson.mapper().writeValueAsBytes(body))));
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    public Answer upload(String path, BodyPublisher body) throws IOException, InterruptedException {
        return send(
                request(path).header("Content-Type", "application/octet-stream").POST(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWERS_WITHIN)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                json(response.body()),
                response.headers()
                        .firstValue("Retry-After")
                        .filter(value -> value.matches("[0-9]{1,5}"))
                        .map(Integer::valueOf)
                        .orElse(0));
    }

    private static JsonNode json(byte[] body) {
        try {
            return WireJson.mapper().readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
