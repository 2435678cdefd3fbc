package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** A subscription of a webhook to every case. */
public final class WebhookSubscription {
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(1);

    private WebhookSubscription() {}

    /**
     * Makes one.
     *
     * @param port of the notify service on loopback
     * @param data folder whose key signs the token
     * @return its id
     * @throws NotMeasured where it is refused
     */
    public static String make(int port, Path data, URI url) throws IOException, InterruptedException {
        String token = TokenIssuer.in(data.resolve("identity"))
                .mint(new Caller("bench", Set.of(Role.AGENCY), null, "长沙海关"), Duration.ofHours(12));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/notify/v1/subscriptions"))
                            .timeout(ANSWERS_WITHIN)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"allCases\":true,\"webhook\":{\"url\":\"" + url + "\"}}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new NotMeasured("subscribing is answered with " + answer.statusCode() + ": " + answer.body());
            }
            return WireJson.mapper().readTree(answer.body()).path("id").asString("");
        }
    }
}
