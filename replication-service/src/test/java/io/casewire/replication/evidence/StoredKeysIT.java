package io.casewire.replication.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.topic.Topics;
import io.casewire.embedded.SharedStore;
import io.casewire.replication.RunningService;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class StoredKeysIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final String store = SharedStore.freshDatabase();
    private final String group = "keys-" + UUID.randomUUID();
    private final SampleCase sample =
            SampleCase.titled("钥匙" + UUID.randomUUID()).promotedTo(PromotionScope.NATIONWIDE, "2023");
    private final EvidenceId fact = EvidenceId.derive(sample.id().value());

    @Test
    void keysOfAnEarlierDefinitionAreMadeAnewAndWhatTheyNameIsJoined() {
        try (RunningService before = RunningService.on(store, group)) {
            before.publish(sample.published());
            before.publish(Topics.EVIDENCE, new AdoptionFound(adoption(), 1, sample.document()));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(assurance(before)).isEqualTo("EVIDENCED"));
            pretendEarlierKeys(before.bean(MongoTemplate.class));
        }
        try (RunningService after = RunningService.on(store, group)) {
            MongoTemplate documents = after.bean(MongoTemplate.class);
            assertThat(one(documents, "promotions", sample.id().value()).getString("titleKey"))
                    .isEqualTo(sample.title().replace("-", ""));
            assertThat(one(documents, "evidence", fact.value()).getList("resultKeys", String.class))
                    .contains(sample.title().replace("-", ""));
            assertThat(assurance(after)).isEqualTo("EVIDENCED");
        }
    }

    private void pretendEarlierKeys(MongoTemplate documents) {
        documents.execute(
                "promotions",
                cases -> cases.updateOne(Filters.eq(sample.id().value()), Updates.set("titleKey", "earlier")));
        documents.execute(
                "evidence",
                facts -> facts.updateOne(Filters.eq(fact.value()), Updates.set("resultKeys", List.of("earlier too"))));
        documents.execute(
                "obligations",
                obligations -> obligations.updateOne(
                        Filters.eq(obligation()),
                        Updates.combine(
                                Updates.set("obligation.assurance", "NONE"),
                                Updates.set("obligation.evidence", List.of()))));
        documents.execute("state", state -> state.deleteMany(Filters.empty()));
    }

    private AdoptionRecord adoption() {
        return new AdoptionRecord(
                fact, "湖北省", "420000", "湖北省", sample.title(), "湖北省复制推广。", List.of(), new LineRange(1, 1));
    }

    private static org.bson.Document one(MongoTemplate documents, String collection, String id) {
        return Objects.requireNonNull(
                documents.execute(collection, all -> all.find(Filters.eq(id)).first()));
    }

    private String obligation() {
        return ObligationId.derive(sample.id().value(), "420000").value();
    }

    private String assurance(RunningService service) {
        return service.get("/api/replication/v1/obligations/" + obligation()).text("assurance");
    }
}
