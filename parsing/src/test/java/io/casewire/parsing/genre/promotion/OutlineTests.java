package io.casewire.parsing.genre.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.parsing.layout.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTests {
    private final List<DiagnosticRecord> diagnostics = new ArrayList<>();
    private final Outline outline = new Outline(diagnostics);

    @Test
    void theInnermostHeadingsNameCategoryAndScope() {
        pass("一、在全国范围内复制推广的改革事项（2项）", "（一）贸易便利领域（共1项）");

        assertThat(outline.category()).isEqualTo("贸易便利领域");
        assertThat(outline.scope()).isEqualTo("全国");
        assertThat(outline.path()).containsExactly("在全国范围内复制推广的改革事项", "贸易便利领域");

        pass("二、金融领域");

        assertThat(outline.category()).isEqualTo("金融领域");
        assertThat(outline.scope()).isNull();
    }

    @Test
    void aHeadingThatIsAllScopeGroupsNothing() {
        pass("一、在全国范围内复制推广的改革事项");

        assertThat(outline.category()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"贸易便利领域", "（一）甲市推行样例改革。企业少跑一趟", "（一）"})
    void anythingElseIsPassedOver(String text) {
        pass("一、金融领域", text);

        assertThat(outline.path()).containsExactly("金融领域");
    }

    @Test
    void aCountThatIsNotMetIsToldWhenItsHeadingCloses() {
        pass("一、贸易便利领域（共2项）");
        outline.count();
        pass("（一）样例（2项）");
        outline.count();
        outline.count();
        outline.close(0);

        assertThat(diagnostics)
                .extracting(DiagnosticRecord::message)
                .containsExactly("'贸易便利领域' declares 2 items, 3 were found");
    }

    @Test
    void aHeadingWithoutItemsTellsNothing() {
        pass("一、贸易便利领域（共2项）");
        outline.close(0);

        assertThat(diagnostics).isEmpty();
        assertThat(outline.path()).isEmpty();
    }

    private void pass(String... texts) {
        for (String text : texts) {
            outline.pass(Paragraph.of(text, 1));
        }
    }
}
