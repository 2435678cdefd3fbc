package io.casewire.replication.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Awaitility.setDefaultTimeout;

import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.event.EvidenceEvent.EvidenceWithdrawn;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.topic.Topics;
import io.casewire.replication.RunningService;
import io.casewire.replication.SampleCase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingIT {
    private final RunningService service = RunningService.shared();
    private final String title = "成果" + UUID.randomUUID();

    @BeforeEach
    void patience() {
        setDefaultTimeout(Duration.ofSeconds(60));
    }

    @Test
    void aDocumentNamingTheCaseAndTheRegionIsEvidenceUntilItIsWithdrawn() {
        SampleCase sample = national(title);
        service.publish(sample.published());
        EvidenceId fact = found("“" + title + "”", "420000");
        await().untilAsserted(() -> assertThat(assurance(sample, "420000")).isEqualTo("EVIDENCED"));
        assertThat(service.get("/api/replication/v1/obligations/" + obligation(sample, "420000"))
                        .body()
                        .path("evidence")
                        .path(0)
                        .asString())
                .isEqualTo(fact.value());
        assertThat(assurance(sample, "410000")).isEqualTo("NONE");
        service.publish(Topics.EVIDENCE, new EvidenceWithdrawn(fact, 2, sample.document(), "误读"));
        await().untilAsserted(() -> assertThat(assurance(sample, "420000")).isEqualTo("NONE"));
    }

    @Test
    void theFactMayComeBeforeTheCase() {
        found(title, "420000");
        SampleCase sample = national(title);
        service.publish(sample.published());
        await().untilAsserted(() -> assertThat(assurance(sample, "420000")).isEqualTo("EVIDENCED"));
    }

    @ParameterizedTest
    @CsvSource({
        "创新監管, 創新监管",
        "冷库-18℃作业, 冷库－18°C作業",
        "⻓江⺠⽣, 长江民生",
        "①优化5㎏小包, 1优化5kg小包",
        "GB/T 19001, GBT19001",
        "Wi\u00ad-Fi覆盖, WIFI覆盖",
    })
    void everySpellingOfTheTitleIsTheTitle(String printed, String named) {
        SampleCase sample = national(title + printed);
        service.publish(sample.published());
        found(title + named, "420000");
        await().untilAsserted(() -> assertThat(assurance(sample, "420000")).isEqualTo("EVIDENCED"));
    }

    @Test
    void twoCasesOfOneTitleTakeNoEvidence() {
        SampleCase one = national(title);
        SampleCase other = national(title);
        service.publish(one.published());
        found(title, "420000");
        await().untilAsserted(() -> assertThat(assurance(one, "420000")).isEqualTo("EVIDENCED"));
        service.publish(other.published());
        await().untilAsserted(() -> assertThat(assurance(other, "420000")).isEqualTo("NONE"));
        await().untilAsserted(() -> assertThat(assurance(one, "420000")).isEqualTo("NONE"));
        service.publish(other.renamed(title + "乙").revised(2));
        await().untilAsserted(() -> assertThat(assurance(one, "420000")).isEqualTo("EVIDENCED"));
    }

    @Test
    void aCityDoesNotSpeakForItsProvinceNorAnyoneForTheSource() {
        SampleCase sample = national(title).from("湖北自贸试验区");
        service.publish(sample.published());
        found(title, "430600");
        found(title, "420000");
        found(title, null);
        found(title, "410000");
        await().untilAsserted(() -> assertThat(assurance(sample, "410000")).isEqualTo("EVIDENCED"));
        assertThat(assurance(sample, "430000")).isEqualTo("NONE");
        assertThat(assurance(sample, "420000")).isEqualTo("NONE");
    }

    private static SampleCase national(String title) {
        return SampleCase.titled(title).promotedTo(PromotionScope.NATIONWIDE, "2023");
    }

    private EvidenceId found(String result, @Nullable String region) {
        EvidenceId id = EvidenceId.derive(UUID.randomUUID().toString());
        AdoptionRecord adoption =
                new AdoptionRecord(id, "某地", region, null, result, "某地复制推广。", List.of(), new LineRange(1, 1));
        service.publish(
                Topics.EVIDENCE,
                new AdoptionFound(adoption, 1, SampleCase.titled("报告").document()));
        return id;
    }

    private static String obligation(SampleCase sample, String region) {
        return ObligationId.derive(sample.id().value(), region).value();
    }

    private String assurance(SampleCase sample, String region) {
        return service.get("/api/replication/v1/obligations/" + obligation(sample, region))
                .text("assurance");
    }
}
