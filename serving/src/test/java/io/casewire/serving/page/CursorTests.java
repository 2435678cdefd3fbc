package io.casewire.serving.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.serving.problem.InvalidParameter;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {
    @Test
    void leadsBackToItsPlace() {
        assertThat(Cursor.read(Cursor.of("17:项目"), Function.identity())).isEqualTo("17:项目");
        assertThat(Cursor.<String>read(null, Function.identity())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!!!", "NDI=", "NDJ", "eA", "$ne"})
    void whatIsNoneOfOursIsRefused(String cursor) {
        assertThat(Cursor.<Integer>read("NDI", Integer::valueOf)).isEqualTo(42);
        assertThatThrownBy(() -> Cursor.read(cursor, Integer::valueOf))
                .isInstanceOfSatisfying(InvalidParameter.class, refused -> assertThat(refused.parameter())
                        .isEqualTo("cursor"));
    }

    @Test
    void aPageEndsWhereNothingFollows() {
        assertThat(Page.of(List.of(1, 2, 3), 2, String::valueOf, String::valueOf))
                .isEqualTo(new Page<>(List.of("1", "2"), Cursor.of("2")));
        assertThat(Page.of(List.of(1, 2), 2, String::valueOf, String::valueOf))
                .isEqualTo(new Page<>(List.of("1", "2"), null));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101, Integer.MAX_VALUE})
    void aSizeThatIsNotAllowedIsRefusedAndNotCut(int size) {
        assertThat(Page.size(100, 100)).isEqualTo(100);
        assertThatThrownBy(() -> Page.size(size, 100)).isInstanceOf(InvalidParameter.class);
    }
}
