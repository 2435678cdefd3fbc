package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.ingest.RunningIngest.Answer;
import io.casewire.ingest.pipeline.Parsing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

/** Nothing can be written for a while: what comes is refused, what is there waits, and all goes on by itself. */
class FullDiskIT {
    private static final int OUT_OF_DISK_SPACE = 14031;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger writesRefused = new AtomicInteger();
    private volatile boolean full;

    /** Refuses writes as a store does whose disk is full. */
    private final class StoreThatFillsUp extends MongoTemplate {
        StoreThatFillsUp(MongoDatabaseFactory database, MappingMongoConverter converter) {
            super(database, converter);
        }

        @Override
        public <T> @Nullable T execute(String collection, CollectionCallback<T> callback) {
            if (full) {
                writesRefused.incrementAndGet();
                throw new UncategorizedMongoDbException(
                        "no room", new MongoException(OUT_OF_DISK_SPACE, "OutOfDiskSpace"));
            }
            return super.execute(collection, callback);
        }
    }

    @Test
    void aFolderForUploadsThatCannotBeWrittenRefusesThemUntilItCan(@TempDir Path directory) throws IOException {
        // a file where the folder should be: nobody, whatever his rights, writes into it
        Path spool = Files.createFile(directory.resolve("spool"));
        try (RunningIngest ingest = RunningIngest.start(
                SharedKafka.bootstrapServers(),
                SharedStore.freshDatabase(),
                directory,
                Map.of("casewire.ingest.upload.spool-folder", spool.toString()))) {
            String text = "title|" + UUID.randomUUID() + "\ncase|1|trade|一|好\n";

            List<Answer> refused =
                    List.of(ingest.upload(text, "?name=a.txt"), ingest.uploadForm("file", Map.of("a.txt", text)));

            assertThat(refused).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(507);
                assertThat(answer.header("Retry-After")).isNotBlank();
                assertThat(answer.json().path("type").asString()).isEqualTo("urn:casewire:problem:no-room");
            });
            Files.delete(spool);
            Files.createDirectory(spool);
            Answer taken = ingest.uploadForm("file", Map.of("a.txt", text));
            assertThat(taken.status()).isEqualTo(202);
            assertThat(ingest.untilThrough(taken.json().path("id").asString())
                            .path("state")
                            .asString())
                    .isEqualTo("PUBLISHED");
            try (var left = Files.list(spool)) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void aStoreThatTakesNoWritesLosesNothing(@TempDir Path directory) throws InterruptedException {
        CountDownLatch parsing = new CountDownLatch(1);
        CountDownLatch refusedOne = new CountDownLatch(1);
        LineParser parser = new LineParser();
        Parsing slow = (bytes, name) -> {
            parsing.countDown();
            await(refusedOne);
            return parser.parse(bytes, name);
        };
        try (RunningIngest ingest = RunningIngest.start(
                beans -> {
                    beans.registerBean("parsing", Parsing.class, () -> slow);
                    beans.registerBean(
                            "mongoTemplate",
                            MongoTemplate.class,
                            () -> new StoreThatFillsUp(
                                    beans.getBean(MongoDatabaseFactory.class),
                                    beans.getBean(MappingMongoConverter.class)));
                },
                SharedKafka.bootstrapServers(),
                SharedStore.freshDatabase(),
                directory,
                Map.of("casewire.ingest.pipeline.retry-max", "1s"))) {
            String title = UUID.randomUUID().toString();
            Answer before = ingest.upload("title|" + title + "a\ncase|1|trade|一|好\n", "?name=a.txt");
            parsing.await();
            full = true;

            Answer refused = ingest.upload("title|" + title + "b\ncase|1|trade|一|好\n", "?name=b.txt");
            refusedOne.countDown();
            // the worker meets the full store more than once
            int met = writesRefused.get();
            Awaitility.await().atMost(PATIENCE).until(() -> writesRefused.get() >= met + 2);

            assertThat(refused.status()).isIn(503, 507);
            assertThat(refused.header("Retry-After")).isNotBlank();
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(ingest.get("/actuator/health/liveness").status()).isEqualTo(200);
            full = false;
            Answer again = ingest.upload("title|" + title + "b\ncase|1|trade|一|好\n", "?name=b.txt");
            assertThat(again.status()).isEqualTo(202);
            for (Answer taken : List.of(before, again)) {
                assertThat(ingest.untilThrough(taken.json().path("id").asString())
                                .path("state")
                                .asString())
                        .isEqualTo("PUBLISHED");
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
