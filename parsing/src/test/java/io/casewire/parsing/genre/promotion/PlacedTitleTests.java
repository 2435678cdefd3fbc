package io.casewire.parsing.genre.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.casefile.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacedTitleTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "in brackets behind;样例预约（厦门片区）;样例预约;福建自贸试验区;厦门片区",
                "behind a dash;样例预约——厦门片区;样例预约;福建自贸试验区;厦门片区",
                "behind a blank;样例预约 厦门片区;样例预约;福建自贸试验区;厦门片区",
                "the blank was lost;“样例预约”模式厦门片区;“样例预约”模式;福建自贸试验区;厦门片区",
                "before a colon;湖北自贸试验区：样例预约;样例预约;湖北自贸试验区;-",
                "behind a colon;样例预约：湖北自贸试验区;样例预约;湖北自贸试验区;-",
                "in brackets before;【厦门片区】样例预约;样例预约;福建自贸试验区;厦门片区",
                "inside the title it stays;湖北自贸试验区样例预约改革;湖北自贸试验区样例预约改革;湖北自贸试验区;-",
                "a bracket with another thing;样例预约（试行）;样例预约（试行）;-;-",
                "a bracket with more than a place;样例预约（厦门片区会同有关部门共同推进实施）;样例预约（厦门片区会同有关部门共同推进实施）;福建自贸试验区;厦门片区",
                "brackets in the bracket;样例预约（福建自贸试验区（厦门片区）);样例预约（福建自贸试验区（厦门片区）);福建自贸试验区;厦门片区",
                "no place;样例预约;样例预约;-;-",
                "an area nobody knows;样例预约（甲片区）;样例预约;-;甲片区",
                "other brackets;样例预约【厦门片区】;样例预约;福建自贸试验区;厦门片区",
                "brackets of a number;样例预约〔甲片区〕;样例预约;-;甲片区",
                "nothing but a place;（厦门片区）;（厦门片区）;福建自贸试验区;厦门片区",
            })
    void aPlaceThatAMarkSetsApartIsNoPartOfTheTitle(
            String name, String printed, String title, @Nullable String zone, @Nullable String area) {
        assertThat(PlacedTitle.read(printed))
                .isEqualTo(new PlacedTitle(title, new Origin(list(zone), list(area)), List.of()));
    }

    private static List<String> list(@Nullable String name) {
        return name == null ? List.of() : List.of(name);
    }
}
