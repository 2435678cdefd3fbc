package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.casewire.contracts.parsed.Domain;
import io.casewire.identity.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The receivers of deploy/examples, run as somebody else would run them. */
@Timeout(180)
class ExampleReceiversIT {
    private static final Path EXAMPLES =
            Path.of("../deploy/examples").toAbsolutePath().normalize();
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String TOKEN = RunningNotify.token(Role.AGENCY, "海关");
    private static final Duration SOON = Duration.ofSeconds(60);

    private static RunningNotify notify;

    @BeforeAll
    static void start() {
        notify = RunningNotify.start();
    }

    @AfterAll
    static void stop() {
        notify.close();
    }

    @ParameterizedTest
    @CsvSource({"node, node/receive.mjs", "python3, python/receive.py"})
    void repeatTheChallengeAndPrintEachSignedMessageOnce(String program, String script) throws Exception {
        assumeTrue(runs(program), "no " + program + " here");
        String query = "收件示例" + program;
        ProcessBuilder builder =
                new ProcessBuilder(program, EXAMPLES.resolve(script).toString());
        builder.environment().put("SECRET", SECRET);
        builder.environment().put("PORT", "0");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.redirectErrorStream(true).start();
        List<String> said = new CopyOnWriteArrayList<>();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(() -> lines.lines().forEach(said::add));
        try {
            await().atMost(SOON).until(() -> !said.isEmpty());
            assertThat(said.getFirst()).startsWith("listening on ");
            String port = said.getFirst().substring("listening on ".length());
            String id = subscribe(query, "http://localhost:" + port + "/");
            await().atMost(SOON).untilAsserted(() -> assertThat(state(id)).isEqualTo("ACTIVE"));
            notify.publish(Cases.published(query, Domain.TRADE, "-"));
            await().atMost(SOON).until(() -> said.size() == 2);

            assertThat(said.get(1)).matches("casewire\\.case\\.published\\.v1 case-\\w+ " + query);
            assertThat(posted("http://127.0.0.1:" + port + "/", "{\"type\":\"casewire.case.published.v1\"}"))
                    .isEqualTo(401);
            resend(id);
            assertThat(said).hasSize(2);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String subscribe(String query, String url) {
        HttpResponse<String> made = notify.call(
                "POST",
                "/api/notify/v1/subscriptions",
                TOKEN,
                "{\"query\":\"%s\",\"webhook\":{\"url\":\"%s\",\"secret\":\"%s\"}}".formatted(query, url, SECRET));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return RunningNotify.json(made).at("/id").asString();
    }

    private static String state(String id) {
        return RunningNotify.json(notify.call("GET", "/api/notify/v1/subscriptions/" + id, TOKEN, null))
                .at("/state")
                .asString();
    }

    /** Sends the message once more and waits until it was taken. */
    private static void resend(String subscription) {
        String path = "/api/notify/v1/deliveries?subscription=" + subscription;
        JsonNode last =
                RunningNotify.json(notify.call("GET", path, TOKEN, null)).at("/items/0");
        String delivery = "/api/notify/v1/deliveries/" + last.at("/id").asString();
        assertThat(last.at("/eventType").asString()).isEqualTo("casewire.case.published.v1");
        awaitDelivered(delivery, 1);
        assertThat(notify.call("POST", delivery + "/resend", TOKEN, null).statusCode())
                .isEqualTo(202);
        awaitDelivered(delivery, 2);
    }

    private static void awaitDelivered(String delivery, int attempts) {
        await().atMost(SOON).until(() -> {
            JsonNode now = RunningNotify.json(notify.call("GET", delivery, TOKEN, null));
            return now.at("/attempts").asInt() == attempts
                    && now.at("/status").asString().equals("DELIVERED");
        });
    }

    private static int posted(String url, String body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static boolean runs(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
