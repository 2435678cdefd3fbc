package io.casewire.catalog.lineage.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTests {
    private static final String PRACTICE = "企业在货物运抵口岸以前即可办理申报手续，查验在装箱以前完成，货物到港后直接装船。";

    @Test
    void aTextThatStandsWholeInAnotherIsContained() {
        Wording part = Wording.of(PRACTICE);
        Wording whole = Wording.of("改革以前，申报须等货物运抵。" + PRACTICE + "全年惠及企业三百余家。");
        assertThat(part.containment(whole)).isEqualTo(1);
        assertThat(whole.containment(part)).isEqualTo(1);
    }

    @Test
    void punctuationBlanksAndScriptMakeNoDifference() {
        assertThat(Wording.of(PRACTICE)
                        .containment(Wording.of(PRACTICE.replace("，", " , ").replace("货物", "貨物"))))
                .isEqualTo(1);
    }

    @Test
    void textsOfTheSameTradeShareLittle() {
        Wording other = Wording.of("企业在货物运抵口岸以后办理纳税手续，税款可以汇总缴纳，由银行提供担保。");
        assertThat(Wording.of(PRACTICE).containment(other)).isBetween(0.01, 0.35);
    }

    @Test
    void aFewWordsSayNothing() {
        assertThat(Wording.of("货物到港后直接").containment(Wording.of(PRACTICE))).isZero();
        assertThat(Wording.of("").containment(Wording.of(PRACTICE))).isZero();
    }

    @Test
    void isReadAsItWasWritten() {
        Wording wording = Wording.of(PRACTICE);
        assertThat(Wording.read(wording.bytes())).isEqualTo(wording);
        assertThat(wording.sample(3).count()).isLessThanOrEqualTo(3);
    }
}
