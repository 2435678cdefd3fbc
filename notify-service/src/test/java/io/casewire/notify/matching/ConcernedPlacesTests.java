package io.casewire.notify.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.RegionLevel;
import io.casewire.gazetteer.Gazetteer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConcernedPlacesTests {
    private final ConcernedPlaces places = new ConcernedPlaces(Gazetteer.standard());

    @Test
    void aCountyConcernsItsPrefectureAndItsProvince() {
        assertThat(places.at("430102")).containsExactlyInAnyOrder("430102", "430100", "430000");
        assertThat(places.at("999999")).containsExactly("999999");
    }

    @Test
    void aNationalPromotionConcernsEveryProvinceAndNoPrefecture() {
        assertThat(addressed(PromotionScope.NATIONWIDE, List.of(), null, "2023"))
                .hasSize(31)
                .contains("430000")
                .doesNotContain("430100");
    }

    @Test
    void aPromotionToTheZonesConcernsThoseOfItsDayAndTheirProvinces() {
        String hunan = Gazetteer.standard().zoneNamed("湖南自贸试验区").orElseThrow().code();

        assertThat(addressed(PromotionScope.PILOT_ZONES, List.of(), null, "2021-06"))
                .contains(hunan, "430000");
        assertThat(addressed(PromotionScope.PILOT_ZONES, List.of(), null, "2019-04-30"))
                .contains("310000")
                .doesNotContain(hunan, "430000");
    }

    @Test
    void namedPlacesAreUnderstoodByCodeByZoneAndBySet() {
        assertThat(addressed(PromotionScope.NAMED, List.of("430100", "上海自贸试验区", "长三角", "不存在"), null, null))
                .contains("430100", "430000", "310000", "330000")
                .doesNotContain("110000");
    }

    @Test
    void aLetterToThePrefecturesOfAProvinceConcernsThoseAndTheProvince() {
        Set<String> codes =
                addressed(PromotionScope.LEVEL_OF_REGION, List.of("430000"), RegionLevel.PREFECTURE, "2022-01-01");

        assertThat(codes).hasSize(15).contains("430000", "430100").doesNotContain("430102", "420100");
    }

    @Test
    void withoutAPromotionNobodyIsConcerned() {
        assertThat(places.addressedBy(null, document(null))).isEmpty();
    }

    private Set<String> addressed(
            PromotionScope scope, List<String> regions, @Nullable RegionLevel level, @Nullable String since) {
        return places.addressedBy(new Promotion(scope, null, regions, level, null, since, null), document(null));
    }

    private static DocumentReference document(@Nullable String issuedOn) {
        return new DocumentReference(
                DocumentId.derive("concern"),
                SourceId.ofSha256("0".repeat(64)),
                null,
                null,
                null,
                issuedOn,
                Genre.PROMOTION_LIST);
    }
}
