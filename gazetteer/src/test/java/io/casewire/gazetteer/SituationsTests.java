package io.casewire.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.gazetteer.Situations.Group;
import io.casewire.gazetteer.Situations.Kind;
import io.casewire.gazetteer.Situations.Situation;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SituationsTests {
    private final Gazetteer gazetteer = Gazetteer.standard();
    private final Situations situations = Situations.standard();

    @Test
    void theFourRegionsDivideThe31() {
        Map<Group, Integer> sizes = new EnumMap<>(Group.class);
        gazetteer.provinces().forEach(province -> {
            Group group = situations.of(province, gazetteer).group();
            assertThat(group).as(province.name()).isNotNull();
            sizes.merge(group, 1, Integer::sum);
        });
        assertThat(sizes).isEqualTo(Map.of(Group.EAST, 10, Group.CENTRAL, 6, Group.WEST, 12, Group.NORTHEAST, 3));
    }

    @Test
    void coastalProvincesAreTheSetOfThatName() {
        LocalDate day = LocalDate.parse("2026-11-21");
        assertThat(gazetteer.provinces())
                .filteredOn(
                        province -> situations.of(province, gazetteer).kinds().contains(Kind.COASTAL))
                .hasSameElementsAs(gazetteer.members("coastal", day).stream()
                        .map(Region.class::cast)
                        .toList());
    }

    @Test
    void everyZoneLiesSomewhereAndInTheRegionOfItsProvince() {
        for (Zone zone : gazetteer.zonesAsOf(LocalDate.parse("2026-11-21"))) {
            Situation situation = situations.of(zone, gazetteer);
            assertThat(situation.kinds()).as(zone.name()).isNotEmpty();
            assertThat(situation.group())
                    .isEqualTo(
                            situations.of(gazetteer.provinceOf(zone), gazetteer).group());
            assertThat(situation.kinds().contains(Kind.INLAND))
                    .isEqualTo(situation.kinds().equals(Set.of(Kind.INLAND)));
        }
    }

    @Test
    void nothingIsGuessedOfACityAndOfTheCorps() {
        assertThat(situations
                        .of(gazetteer.region("320100").orElseThrow(), gazetteer)
                        .kinds())
                .isEmpty();
        assertThat(situations
                        .of(gazetteer.region("320100").orElseThrow(), gazetteer)
                        .group())
                .isEqualTo(Group.EAST);
        assertThat(situations
                        .of(gazetteer.region("660000").orElseThrow(), gazetteer)
                        .group())
                .isNull();
    }
}
