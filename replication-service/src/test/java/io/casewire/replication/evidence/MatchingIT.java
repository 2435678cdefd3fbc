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
        await().untilAsserted(() -> assertThat(claim(sample, "420000")).isEqualTo("EVIDENCED"));
        assertThat(service.get("/api/replication/v1/obligations/" + obligation(sample, "420000"))
                        .body()
                        .path("evidence")
                        .path(0)
                        .asString())
                .isEqualTo(fact.value());
        assertThat(claim(sample, "410000")).isEqualTo("NONE");
        service.publish(Topics.EVIDENCE, new EvidenceWithdrawn(fact, 2, sample.document(), "误读"));
        await().untilAsserted(() -> assertThat(claim(sample, "420000")).isEqualTo("NONE"));
    }

    @Test
    void theFactMayComeBeforeTheCase() {
        found(title, "420000");
        SampleCase sample = national(title);
        service.publish(sample.published());
        await().untilAsserted(() -> assertThat(claim(sample, "420000")).isEqualTo("EVIDENCED"));
    }

    @Test
    void twoCasesOfOneTitleTakeNoEvidence() {
        SampleCase one = national(title);
        SampleCase other = national(title);
        service.publish(one.published());
        found(title, "420000");
        await().untilAsserted(() -> assertThat(claim(one, "420000")).isEqualTo("EVIDENCED"));
        service.publish(other.published());
        await().untilAsserted(() -> assertThat(claim(other, "420000")).isEqualTo("NONE"));
        await().untilAsserted(() -> assertThat(claim(one, "420000")).isEqualTo("NONE"));
        service.publish(other.renamed(title + "乙").revised(2));
        await().untilAsserted(() -> assertThat(claim(one, "420000")).isEqualTo("EVIDENCED"));
    }

    @Test
    void aCityDoesNotSpeakForItsProvinceNorAnyoneForTheSource() {
        SampleCase sample = national(title).from("湖北自贸试验区");
        service.publish(sample.published());
        found(title, "430600");
        found(title, "420000");
        found(title, null);
        found(title, "410000");
        await().untilAsserted(() -> assertThat(claim(sample, "410000")).isEqualTo("EVIDENCED"));
        assertThat(claim(sample, "430000")).isEqualTo("NONE");
        assertThat(claim(sample, "420000")).isEqualTo("NONE");
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

    private String claim(SampleCase sample, String region) {
        return service.get("/api/replication/v1/obligations/" + obligation(sample, region))
                .text("claim");
    }
}
