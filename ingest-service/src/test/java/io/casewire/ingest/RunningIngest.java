package io.casewire.ingest;

import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import io.casewire.ingest.pipeline.Parsing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** The service on an ephemeral port, with a client that speaks to it as a stranger would. */
final class RunningIngest implements AutoCloseable {
    static final String DOCUMENTS = "/api/ingest/v1/documents";

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final TokenIssuer issuer;
    private final URI base;

    private RunningIngest(ConfigurableApplicationContext context, Path identity) {
        this.context = context;
        this.issuer = TokenIssuer.in(identity);
        this.base = URI.create("http://127.0.0.1:" + port());
    }

    /** Starts it with {@link LineParser} and these settings on top of its own. */
    static RunningIngest start(String kafka, String mongo, Path directory, Map<String, String> settings) {
        return start(new LineParser(), kafka, mongo, directory, settings);
    }

    static RunningIngest start(
            Parsing parsing, String kafka, String mongo, Path directory, Map<String, String> settings) {
        return start(
                beans -> beans.registerBean("parsing", Parsing.class, () -> parsing),
                kafka,
                mongo,
                directory,
                settings);
    }

    static RunningIngest start(
            Consumer<GenericApplicationContext> beans,
            String kafka,
            String mongo,
            Path directory,
            Map<String, String> settings) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("server.port", "0");
        arguments.put("spring.kafka.bootstrap-servers", kafka);
        arguments.put("spring.mongodb.uri", mongo);
        arguments.put(
                "casewire.identity.directory", directory.resolve("identity").toString());
        arguments.put("spring.main.allow-bean-definition-overriding", "true");
        arguments.put("logging.structured.format.console", "");
        arguments.put("casewire.ingest.lease.length", "4s");
        arguments.put("casewire.ingest.pipeline.poll-interval", "500ms");
        // a new store beside the log that other tests share is no loss here
        arguments.put("casewire.continuity.rebuilds", "true");
        arguments.putAll(settings);
        ConfigurableApplicationContext context = IngestApplication.builder()
                .initializers(application -> beans.accept((GenericApplicationContext) application))
                .run(arguments.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
        return new RunningIngest(context, directory.resolve("identity"));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** An answer with its JSON body; an empty body is a missing node. */
    record Answer(int status, JsonNode json, HttpResponse<String> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer upload(String text, String query) {
        return upload(text.getBytes(StandardCharsets.UTF_8), query);
    }

    Answer upload(byte[] bytes, String query) {
        return send(request(DOCUMENTS + query, Role.PUBLISHER)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    Answer post(String path, Role role, String json) {
        return send(
                request(path, role).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    Answer delete(String path, Role role) {
        return send(request(path, role).DELETE());
    }

    /** A form with these files, all in the part of that name. */
    Answer uploadForm(String part, Map<String, String> files) {
        StringBuilder form = new StringBuilder();
        files.forEach((name, text) -> form.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(part)
                .append("\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: text/plain\r\n\r\n")
                .append(text)
                .append("\r\n"));
        return send(request(DOCUMENTS, Role.PUBLISHER)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(form + "--b--\r\n")));
    }

    HttpRequest.Builder request(String path, Role role) {
        return anonymous(path).header("Authorization", "Bearer " + token(role));
    }

    String token(Role role) {
        Caller caller = new Caller(
                "test", Set.of(role), role == Role.REGION ? "310000" : null, role == Role.AGENCY ? "海关总署" : null);
        return issuer.mint(caller, Duration.ofHours(1));
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(1));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()), response);
        } catch (IOException e) {
            throw new IllegalStateException("The service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        return body.startsWith("{") || body.startsWith("[")
                ? WireJson.mapper().readTree(body.lines().count() == 1 ? body : "{}")
                : WireJson.mapper().createObjectNode();
    }

    /** Waits until nothing more happens to the document and returns its status. */
    JsonNode untilThrough(String id) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        JsonNode status = get(DOCUMENTS + "/" + id).json();
        while (!Set.of("PUBLISHED", "SUPERSEDED", "UNPACKED", "REJECTED", "FAILED", "QUARANTINED")
                .contains(status.path("state").asString())) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not through after 3 minutes: " + status);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            status = get(DOCUMENTS + "/" + id).json();
        }
        return status;
    }

    @Override
    public void close() {
        context.close();
    }
}
