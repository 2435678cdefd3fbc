package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.text.TypedQuery.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedQueryTests {
    @Test
    void readsWordsQuotationsAndExclusions() {
        assertThat(TypedQuery.parse("通关 “单一窗口” -海关　\"b c\""))
                .isEqualTo(new TypedQuery(
                        List.of(new Part("通关", false), new Part("单一窗口", true), new Part("b c", true)), List.of("海关")));
    }

    @Test
    void excludesQuotations() {
        assertThat(TypedQuery.parse("a -\"b c\" d"))
                .isEqualTo(new TypedQuery(List.of(new Part("a", false), new Part("d", false)), List.of("b c")));
    }

    @Test
    void takesAHyphenWithinAWordAsPartOfIt() {
        assertThat(TypedQuery.parse("B2B-出口 - x-"))
                .isEqualTo(new TypedQuery(
                        List.of(new Part("B2B-出口", false), new Part("-", false), new Part("x-", false)), List.of()));
    }

    @Test
    void takesAMinusBeforeANumberForItsSignAndOneBeforeAQuotationForAnExclusion() {
        assertThat(TypedQuery.parse("-18℃ －５% −①  -\"2024\""))
                .isEqualTo(new TypedQuery(
                        List.of(new Part("-18℃", false), new Part("－５%", false), new Part("−①", false)),
                        List.of("2024")));
    }

    @Test
    void doesNotSeeWhatIsNotSeen() {
        assertThat(TypedQuery.parse("\ufeff-海\u00ad关\u200b \u2060“单一\u200d窗口”"))
                .isEqualTo(new TypedQuery(List.of(new Part("单一窗口", true)), List.of("海关")));
    }

    @Test
    void endsAnOpenQuotationWithTheText() {
        assertThat(TypedQuery.parse("a\"b c"))
                .isEqualTo(new TypedQuery(List.of(new Part("a", false), new Part("b c", true)), List.of()));
    }

    @Test
    void findsNothingInSpacesAndEmptyQuotations() {
        assertThat(TypedQuery.parse(" \t　\"\" “ ” -\"\"").size()).isZero();
    }
}
