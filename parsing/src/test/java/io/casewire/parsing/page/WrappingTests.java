package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Omission.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTests {
    private static final String LONG =
            "甲市在样例片区推行容缺受理改革，企业先提交主要材料即可办理，次要材料在承诺期限内补齐，" + "窗口人员依据清单当场告知，办理时间由五个工作日压缩到一个工作日，企业办事成本明显下降，群众满意程度持续提高。";
    private static final String OTHER =
            "乙市在样例片区建设统一的数据平台，海关、税务、银行之间的单证只提交一次，" + "系统自动核对单证内容并提示差错，全年共享数据十二万条，差错率由百分之三下降到千分之一，企业不再重复录入。";

    @ParameterizedTest
    @ValueSource(ints = {20, 25, 33})
    void paragraphsCutAtAMarginAreWholeAgain(int width) {
        List<String> printed = new ArrayList<>(cut(LONG, width));
        printed.addAll(cut(OTHER, width));

        assertThat(undo(printed)).containsExactly(LONG, OTHER);
    }

    @Test
    void aHeadingOnALineOfItsOwnStaysApart() {
        List<String> printed = new ArrayList<>(List.of("一、优化流程"));
        printed.addAll(cut(LONG, 25));
        printed.add("二、共享数据");
        printed.addAll(cut(OTHER, 25));

        assertThat(undo(printed)).containsExactly("一、优化流程", LONG, "二、共享数据", OTHER);
    }

    @Test
    void aHeadingThatFillsItsLineGoesOnWithNoNumber() {
        String heading = "二、样例片区推行容缺受理改革试点和信息共享应用试点";
        List<String> printed = new ArrayList<>(cut(LONG, 25));
        printed.add(heading);
        printed.addAll(cut("（一）" + OTHER, 25));

        assertThat(heading).hasSize(25);
        assertThat(undo(printed)).containsExactly(LONG, heading, "（一）" + OTHER);
    }

    @Test
    void aLineOfThePageBetweenTwoPiecesComesBehindTheParagraph() {
        List<Line> lines = new ArrayList<>(Printed.lines(cut(LONG + OTHER, 25).toArray(String[]::new)));
        lines.add(2, Line.of(99, "样例白皮书").as(Reason.REPEATED_HEADER));

        assertThat(Wrapping.undo(lines)).extracting(Line::text).containsExactly(LONG + OTHER, "样例白皮书");
    }

    @Test
    void everyPieceKeepsItsLine() {
        Line whole = Wrapping.undo(Printed.lines(cut(LONG, 25).toArray(String[]::new)))
                .getFirst();

        assertThat(whole.words().lineAt(0)).isEqualTo(1);
        assertThat(whole.words().lineAt(25)).isEqualTo(2);
        assertThat(whole.words().lineAt(LONG.length() - 1)).isEqualTo(4);
    }

    @Test
    void narrowerThanAnyMarginNothingIsCut() {
        List<String> printed = cut(LONG + OTHER, 9);

        assertThat(undo(printed)).isEqualTo(printed);
    }

    @Test
    void linesThatTheirAuthorEndedStay() {
        List<String> printed = List.of("样例一号改革", "样例二号改革试点", "样例三号", "样例四号改革试点经验", "样例五号改革试点经验和做法一览", LONG, OTHER);

        assertThat(undo(printed)).isEqualTo(printed);
    }

    private static List<String> undo(List<String> printed) {
        return Wrapping.undo(Printed.lines(printed.toArray(String[]::new))).stream()
                .map(Line::text)
                .toList();
    }

    /** The text as a typesetter cuts it who lets no mark begin a line. */
    private static List<String> cut(String text, int width) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = Math.min(text.length(), from + width);
            while (end < text.length() && "，。、".indexOf(text.charAt(end)) >= 0) {
                end--;
            }
            lines.add(text.substring(from, end));
            from = end;
        }
        return lines;
    }
}
