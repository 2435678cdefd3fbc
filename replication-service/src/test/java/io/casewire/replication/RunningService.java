package io.casewire.replication;

import com.mongodb.event.CommandListener;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.contracts.wire.WireJson;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import io.casewire.messaging.EventPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * The service on an ephemeral port, with the broker and store of the test run. Tests share one and keep apart by cases of
 * their own; those that need a store of their own start another.
 */
public final class RunningService implements AutoCloseable {
    private static final URI ELSEWHERE = URI.create("/casewire/ingest");
    private static final Path IDENTITY = temporary();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

    private final ConfigurableApplicationContext context;
    private final URI base;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
        this.base = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The one of the test run. */
    public static RunningService shared() {
        return Shared.SERVICE;
    }

    /** Another one, on that store. */
    public static RunningService on(String mongoUri, String group) {
        return on(mongoUri, group, new CommandListener() {});
    }

    /** The same, whose commands to the store somebody listens to. */
    public static RunningService on(String mongoUri, String group, CommandListener listener) {
        return on(mongoUri, group, listener, _ -> {});
    }

    private static RunningService on(
            String mongoUri,
            String group,
            CommandListener listener,
            ApplicationContextInitializer<ConfigurableApplicationContext> changes) {
        MongoClientSettingsBuilderCustomizer listened = settings -> settings.addCommandListener(listener);
        return new RunningService(ReplicationApplication.builder()
                .initializers(context -> context.getBeanFactory().registerSingleton("listened", listened), changes)
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + mongoUri,
                        "--spring.kafka.bootstrap-servers=" + SharedKafka.bootstrapServers(),
                        "--casewire.messaging.group=" + group,
                        "--casewire.identity.directory=" + IDENTITY,
                        "--casewire.replication.ledger.relay-interval=1s",
                        "--logging.structured.format.console=",
                        "--logging.level.root=WARN"));
    }

    /** Another one on that store, that knows regions, zones and sets by those tables. */
    public static RunningService on(String mongoUri, String group, Gazetteer gazetteer) {
        return on(
                mongoUri,
                group,
                new CommandListener() {},
                context -> context.addBeanFactoryPostProcessor(
                        factory -> factory.addBeanPostProcessor(new BeanPostProcessor() {
                            @Override
                            public Object postProcessAfterInitialization(Object bean, String name) {
                                return bean instanceof Gazetteer ? gazetteer : bean;
                            }
                        })));
    }

    /** An answer. */
    public record Answer(int status, JsonNode body, Map<String, List<String>> headers) {
        public String text(String field) {
            return body.path(field).asString("");
        }

        public @Nullable String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse(null);
        }
    }

    public Answer get(String path) {
        return get(path, null);
    }

    public Answer get(String path, @Nullable String token, @Nullable String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).GET();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public Answer post(String path, @Nullable String token, Object body, String... headers) {
        return send("POST", path, token, body, headers);
    }

    public Answer put(String path, @Nullable String token, Object body, String... headers) {
        return send("PUT", path, token, body, headers);
    }

    public Answer patch(String path, @Nullable String token, Object body, String... headers) {
        return send("PATCH", path, token, body, headers);
    }

    public Answer delete(String path, @Nullable String token) {
        return send("DELETE", path, token, "");
    }

    private Answer send(String method, String path, @Nullable String token, Object body, String... headers) {
        String json = body instanceof String text ? text : WireJson.mapper().writeValueAsString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** A file as it comes. */
    public HttpResponse<byte[]> download(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).GET();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return exchange(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends those bytes. */
    public Answer upload(String path, @Nullable String token, byte[] body, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Where that path is answered. */
    public URI address(String path) {
        return base.resolve(path);
    }

    public static String token(String subject, Role role, @Nullable String region) {
        return TokenIssuer.in(IDENTITY)
                .mint(
                        new Caller(subject, Set.of(role), region, role == Role.AGENCY ? "长沙海关" : null),
                        Duration.ofHours(1));
    }

    /** Puts a case event on the topic of its first domain. */
    public void publish(CaseEvent event) {
        publish(Topics.cases(event.content().firstDomain()), event);
    }

    /** Puts an event on a topic. */
    public <E extends Event> void publish(Topic<E> topic, E event) {
        context.getBean(EventPublisher.class)
                .publish(topic, Envelope.now(event, ELSEWHERE, Instant.now(), "test", false));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All that was ever published about obligations, in order within each. */
    public static List<Envelope<ObligationEvent>> events() {
        Map<String, Object> configuration = Map.of(
                "bootstrap.servers",
                SharedKafka.bootstrapServers(),
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(configuration)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.OBLIGATION.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Envelope<ObligationEvent>> events = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    events.add(EventCodec.decode(Topics.OBLIGATION, record));
                }
            }
            return events;
        }
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString());
        String body = response.body();
        boolean json = response.headers()
                .firstValue("Content-Type")
                .map(type -> type.contains("json"))
                .orElse(false);
        JsonNode tree = json
                ? WireJson.mapper().readTree(body)
                : WireJson.mapper().getNodeFactory().stringNode(body);
        return new Answer(response.statusCode(), tree, response.headers().map());
    }

    private static <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("casewire-identity").resolve("identity");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final RunningService SERVICE = on(SharedStore.freshDatabase(), "shared");
    }
}
