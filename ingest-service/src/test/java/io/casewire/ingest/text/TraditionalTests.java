package io.casewire.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraditionalTests {
    @Test
    void knowsEveryRowOfItsTable() {
        assertThat(Traditional.rows())
                .hasSize(2930)
                .contains("創,创", "責,责", "複,复", "圍,围")
                .allMatch(row -> row.charAt(1) == ',');
    }

    @Test
    void keepsEveryCharacterInItsPlace() {
        assertThat(Traditional.simplified("創新後：責任單位、複製推廣 A1")).isEqualTo("创新后：责任单位、复制推广 A1");
    }

    @Test
    void takesNoSimplifiedTextForTraditionalBecauseOfAName() {
        assertThat(Traditional.isUsedIn("瀋陽片區".repeat(4) + "推进通关便利化改革".repeat(40)))
                .isFalse();
        assertThat(Traditional.isUsedIn("創新後，企業辦理時間縮短，責任單位為海關總署。".repeat(4))).isTrue();
    }
}
