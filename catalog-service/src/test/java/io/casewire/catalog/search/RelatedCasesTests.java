package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.parsed.Domain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelatedCasesTests {
    private final CaseAnalyzer analyzer = new CaseAnalyzer();
    private final Map<String, StoredCase> cases = new HashMap<>();
    private final CaseIndex index;
    private final RelatedCases related;

    RelatedCasesTests(@TempDir Path directory) throws IOException {
        index = CaseIndex.open(directory, "store", analyzer);
        related = new RelatedCases(() -> index, analyzer, new SameTitle());
        put("cotton", CaseDraft.of("cotton", "进口棉花检验监管改革").practice("棉花到港后在监管仓库检验，企业可先提后检。"));
        put("cotton2", CaseDraft.of("cotton2", "棉花“先提后检”").practice("进口棉花由企业先提走，再到监管仓库检验。"));
        put("again", CaseDraft.of("again", "进口棉花检验监管改革。").practice("棉花到港后在监管仓库检验，企业可先提后检。"));
        put("ore", CaseDraft.of("ore", "进口铁矿检验监管").practice("铁矿到港后抽样检验，合格放行。"));
        put("court", CaseDraft.of("court", "涉外商事调解").domain(Domain.RULE_OF_LAW).practice("当事人选择调解员，法院确认协议。"));
        put(
                "court2",
                CaseDraft.of("court2", "商事仲裁与调解对接").domain(Domain.RULE_OF_LAW).practice("仲裁与调解衔接，法院确认协议。"));
        index.refresh(Duration.ofMinutes(5));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void theNearestComeFirstAndWhatSharesNothingNotAtAll() {
        assertThat(names("cotton")).startsWith("cotton2").contains("ore").doesNotContain("court", "court2");
        assertThat(names("court")).containsExactly("court2");
    }

    @Test
    void neitherTheCaseItselfNorTheSameInnovationIsRelated() {
        assertThat(names("cotton")).doesNotContain("cotton", "again");
        assertThat(names("again")).doesNotContain("cotton", "again").contains("cotton2");
    }

    @Test
    void sharedUnitsBringACaseForward() throws IOException {
        put("far", CaseDraft.of("far", "进口棉花抽样").leadUnits("青岛海关").practice("棉花抽样检验。"));
        put("near", CaseDraft.of("near", "进口棉花抽样检验").leadUnits("青岛海关").practice("棉花抽样检验。"));
        put("other", CaseDraft.of("other", "进口棉花抽样办法").leadUnits("长沙海关").practice("棉花抽样检验。"));
        index.refresh(Duration.ofMinutes(5));
        assertThat(names("far").indexOf("near")).isLessThan(names("far").indexOf("other"));
    }

    private void put(String name, CaseDraft draft) throws IOException {
        StoredCase stored = draft.stored();
        cases.put(name, stored);
        index.put(stored);
    }

    private List<String> names(String of) {
        return related.of(Objects.requireNonNull(cases.get(of)), 10).stream()
                .map(id -> cases.entrySet().stream()
                        .filter(entry -> entry.getValue().content().id().value().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .getKey())
                .toList();
    }
}
