package io.casewire.parsing.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingsTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "deeper and deeper;一、总体/（一）要求/1.样例;总体/要求/样例",
                "the same rank replaces;一、总体/（一）要求/（二）任务;总体/任务",
                "an outer rank closes the inner;一、总体/（一）要求/二、保障;保障",
                "a chapter above;第一章 总则/一、总体;总则/总体",
                "an annex closes all and announces its title;一、总体/附件2/样例清单/（一）要求;附件2/样例清单/要求",
                "a bare number announces a chapter;1/总体要求/一、任务;总体要求/任务",
                "01 announces a part;01/总体要求/2/样例;总体要求/样例",
                "第一部分 announces a part;第一部分/总体要求/一、任务;总体要求/任务",
            })
    void numbersAndAnnouncementsRankHeadings(String name, String paragraphs, String path) {
        assertThat(after(paragraphs).path()).isEqualTo(List.of(path.split("/", -1)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a sentence;1.样例已经完成。",
                "a point inside a paragraph;一是样例",
                "plain text;样例",
                "an annex that is announced;附件：样例清单",
                "a paragraph;1.样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例",
            })
    void anythingElseIsPassedOver(String name, String paragraph) {
        assertThat(after("一、总体/" + paragraph).path()).containsExactly("总体");
    }

    @Test
    void aSentenceBehindAnAnnouncementTakesItBack() {
        assertThat(after("一、总体/2/样例已经完成。/样例").path()).containsExactly("总体");
    }

    @Test
    void aHeadingOfMarkupIsAChapterOnceTheDocumentHasBegun() {
        Headings headings = new Headings();
        headings.pass("样例白皮书", 1);
        assertThat(headings.path()).as("the title of the document").isEmpty();

        headings.pass("一、总体", 0);
        headings.pass("标签：样例", 2);
        headings.pass("样例篇", 2);

        assertThat(headings.path()).containsExactly("样例篇");
    }

    @Test
    void aTableSumsUpTheSectionItStandsIn() {
        Headings headings = after("第一章 总则/一、总体/（一）要求/1.样例");

        assertThat(headings.sectionPath()).containsExactly("总则", "总体", "要求");
        assertThat(headings.chapter()).isEqualTo("总体");
        assertThat(after("（一）要求").chapter()).isNull();
    }

    private static Headings after(String paragraphs) {
        Headings headings = new Headings();
        for (String paragraph : paragraphs.split("/", -1)) {
            headings.pass(paragraph, 0);
        }
        return headings;
    }
}
