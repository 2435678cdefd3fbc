package io.casewire.catalog.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.CatalogClient;
import io.casewire.catalog.CatalogTest;
import io.casewire.catalog.Wire;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topics;
import io.casewire.embedded.SharedKafka;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CatalogTest
class CaseFileIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PATH = "/api/catalog/v1/cases/";

    private final Wire wire = new Wire();
    private final CatalogClient client;
    private final Cases cases;

    CaseFileIT(@LocalServerPort int port, @Autowired Cases cases) {
        this.client = new CatalogClient(port);
        this.cases = cases;
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void answersWithTheRecordAsItCame() {
        CaseRecord content = CaseDraft.of("whole", "货物快速通关")
                .practice("提前申报。")
                .zones("湖南自贸试验区")
                .metric("通关时间", "37.50")
                .content();
        wire.tell(content, 1).flush();
        JsonNode answer = awaitRevision(content, 1).json();
        assertThat(answer.path("withdrawn").asBoolean()).isFalse();
        assertThat(answer.path("firstPublished").asString()).isEqualTo("2026-03-02T01:00:01.000Z");
        assertThat(answer.path("document").path("title").asString()).isEqualTo("报告");
        assertThat(answer.path("case").path("kind").asString()).isEqualTo("case");
        assertThat(answer.path("case").path("zones").get(0).asString()).isEqualTo("湖南自贸试验区");
        assertThat(answer.toString()).doesNotContain("null");
        assertThat(cases.find(content.id()).orElseThrow().content()).isEqualTo(content);
        assertThat(content.metrics().getFirst().percent()).isEqualTo(new BigDecimal("37.5"));
    }

    @Test
    void takesEventsManyTimesAndInAnyOrder() {
        List<CaseRecord> revisions = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            revisions.add(CaseDraft.of("shuffled", "第" + i + "版").content());
        }
        List<Integer> told = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            told.addAll(List.of(1, 2, 3, 4, 5, 6));
        }
        Collections.shuffle(told, new Random(7));
        for (int revision : told) {
            wire.tell(revisions.get(revision - 1), revision).flush();
        }
        awaitEverythingBefore("shuffled");
        JsonNode answer = awaitRevision(revisions.getFirst(), 6).json();
        assertThat(answer.path("case").path("title").asString()).isEqualTo("第6版");
        assertThat(answer.path("firstPublished").asString()).isEqualTo("2026-03-02T01:00:01.000Z");
        assertThat(answer.path("updated").asString()).isEqualTo("2026-03-02T01:00:06.000Z");
        assertThat(history(revisions.getFirst().id())).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void neverGoesBackBeforeTheEyesOfAReader() {
        CaseRecord content = CaseDraft.of("monotonous", "不退").content();
        wire.tell(content, 5).flush();
        awaitRevision(content, 5);
        for (int revision = 1; revision <= 4; revision++) {
            wire.tell(content, revision).flush();
            assertThat(revision(content)).isEqualTo(5);
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(history(content.id())).hasSize(5));
        assertThat(revision(content)).isEqualTo(5);
    }

    @Test
    void followsACaseToAnotherDomain() {
        CaseRecord trade = CaseDraft.of("moving", "移动").content();
        CaseRecord finance = CaseDraft.of("moving", "移动").domain(Domain.FINANCE).content();
        wire.tell(trade, 1).flush();
        awaitRevision(trade, 1);
        wire.tell(finance, 2)
                .send(new ProducerRecord<>(
                        Topics.cases(Domain.TRADE).name(), trade.id().value(), null))
                .flush();
        awaitRevision(trade, 2);
        awaitEverythingBefore("moving");
        assertThat(awaitRevision(trade, 2)
                        .json()
                        .path("case")
                        .path("domains")
                        .get(0)
                        .asString())
                .isEqualTo("finance");
    }

    @Test
    void marksAWithdrawnCaseAndTakesItBackWhenItIsRevised() {
        CaseRecord content = CaseDraft.of("withdrawn", "撤回").content();
        wire.tell(content, 1).withdraw(content, 2, "重复").flush();
        JsonNode withdrawn = awaitRevision(content, 2).json();
        assertThat(withdrawn.path("withdrawn").asBoolean()).isTrue();
        assertThat(withdrawn.path("withdrawnReason").asString()).isEqualTo("重复");
        wire.tell(content, 3).flush();
        assertThat(awaitRevision(content, 3).json().path("withdrawn").asBoolean())
                .isFalse();
    }

    @Test
    void keepsEveryRevisionWithWhatChanged() {
        CaseRecord first = CaseDraft.of("history", "旧题").content();
        wire.tell(first, 1)
                .tell(CaseDraft.of("history", "新题").summary("摘要").content(), 2)
                .flush();
        awaitRevision(first, 2);
        JsonNode revisions = client.get(PATH + first.id() + "/revisions").json().path("revisions");
        assertThat(revisions).hasSize(2);
        assertThat(revisions.get(0).path("type").asString()).isEqualTo("casewire.case.revised.v1");
        assertThat(revisions.get(0).path("changes").toString())
                .isEqualTo("[{\"field\":\"title\",\"before\":\"旧题\",\"after\":\"新题\"},"
                        + "{\"field\":\"summary\",\"after\":\"摘要\"}]");
        assertThat(revisions.get(1).has("changes")).isFalse();
    }

    @Test
    void setsAPoisonRecordAsideAndKeepsItsNeighbours() {
        String topic = Topics.cases(Domain.INDUSTRY).name();
        byte[] poison = "not an event".getBytes(StandardCharsets.UTF_8);
        CaseRecord before = CaseDraft.of("before", "前").domain(Domain.INDUSTRY).content();
        CaseRecord after = CaseDraft.of("after", "后").domain(Domain.INDUSTRY).content();
        wire.tell(before, 1)
                .send(new ProducerRecord<>(topic, "poison", poison))
                .tell(after, 1)
                .flush();
        awaitRevision(before, 1);
        awaitRevision(after, 1);
        await().atMost(SOON).untilAsserted(() -> assertThat(records(topic + "-dlt"))
                .anySatisfy(record -> assertThat(record.value()).isEqualTo(poison)));
    }

    @Test
    void answersNotModifiedUntilTheCaseChanges() {
        CaseRecord content = CaseDraft.of("etag", "缓存").content();
        wire.tell(content, 1).flush();
        String etag = awaitRevision(content, 1).etag();
        assertThat(etag).isNotNull();
        String path = PATH + content.id();
        assertThat(client.get(path, etag, new String[0]).status()).isEqualTo(304);
        wire.tell(content, 2).flush();
        awaitRevision(content, 2);
        CatalogClient.Answer changed = client.get(path, etag, new String[0]);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.etag()).isNotEqualTo(etag);
        String history = client.get(path + "/revisions").etag();
        assertThat(client.get(path + "/revisions", history, new String[0]).status())
                .isEqualTo(304);
    }

    @Test
    void explainsUnknownAndImpossibleIds() {
        for (String suffix : List.of("", "/revisions")) {
            CatalogClient.Answer unknown = client.get(PATH + CaseId.derive("nobody's") + suffix);
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.type()).isEqualTo("application/problem+json");
            assertThat(unknown.json().path("type").asString()).isEqualTo("urn:casewire:problem:not-found");
            CatalogClient.Answer impossible = client.get(PATH + "%7B%22$ne%22:1%7D" + suffix);
            assertThat(impossible.status()).isEqualTo(400);
            assertThat(impossible.json().path("parameter").asString()).isEqualTo("id");
        }
    }

    private void awaitEverythingBefore(String name) {
        for (Domain domain : List.of(Domain.TRADE, Domain.FINANCE)) {
            CaseRecord last =
                    CaseDraft.of(name + " last " + domain, "末").domain(domain).content();
            wire.tell(last, 1).flush();
            awaitRevision(last, 1);
        }
    }

    private CatalogClient.Answer awaitRevision(CaseRecord content, long revision) {
        await().atMost(SOON).untilAsserted(() -> assertThat(revision(content)).isEqualTo(revision));
        return client.get(PATH + content.id());
    }

    private long revision(CaseRecord content) {
        CatalogClient.Answer answer = client.get(PATH + content.id());
        return answer.status() == 200 ? answer.json().path("revision").asLong() : 0;
    }

    private List<Long> history(CaseId id) {
        List<Long> revisions = new ArrayList<>();
        client.get(PATH + id + "/revisions")
                .json()
                .path("revisions")
                .forEach(entry -> revisions.add(entry.path("revision").asLong()));
        return revisions;
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", SharedKafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(5)).forEach(records::add);
            return records;
        }
    }
}
