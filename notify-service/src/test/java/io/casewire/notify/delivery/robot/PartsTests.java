package io.casewire.notify.delivery.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTests {
    @Test
    void holdWholeLinesAsManyAsFit() {
        assertThat(Parts.of(List.of("aaaa", "bbb", "cc"), 10, 1))
                .containsExactly(List.of("aaaa", "bbb"), List.of("cc"));
        assertThat(Parts.of(List.of("a", "b"), 10, 1)).containsExactly(List.of("a", "b"));
        assertThat(Parts.of(List.of(), 10, 1)).containsExactly(List.of());
    }

    @Test
    void shareOutALineThatIsLongerByWholeCharacters() {
        assertThat(Parts.of(List.of("x", "国国国国𠀀"), 10, 1))
                .containsExactly(List.of("x"), List.of("国国国"), List.of("国𠀀"));
    }

    @Test
    void endWithASignWhereSomethingIsLeftOut() {
        List<List<String>> parts = Parts.of(Collections.nCopies(9, "国国国"), 10, 1);

        assertThat(parts).hasSize(Parts.MOST);
        assertThat(parts.subList(0, 4)).containsOnly(List.of("国国国"));
        assertThat(parts.getLast()).containsExactly("国国…");
    }
}
