package io.casewire.catalog.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.PromotionScope;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTests {
    @Test
    void theWidestPromotionStandsFirstAndACollectionAboveARegionsOwnList() {
        List<Standing> rising = List.of(
                standing(null, Genre.REPORT),
                standing(PromotionScope.LEVEL_OF_REGION, Genre.ACHIEVEMENT_TABLE),
                standing(PromotionScope.NAMED, Genre.PROMOTION_LIST),
                standing(null, Genre.BEST_PRACTICES),
                standing(PromotionScope.COASTAL, Genre.PROMOTION_LIST),
                standing(PromotionScope.PILOT_ZONES, Genre.PROMOTION_LIST),
                standing(PromotionScope.NATIONWIDE, Genre.PROMOTION_LIST));
        assertThat(rising.reversed().stream().sorted()).containsExactlyElementsOf(rising);
    }

    @Test
    void theWayLeadsFromAProvinceOverTheNationToALocalText() {
        assertThat(Stream.of(
                                standing(PromotionScope.LEVEL_OF_REGION, Genre.ACHIEVEMENT_TABLE),
                                standing(null, Genre.REPORT),
                                standing(null, Genre.BEST_PRACTICES),
                                standing(PromotionScope.NATIONWIDE, Genre.REPORT),
                                standing(PromotionScope.LEVEL_OF_REGION, Genre.PROMOTION_LIST))
                        .map(Standing::stage))
                .containsExactly(
                        Standing.Stage.PROVINCIAL_RESULT,
                        Standing.Stage.DESCRIPTION,
                        Standing.Stage.BEST_PRACTICE,
                        Standing.Stage.NATIONAL_LIST,
                        Standing.Stage.LOCAL_TEXT);
    }

    private static Standing standing(@Nullable PromotionScope scope, Genre genre) {
        CaseDraft draft = CaseDraft.of("standing", "某项成果");
        DocumentReference document = Told.document("某文件", "2024", genre);
        return Standing.of((scope == null ? draft : draft.scope(scope)).content(), document);
    }
}
