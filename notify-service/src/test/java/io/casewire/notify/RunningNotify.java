package io.casewire.notify;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.WireJson;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import io.casewire.messaging.EventPublisher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The service, running against the shared broker and store of the test run. */
final class RunningNotify implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path KEYS = keys();

    private final ConfigurableApplicationContext context;
    private final String store;
    private final String group;
    private final String broker;

    private RunningNotify(ConfigurableApplicationContext context, String broker, String store, String group) {
        this.context = context;
        this.broker = broker;
        this.store = store;
        this.group = group;
    }

    /** With a store and consumer groups of its own. */
    static RunningNotify start(String... properties) {
        return startOn(SharedKafka.bootstrapServers(), properties);
    }

    /** With a store and consumer groups of its own, against a broker that is not the shared one. */
    static RunningNotify startOn(String broker, String... properties) {
        return start(broker, SharedStore.freshDatabase(), SharedKafka.uniquePrefix() + "notify", properties);
    }

    /** With the store and groups of one that was stopped. */
    RunningNotify again(String... properties) {
        return start(broker, store, group, properties);
    }

    /** With its store, but reading every topic from the start. */
    RunningNotify replaying(String... properties) {
        return start(broker, store, SharedKafka.uniquePrefix() + "notify", properties);
    }

    private static RunningNotify start(String broker, String store, String group, String... properties) {
        List<String> all = arguments(broker, store, group);
        all.add("--server.port=0");
        for (String property : properties) {
            all.add("--" + property);
        }
        return new RunningNotify(NotifyApplication.builder().run(all.toArray(String[]::new)), broker, store, group);
    }

    /** What a service under test is told, its port aside. */
    static List<String> arguments(String broker, String store, String group) {
        return new ArrayList<>(List.of(
                "--spring.kafka.bootstrap-servers=" + broker,
                "--spring.mongodb.uri=" + store,
                "--casewire.messaging.group=" + group,
                "--casewire.messaging.relay-interval=300ms",
                "--casewire.identity.directory=" + KEYS,
                "--casewire.notify.allow-http=true",
                "--casewire.notify.allowed-networks=127.0.0.1/32",
                // what is not about verification subscribes under this address, and VerificationIT under localhost
                "--casewire.notify.webhook.unverified-hosts=127.0.0.1",
                "--casewire.notify.delivery.poll=100ms",
                "--logging.structured.format.console=",
                "--logging.level.root=WARN"));
    }

    /** The bean of that type. */
    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String url(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    static String token(Role role, @Nullable String agency) {
        return TokenIssuer.in(KEYS).mint(new Caller("test", Set.of(role), null, agency), Duration.ofHours(1));
    }

    static String regionToken(String region) {
        return TokenIssuer.in(KEYS).mint(new Caller("test", Set.of(Role.REGION), region, null), Duration.ofHours(1));
    }

    /** Subscribes for that agency and returns the answer; {@code criteria} are members of a JSON object. */
    JsonNode subscribe(String agency, String url, String criteria) {
        HttpResponse<String> answer = call(
                "POST",
                "/api/notify/v1/subscriptions",
                token(Role.AGENCY, agency),
                "{" + criteria + (criteria.isEmpty() ? "" : ",") + "\"webhook\":{\"url\":\"" + url + "\"}}");
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return json(answer);
    }

    HttpResponse<String> call(String method, String path, @Nullable String token, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("content-type", "application/json");
        }
        if (token != null) {
            request.header("authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return WireJson.mapper().readTree(answer.body());
    }

    void publish(CaseEvent event) {
        publish(event, false);
    }

    void publish(ObligationEvent event) {
        bean(EventPublisher.class)
                .publish(
                        Topics.OBLIGATION,
                        Envelope.now(event, URI.create("/casewire/test"), Instant.now(), "test", false));
    }

    void publish(CaseEvent event, boolean backfill) {
        bean(EventPublisher.class)
                .publish(
                        Topics.cases(event.content().firstDomain()),
                        Envelope.now(event, URI.create("/casewire/test"), Instant.now(), "test", backfill));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }

    private static Path keys() {
        try {
            return Files.createTempDirectory("casewire-notify-keys").resolve("identity");
        } catch (IOException e) {
            throw new IllegalStateException("No temporary directory for the keys", e);
        }
    }
}
