package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.wire.WireJson;
import io.casewire.embedded.EmbeddedStore;
import io.casewire.embedded.SharedKafka;
import io.casewire.extraction.worker.Extractor;
import io.casewire.extraction.worker.LineReaderWorker;
import io.casewire.extraction.worker.WorkerSettings;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import io.casewire.ingest.Wire.Message;
import io.casewire.ingest.pipeline.EndBetweenSteps;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** kill -9 while documents come in: what was acknowledged is published, each revision with one content. */
class KilledServiceIT {
    private static final int KILLS = 3;
    private static final int DOCUMENTS_PER_LIFE = 12;
    private static final Duration START = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Random random = new Random(20261121);
    private final Map<String, String> acknowledged = new HashMap<>();

    @Test
    void whatWasAcknowledgedIsPublishedInTheEnd(@TempDir Path directory) throws Exception {
        String run = UUID.randomUUID().toString();
        try (EmbeddedStore store = EmbeddedStore.open(directory.resolve("store"), 0)) {
            for (int life = 0; life < KILLS; life++) {
                Process process = start(store, directory, life);
                try {
                    URI base = awaitPort(process, directory.resolve("port-" + life));
                    for (int i = 0; i < DOCUMENTS_PER_LIFE; i++) {
                        upload(base, directory, run + "-" + life + "-" + i, i);
                    }
                    Thread.sleep(random.nextInt(1500));
                } finally {
                    process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
                }
            }
            try (RunningIngest ingest = RunningIngest.start(
                    SharedKafka.bootstrapServers(), store.connectionString("ingest"), directory, Map.of())) {
                for (String id : acknowledged.keySet()) {
                    assertThat(ingest.untilThrough(id).path("state").asString()).isEqualTo("PUBLISHED");
                }
            }
        }

        assertThat(acknowledged).hasSize(KILLS * DOCUMENTS_PER_LIFE);
        List<String> cases = new ArrayList<>();
        for (String title : acknowledged.values()) {
            cases.add(LineParser.caseId(title, "1").value());
            cases.add(LineParser.caseId(title, "2").value());
        }
        Map<String, Event> revisions = new HashMap<>();
        for (Message message : Wire.of(SharedKafka.bootstrapServers(), cases)) {
            Event event = message.event();
            assertThat(revisions.merge(event.eventId(), event, (one, other) -> one.equals(other) ? one : null))
                    .as("a repeated revision has the same content")
                    .isNotNull();
        }
        assertThat(revisions.values())
                .allSatisfy(event -> assertThat(event).isInstanceOf(CaseEvent.CasePublished.class))
                .extracting(Event::key)
                .containsExactlyInAnyOrderElementsOf(cases);
    }

    @Test
    void aDocumentWhoseParseEndsTheProcessIsQuarantinedAndTheOthersGoOn(@TempDir Path directory) throws Exception {
        String run = UUID.randomUUID().toString();
        try (EmbeddedStore store = EmbeddedStore.open(directory.resolve("store"), 0)) {
            Process process = start(store, directory, 0);
            String deadly;
            try {
                URI base = awaitPort(process, directory.resolve("port-0"));
                deadly = send(base, directory, "title|" + run + "\nhalt\n");
                assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            } finally {
                process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            }
            try (RunningIngest ingest = RunningIngest.start(
                    SharedKafka.bootstrapServers(),
                    store.connectionString("ingest"),
                    directory,
                    Map.of("casewire.ingest.pipeline.max-parse-attempts", "1"))) {
                JsonNode status = ingest.untilThrough(deadly);
                String other = send(
                        URI.create("http://127.0.0.1:" + ingest.port()),
                        directory,
                        "title|" + run + "b\ncase|1|trade|一|好\n");

                assertThat(status.path("state").asString()).isEqualTo("QUARANTINED");
                assertThat(status.path("refusal").path("code").asString()).isEqualTo("QUARANTINED");
                assertThat(status.path("refusal").path("reason").asString())
                        .contains("casewire.ingest.pipeline.max-parse-attempts");
                assertThat(ingest.untilThrough(other).path("state").asString()).isEqualTo("PUBLISHED");
                assertThat(ingest.delete(RunningIngest.DOCUMENTS + "/" + deadly, Role.OPERATOR)
                                .status())
                        .isEqualTo(204);
            }
        }
    }

    @Test
    void aDocumentWhoseTextWasTakenOutGoesOnAndIsPublishedOnce(@TempDir Path directory) throws Exception {
        String title = "样" + UUID.randomUUID().toString().replaceAll("[-0-9]", "");
        String table = "%PDF-\n" + title + "自由贸易试验区制度创新成果汇总表\n\n序号|成果名称|主要做法|主要成效|推荐单位\n1|" + title
                + "样例通关模式|1.改革前，排队久。2.改革后，提前申报。|时间由3天缩短为1天。|长沙海关、岳阳片区\n";
        try (EmbeddedStore store = EmbeddedStore.open(directory.resolve("store"), 0)) {
            Process process = start(store, directory, 0, Life.ENDS_BETWEEN_STEPS);
            String id;
            try {
                id = send(awaitPort(process, directory.resolve("port-0")), directory, table);
                assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(process.exitValue()).isEqualTo(9);
            } finally {
                process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            }
            Instant ended = Instant.now();
            try (RunningIngest ingest = RunningIngest.start(
                    beans -> extractWith(beans, directory),
                    SharedKafka.bootstrapServers(),
                    store.connectionString("ingest"),
                    directory,
                    Map.of())) {
                JsonNode status = ingest.untilThrough(id);

                assertThat(status.path("steps"))
                        .extracting(step -> step.path("state").asString())
                        .containsExactly("RECEIVED", "EXTRACTED", "PARSED", "PUBLISHED");
                assertThat(Instant.parse(status.path("steps").path(1).path("at").asString()))
                        .isBefore(ended);
                assertThat(Instant.parse(status.path("steps").path(2).path("at").asString()))
                        .isAfter(ended);
                List<String> cases = ingest.get(RunningIngest.DOCUMENTS + "/" + id + "/records")
                        .response()
                        .body()
                        .lines()
                        .map(WireJson.mapper()::readTree)
                        .filter(record -> record.path("kind").asString().equals("case"))
                        .map(record -> record.path("id").asString())
                        .toList();
                assertThat(Wire.of(SharedKafka.bootstrapServers(), cases))
                        .singleElement()
                        .extracting(Message::event)
                        .isInstanceOf(CaseEvent.CasePublished.class);
            }
        }
    }

    private static void extractWith(GenericApplicationContext beans, Path directory) {
        try {
            WorkerSettings settings = WorkerSettings.usual(
                    WorkerSettings.ownClassPath(), Files.createTempDirectory(directory, "extraction"));
            beans.registerBean("extractor", Extractor.class, () -> LineReaderWorker.extractor(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void upload(URI base, Path directory, String title, int number) throws IOException, InterruptedException {
        String text = "title|%s\ncase|1|trade|一|%d\ncase|2|finance|二|%d\n".formatted(title, number, number);
        acknowledged.put(send(base, directory, text), title);
    }

    private String send(URI base, Path directory, String text) throws IOException, InterruptedException {
        String token = TokenIssuer.in(directory.resolve("identity"))
                .mint(new Caller("test", Set.of(Role.PUBLISHER), null, null), Duration.ofHours(1));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(base.resolve(RunningIngest.DOCUMENTS + "?name=a.txt"))
                        .timeout(Duration.ofMinutes(1))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(text))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        String location = response.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static Process start(EmbeddedStore store, Path directory, int life, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Life.class.getName(),
                SharedKafka.bootstrapServers(),
                store.connectionString("ingest"),
                directory.toString(),
                directory.resolve("port-" + life).toString()));
        command.addAll(Arrays.asList(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("life-" + life + ".log").toFile())
                .start();
    }

    private static URI awaitPort(Process process, Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!Files.exists(file)) {
            assertThat(process.isAlive()).as("the service lives").isTrue();
            assertThat(System.nanoTime()).as("the service starts in time").isLessThan(end);
            Thread.sleep(50);
        }
        return URI.create("http://127.0.0.1:" + Files.readString(file));
    }

    /** The service as a process of its own. */
    static final class Life {
        private static final String ENDS_BETWEEN_STEPS = "ends-between-steps";

        private Life() {}

        public static void main(String[] args) throws IOException {
            Path directory = Path.of(args[2]);
            boolean ends = Arrays.asList(args).contains(ENDS_BETWEEN_STEPS);
            RunningIngest ingest = ends
                    ? RunningIngest.start(
                            beans -> {
                                extractWith(beans, directory);
                                EndBetweenSteps.register(beans);
                            },
                            args[0],
                            args[1],
                            directory,
                            Map.of())
                    : RunningIngest.start(args[0], args[1], directory, Map.of());
            Path port = Path.of(args[3]);
            Path unfinished = Path.of(args[3] + ".new");
            Files.writeString(unfinished, Integer.toString(ingest.port()));
            Files.move(unfinished, Objects.requireNonNull(port));
        }
    }
}
