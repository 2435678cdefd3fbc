package io.casewire.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.Coverage.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParseReportTests {
    private static final String TABLE = """
            样例自由贸易试验区制度创新成果汇总表

            序号\t成果名称\t主要做法\t主要成效\t推荐单位
            1\t样例通关模式\t创新前，排队久。创新后，提前申报，随到随验。\t时间由3天缩短为1天。\t长沙海关、某某热线
            2\t样例查验模式\t企业自选查验时间，系统自动派单。\t查验时间由2天缩短为半天。\t长沙海关
            """;

    @Test
    void countsTheWholeOfADocumentThatWentIntoRecords() {
        assertThat(parsed(TABLE).coverage()).isGreaterThan(0.95);
        assertThat(unparsed(parsed(TABLE))).isEmpty();
    }

    @Test
    void namesTheCellsThatReachedNoRecordByTheirLines() {
        String noted = TABLE.replace("推荐单位\n", "推荐单位\t备注\n")
                .replace("某某热线\n", "某某热线\t已在两个港区试行\n")
                .replace("半天。\t长沙海关\n", "半天。\t长沙海关\t正在评估实际效果\n");

        ParsedDocument parsed = parsed(noted);

        assertThat(parsed.document().counts().cases()).isEqualTo(2);
        assertThat(parsed.coverage()).isLessThan(0.95);
        assertThat(unparsed(parsed)).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.lines()).isEqualTo(new LineRange(4, 5));
            assertThat(diagnostic.message()).contains("16 characters", "已在两个港区试行");
        });
    }

    @Test
    void namesDaysThatReachedNoRecordThoughTheirYearDid() {
        String dated = "样例自由贸易试验区关于复制推广2024年改革试点经验的清单\n\n"
                + TABLE.replace("推荐单位\n", "推荐单位\t验收时间\n")
                        .replace("某某热线\n", "某某热线\t2024年12月底\n")
                        .replace("半天。\t长沙海关\n", "半天。\t长沙海关\t2024年6月底前\n");

        assertThat(unparsed(parsed(dated)))
                .anySatisfy(diagnostic -> assertThat(diagnostic.message()).contains("2024年12月底"));
        assertThat(unparsed(parsed(dated.replace("验收时间", "完成时限"))))
                .as("a day that is due stays in the text")
                .noneSatisfy(diagnostic -> assertThat(diagnostic.message()).contains("2024年"));
    }

    @Test
    void countsShortNamesNumbersAndEmptyCellsOfATableAsHeld() {
        String plan = """
                样例市任务清单

                序号\t重点任务\t责任单位\t配合单位\t完成时限
                1\t统一窗口办理\t财政部、商务部\t无\t2025年底
                2\t公开办理进度\t税务局\t—\t长期
                3\t延长服务时间\t税务局、公安部\t/\t2025年底
                """;

        assertThat(unparsed(parsed(plan))).isEmpty();
        assertThat(parsed(plan).coverage()).isEqualTo(1);
    }

    @Test
    void namesTextThatGaveNoRecordByLineAndBeginning() {
        ParsedDocument parsed = parsed(TABLE + "\n后记\n\n本表编写历时数月，走访企业若干家，谨向所有参与编写的人员致以谢意，不当之处请指正。\n");

        assertThat(parsed.coverage()).isBetween(0.6, 0.9);
        assertThat(unparsed(parsed)).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.lines()).isEqualTo(new LineRange(7, 9));
            assertThat(diagnostic.message()).contains("后记");
        });
    }

    @Test
    void warnsOfAUnitThatDoesNotLookLikeOne() {
        assertThat(parsed(TABLE).diagnostics())
                .filteredOn(diagnostic -> diagnostic.code().equals("UNKNOWN_UNIT"))
                .singleElement()
                .satisfies(diagnostic -> {
                    assertThat(diagnostic.severity()).isEqualTo(Severity.WARNING);
                    assertThat(diagnostic.message()).contains("某某热线");
                    assertThat(diagnostic.lines()).isEqualTo(new LineRange(4, 4));
                });
    }

    @Test
    void listsTheLongestStretchesFirstAndSumsUpTheOthers() {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            stretches.add(new Stretch(new LineRange(i, i), 10 * i, "样例"));
        }

        List<DiagnosticRecord> diagnostics = Unparsed.diagnostics(stretches);

        assertThat(diagnostics).hasSize(21);
        assertThat(diagnostics.getFirst().lines()).isEqualTo(new LineRange(60, 60));
        assertThat(diagnostics.getLast().message()).startsWith("8,200 characters in 40 shorter stretches");
    }

    @Test
    void groupsWhatNeedsALookByLineAndKeepsWallsOfOneKindShort() {
        StringBuilder table = new StringBuilder(TABLE);
        for (int i = 3; i < 40; i++) {
            table.append(i + "\t样例模式第" + i + "种\t做法若干，内容各异。\t成效明显。\t某热线" + i + "\n");
        }

        String report = ParseReport.render(parsed(table.toString()));

        assertThat(report.lines().filter(line -> line.contains("Not known as a unit")))
                .hasSize(12);
        assertThat(report).contains("26 more (UNKNOWN_UNIT)");
        assertThat(report.indexOf("needs a look")).isLessThan(report.indexOf("noticed"));
    }

    private static List<DiagnosticRecord> unparsed(ParsedDocument parsed) {
        return parsed.diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().equals(Unparsed.CODE))
                .toList();
    }

    private static ParsedDocument parsed(String text) {
        return new DocumentParser().parse(text.getBytes(StandardCharsets.UTF_8), "sample.txt");
    }
}
