package io.casewire.catalog.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.CatalogApplication;
import io.casewire.catalog.CatalogClient;
import io.casewire.catalog.TestServers;
import io.casewire.catalog.Wire;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.LinkEvent.LinkConfirmed;
import io.casewire.contracts.id.LinkId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Drops the database, while the service runs and while it does not; the log brings back what people decided. */
class LinkRebuildIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    private final String database = SharedStore.uniqueName();
    private final CaseRecord one =
            CaseDraft.of(database + 1, "深海网箱检验发证一次办理").zones("山东自贸试验区").content();
    private final CaseRecord same =
            CaseDraft.of(database + 2, "深海网箱检验发证一次办理").zones("山东自贸试验区").content();
    private final CaseRecord doubtful =
            CaseDraft.of(database + 3, "网箱发证检验深海一次办理便利化").zones("山东自贸试验区").content();

    @TempDir
    private Path directory;

    @Test
    void aDroppedDatabaseComesBackWithItsDecisionsAndTellsNothingAgain() {
        String rejected = StoredLink.id(one.id().value(), same.id().value()).value();
        JsonNode lineage;
        JsonNode link;
        int told;
        try (ConfigurableApplicationContext service = start();
                Wire wire = new Wire()) {
            Told.tell(wire, one, 1, Told.RESULTS);
            Told.tell(wire, same, 1, Told.REPORT);
            Told.tell(wire, doubtful, 1, Told.CASES);
            wire.flush();
            LinkClient client = client(service);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(client.members(one.id())).contains(same.id() + " CONFIRMED"));
            assertThat(client.decide(rejected, "REJECTED", "检验对象不同", Role.OPERATOR)
                            .status())
                    .isEqualTo(200);
            await().atMost(SOON).until(() -> events(rejected).getLast().event().revision() == 2);
            lineage = client.lineage(one.id());
            link = link(service, rejected);
            told = settled(rejected);
            assertThat(lineage.toString()).contains("检验对象不同");
            try (MongoClient mongo = MongoClients.create(SharedStore.connectionString())) {
                mongo.getDatabase(database).drop();
            }
            await().atMost(SOON)
                    .until(() -> CatalogClient.of(service)
                                    .get("/actuator/health/readiness")
                                    .status()
                            == 503);
            JsonNode before = lineage;
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(client.lineage(one.id())).isEqualTo(before));
            // the cases it names may come later than it
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(link(service, rejected)).isEqualTo(link));
        }
        try (MongoClient mongo = MongoClients.create(SharedStore.connectionString())) {
            mongo.getDatabase(database).drop();
        }
        try (ConfigurableApplicationContext service = start()) {
            LinkClient client = client(service);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(client.lineage(one.id())).isEqualTo(lineage));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(link(service, rejected)).isEqualTo(link));
            assertThat(settled(rejected)).as("events told of the link").isEqualTo(told);
            assertThat(events(rejected).getFirst().event()).isInstanceOf(LinkConfirmed.class);
        }
    }

    private static JsonNode link(ConfigurableApplicationContext service, String id) {
        return CatalogClient.of(service).get(LinkClient.LINKS + "/" + id).json();
    }

    /** How often the link was told once nothing more comes: other catalogues of this run listen to the same broker. */
    private static int settled(String link) {
        AtomicInteger last = new AtomicInteger();
        await().atMost(SOON).pollInterval(Duration.ofSeconds(3)).until(() -> {
            int now = events(link).size();
            return last.getAndSet(now) == now;
        });
        return last.get();
    }

    private static List<Envelope<LinkEvent>> events(String link) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", SharedKafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.LINK.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<Envelope<LinkEvent>> events = new ArrayList<>();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (record.key().equals(new LinkId(link).value())) {
                        events.add(EventCodec.decode(Topics.LINK, record));
                    }
                }
            }
            return events;
        }
    }

    private static LinkClient client(ConfigurableApplicationContext service) {
        return new LinkClient(CatalogClient.of(service), service.getEnvironment());
    }

    private ConfigurableApplicationContext start() {
        return CatalogApplication.builder()
                .initializers(context -> TestPropertyValues.of(TestServers.properties(database, directory))
                        .applyTo(context))
                .run();
    }
}
