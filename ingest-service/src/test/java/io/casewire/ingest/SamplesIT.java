package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.wire.WireJson;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.ingest.RunningIngest.Answer;
import io.casewire.parsing.DocumentParser;
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

    @Test
    void aDocumentOfFarTooManyItemsIsRefusedAndNoFailure(@TempDir Path directory) {
        try (RunningIngest ingest = RunningIngest.start(
                new DocumentParser()::parse,
                SharedKafka.bootstrapServers(),
                SharedStore.freshDatabase(),
                directory,
                Map.of())) {
            StringBuilder text = new StringBuilder("关于复制推广改革试点经验的通知\n");
            for (int i = 1; i <= 200_000; i++) {
                text.append(i).append(".“通关便利化措施").append(i).append("”：简化手续。\n");
            }

            Answer answer = ingest.upload(text.toString(), "?name=a.txt");

            if (answer.status() == 413) {
                assertThat(answer.json().path("code").asString()).isEqualTo("DOCUMENT_TOO_COSTLY");
            } else {
                JsonNode status = ingest.untilThrough(answer.json().path("id").asString());
                assertThat(status.path("state").asString()).isEqualTo("REJECTED");
                assertThat(status.path("refusal").path("reason").asString()).isNotBlank();
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
