package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.wire.WireJson;
import io.casewire.embedded.EmbeddedStore;
import io.casewire.embedded.SharedKafka;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import io.casewire.ingest.Wire.Message;
import io.casewire.ingest.pipeline.Parsing;
import io.casewire.parsing.ParsedDocument;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A newer parser reads what is kept, and the process is killed in the middle. */
class ReparseIT {
    private static final int DOCUMENTS = 12;
    private static final String RUNS = "/api/ingest/v1/reparses";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aRunThatWasKilledGoesOnAndPublishesOnlyWhatChangedOnce(@TempDir Path directory) throws Exception {
        String run = UUID.randomUUID().toString();
        List<String> ids = new ArrayList<>();
        String corrected = LineParser.caseId(run + 0, "1").value();
        String waiting;
        try (EmbeddedStore store = EmbeddedStore.open(directory.resolve("store"), 0)) {
            try (RunningIngest first = start(new LineParser(), store, directory)) {
                for (int i = 0; i < DOCUMENTS; i++) {
                    // every second one says what the newer parser reads otherwise
                    ids.add(sent(
                            first, "title|" + run + i + "\ncase|1|trade|一|" + (i % 2 == 0 ? "旧" : "同") + "\n", ""));
                }
                ids.forEach(first::untilThrough);
                waiting = sent(first, "title|" + run + "h\ncase|1|trade|一|旧\n", "&hold=true");
                await().until(() -> first.get(RunningIngest.DOCUMENTS + "/" + waiting)
                        .json()
                        .path("held")
                        .path("waits")
                        .asBoolean(false));
                assertThat(first.post(
                                        "/api/ingest/v1/records/" + corrected + "/corrections",
                                        Role.OPERATOR,
                                        "{\"field\":\"/title\",\"value\":\"改\",\"reason\":\"误读\"}")
                                .status())
                        .isEqualTo(200);
            }
            String id = killedInTheMiddle(store, directory);
            try (RunningIngest last = start(new NewerParser(0), store, directory)) {
                await().atMost(Duration.ofMinutes(1)).until(() -> last.get(RUNS + "/" + id)
                        .json()
                        .path("status")
                        .asString()
                        .equals("DONE"));
                JsonNode ended = last.get(RUNS + "/" + id).json();
                assertThat(ended.path("total").asInt()).isEqualTo(DOCUMENTS + 1);
                assertThat(ended.path("changed").asInt()).isEqualTo(DOCUMENTS / 2);
                assertThat(ended.path("unchanged").asInt()).isEqualTo(DOCUMENTS / 2);
                assertThat(ended.path("held").asInt()).isEqualTo(1);
                assertThat(ended.path("failed").asInt()).isZero();
                for (String document : ids) {
                    assertThat(last.untilThrough(document).path("state").asString())
                            .isEqualTo("PUBLISHED");
                }
                // it waited over two starts and another reading
                assertThat(last.post(RunningIngest.DOCUMENTS + "/" + waiting + "/publish", Role.OPERATOR, "")
                                .status())
                        .isEqualTo(202);
                last.untilThrough(waiting);
            }
        }

        assertThat(revisions(run + 0)).containsExactly("一 旧 null", "改 旧 [/title]", "改 新 [/title]");
        assertThat(revisions(run + 2)).containsExactly("一 旧 null", "一 新 null");
        assertThat(revisions(run + 3)).containsExactly("一 同 null");
        assertThat(revisions(run + "h")).containsExactly("一 新 null");
    }

    /** @return the run, which is not through */
    private String killedInTheMiddle(EmbeddedStore store, Path directory) throws Exception {
        Path port = directory.resolve("port");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Life.class.getName(),
                        SharedKafka.bootstrapServers(),
                        store.connectionString("ingest"),
                        directory.toString(),
                        port.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("life.log").toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(port) || !process.isAlive());
            URI base = URI.create("http://127.0.0.1:" + Files.readString(port) + RUNS);
            String id = call(
                            directory,
                            HttpRequest.newBuilder(base)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"reason\":\"新解析器\"}")))
                    .path("id")
                    .asString();
            URI status = URI.create(base + "/" + id);
            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> call(directory, HttpRequest.newBuilder(status).GET())
                                    .path("done")
                                    .asInt()
                            >= 2);
            return id;
        } finally {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
    }

    private JsonNode call(Path directory, HttpRequest.Builder request) throws IOException, InterruptedException {
        String token = TokenIssuer.in(directory.resolve("identity"))
                .mint(new Caller("test", Set.of(Role.OPERATOR), null, null), Duration.ofHours(1));
        return WireJson.mapper()
                .readTree(http.send(
                                request.header("Authorization", "Bearer " + token)
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
    }

    private static String sent(RunningIngest ingest, String text, String query) {
        return ingest.upload(text, "?name=a.txt" + query).json().path("id").asString();
    }

    /** Title, summary and corrected fields of each revision of a document's case. */
    private static List<String> revisions(String title) {
        return Wire.of(
                        SharedKafka.bootstrapServers(),
                        List.of(LineParser.caseId(title, "1").value()))
                .stream()
                .map(Message::event)
                // a revision that is sent again after a kill is the same
                .distinct()
                .map(event -> switch (event) {
                    case CaseEvent.CasePublished it ->
                        it.content().title() + ' ' + it.content().summary() + ' ' + it.corrected();
                    case CaseEvent.CaseRevised it ->
                        it.content().title() + ' ' + it.content().summary() + ' ' + it.corrected();
                    default -> event.toString();
                })
                .toList();
    }

    private static RunningIngest start(Parsing parser, EmbeddedStore store, Path directory) {
        return RunningIngest.start(
                parser,
                SharedKafka.bootstrapServers(),
                store.connectionString("ingest"),
                directory,
                Map.of("casewire.ingest.reparse.poll-interval", "200ms"));
    }

    /** Reads 新 where the older one read 旧. */
    private record NewerParser(long millis) implements Parsing {
        @Override
        public ParsedDocument parse(byte[] bytes, String name) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            String text = new String(bytes, StandardCharsets.UTF_8).replace('旧', '新');
            return new LineParser().parse(text.getBytes(StandardCharsets.UTF_8), name);
        }
    }

    /** The service as a process of its own. */
    static final class Life {
        private Life() {}

        public static void main(String[] args) throws IOException {
            RunningIngest ingest = RunningIngest.start(
                    new NewerParser(150),
                    args[0],
                    args[1],
                    Path.of(args[2]),
                    Map.of("casewire.ingest.reparse.poll-interval", "200ms"));
            Path unfinished = Path.of(args[3] + ".new");
            Files.writeString(unfinished, Integer.toString(ingest.port()));
            Files.move(unfinished, Path.of(args[3]));
        }
    }
}
