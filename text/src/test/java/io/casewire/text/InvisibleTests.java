package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ad",
                "\u200b",
                "\u200d",
                "\u2060",
                "\ufeff",
                "\u202e",
                "\ufe0f",
                "\udb40\udd00",
                "\u0000",
                "\u3164"
            })
    void isRemoved(String invisible) {
        assertThat(Invisible.removedFrom("通" + invisible + "关" + invisible)).isEqualTo("通关");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb\nc", "中 文　", "e\u0301", "\ud83d\ude00", "ـ"})
    void leavesWhatIsSeenOrParts(String visible) {
        assertThat(Invisible.removedFrom(visible)).isEqualTo(visible);
    }
}
