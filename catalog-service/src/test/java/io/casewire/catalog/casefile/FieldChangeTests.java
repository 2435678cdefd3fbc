package io.casewire.catalog.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import io.casewire.contracts.parsed.CaseRecord;
import org.junit.jupiter.api.Test;

class FieldChangeTests {
    private final CaseRecord older =
            CaseDraft.of("a", "旧题").practice("做法").zones("湖南自贸试验区").content();

    @Test
    void tellsNestedAddedAndRemovedFields() {
        CaseRecord newer = CaseDraft.of("a", "新题").practice("新做法").summary("新增").content();
        assertThat(FieldChange.between(older, newer))
                .extracting(change -> change.field() + ": " + change.before() + " > " + change.after())
                .containsExactly(
                        "title: \"旧题\" > \"新题\"",
                        "zones: [\"湖南自贸试验区\"] > []",
                        "summary: null > \"新增\"",
                        "practice.text: \"做法\" > \"新做法\"");
    }

    @Test
    void tellsNothingOfEqualRecords() {
        assertThat(FieldChange.between(older, older)).isEmpty();
    }
}
