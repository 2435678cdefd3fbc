package io.casewire.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StableIdTests {
    @Test
    void theSamePartsGiveTheSameIdInEveryRelease() {
        assertThat(CaseId.derive("国函〔2023〕56号", "航空货运电子信息化").value()).isEqualTo("case-0hlicc6d7aohm8masiit7ufsiq");
    }

    @Test
    void whereOnePartEndsMatters() {
        assertThat(CaseId.derive("ab", "c")).isNotEqualTo(CaseId.derive("a", "bc"));
        assertThat(CaseId.derive("a", "")).isNotEqualTo(CaseId.derive("a"));
    }

    @Test
    void manyIdsDoNotCollide() {
        Set<CaseId> ids = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            ids.add(CaseId.derive("document", Integer.toString(i)));
        }

        assertThat(ids).hasSize(20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "case-",
                "case-tooshort",
                "task-00000000000000000000000000",
                "case-0000000000000000000000000W",
                "case-00000000000000000000000000'",
                "case_00000000000000000000000000",
                "case-0000000000000000000000000/"
            })
    void refusesWhatIsNoCaseId(String value) {
        assertThatThrownBy(() -> new CaseId(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIdOfNothingIsRefused() {
        assertThatThrownBy(() -> StableId.derive("case")).isInstanceOf(IllegalArgumentException.class);
    }
}
