package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionWordsTests {
    @ParameterizedTest
    @CsvSource({
        "怎样缩短货物通关时间,缩短货物通关时间",
        "外籍人才的工作许可怎么办理,外籍人才 工作许可 办理",
        "有哪些做法可以加快审批？,加快审批？",
        "单一窗口,单一窗口",
        "目的地查验,目的地查验",
        "标的物管理办法,标的物管理办法",
        "如何,如何",
        "的,的",
    })
    void leavesWhatIsAskedFor(String text, String left) {
        assertThat(QuestionWords.removedFrom(text)).containsExactly(left.split(" ", -1));
    }
}
