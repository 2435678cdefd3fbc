package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.wire.WireJson;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.ingest.RunningIngest.Answer;
import io.casewire.ingest.parse.DocumentParser;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The service with the real parser, on the documents in {@code samples}. */
class SamplesIT {
    @Test
    void eachSampleIsPublishedOnceWithTheRecordsTheParserFinds(@TempDir Path directory) throws IOException {
        List<Path> samples;
        try (Stream<Path> files = Files.list(Path.of("..", "samples"))) {
            samples = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        assertThat(samples).isNotEmpty();
        try (RunningIngest ingest = RunningIngest.start(
                new DocumentParser()::parse,
                SharedKafka.bootstrapServers(),
                SharedStore.freshDatabase(),
                directory,
                Map.of())) {
            for (Path sample : samples) {
                byte[] bytes = Files.readAllBytes(sample);
                String name = sample.getFileName().toString();
                String query = "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
                Answer first = ingest.upload(bytes, query);
                JsonNode status = ingest.untilThrough(first.json().path("id").asString());
                List<String> ids = recordIds(ingest, first.json().path("id").asString());

                assertThat(status.path("state").asString()).as(name).isEqualTo("PUBLISHED");
                assertThat(ids).as(name).isNotEmpty().doesNotHaveDuplicates();
                assertThat(Wire.of(SharedKafka.bootstrapServers(), ids))
                        .as(name)
                        .extracting(Wire.Message::key)
                        .containsExactlyInAnyOrderElementsOf(ids);
                assertThat(ingest.upload(bytes, query).status()).isEqualTo(200);
                assertThat(Wire.of(SharedKafka.bootstrapServers(), ids)).hasSameSizeAs(ids);
            }
        }
    }

    private static List<String> recordIds(RunningIngest ingest, String id) {
        List<String> ids = new ArrayList<>();
        ingest.get(RunningIngest.DOCUMENTS + "/" + id + "/records")
                .response()
                .body()
                .lines()
                .map(WireJson.mapper()::readTree)
                .filter(record ->
                        record.has("id") && !record.path("kind").asString().equals("document"))
                .forEach(record -> ids.add(record.path("id").asString()));
        return ids;
    }
}
