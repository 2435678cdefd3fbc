package io.casewire.extraction.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Block.PageBreak;
import io.casewire.extraction.Block.PrintedLines;
import io.casewire.extraction.Blocks;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.Place;
import io.casewire.extraction.Unextractable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfLinesTests {
    private static final String FULL = "坚持以制度创新为核心，突出系统集成和协同高效，形成一批可复制可推广的成果";

    /** Set in by two characters. */
    private static final String FIRST = FULL.substring(0, FULL.length() - 2);

    @TempDir
    private Path folder;

    private interface Drawing {
        void on(PdfSheet sheet) throws IOException;
    }

    private Extraction read(Drawing drawing) throws IOException, Unextractable {
        try (PdfSheet sheet = new PdfSheet()) {
            drawing.on(sheet);
            return sheet.read(folder);
        }
    }

    private List<String> lines(Drawing drawing) throws IOException, Unextractable {
        return Blocks.lines(read(drawing));
    }

    @Test
    void aGapBesideADigitIsNoBlank() throws IOException, Unextractable {
        assertThat(lines(sheet -> sheet.text(80, 100, 12, "2031 年 12 月 31 日前完成")
                        // a quarter of an em, without blanks
                        .text(80, 140, 12, "自")
                        .text(95, 140, 12, "2031")
                        .text(122, 140, 12, "年起")
                        .text(80, 180, 12, "共 25% 的 RCEP 成员")))
                .containsExactly("2031年12月31日前完成", "自2031年起", "共25%的RCEP成员");
    }

    @Test
    void aSpreadTitleIsOneWord() throws IOException, Unextractable {
        assertThat(lines(sheet -> sheet.spread(120, 100, 18, 34, "关于印发样例方案的通知")
                        .text(250, 150, 18, "目　　录")
                        .text(80, 200, 12, "附 件 2")))
                .containsExactly("关于印发样例方案的通知", "目录", "附件2");
    }

    @Test
    void aBlankThatStandsOutStays() throws IOException, Unextractable {
        assertThat(lines(sheet -> sheet.text(80, 100, 12, "Free Trade Zone 2031 report")
                        // words parted by their places alone
                        .text(80, 140, 12, "Free")
                        .text(107, 140, 12, "Trade")
                        .text(80, 180, 12, "省商务厅　省财政厅")))
                .containsExactly("Free Trade Zone 2031 report", "Free Trade", "省商务厅 省财政厅");
    }

    /** What stands between ^ and the next blank is printed smaller and above the line. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "用地10^4 亩;用地10^4亩",
                "浓度10^-6 以下;浓度10^-6以下",
                "面积300m^2 以内;面积300m2以内",
                "产值^1 增长;产值增长",
                "产值^① 增长;产值增长",
                "产值^[12] 增长;产值增长",
                "第1^st 项;第1st项",
                "样例^注 说明;样例注说明",
                "^1 样例说明;样例说明",
            })
    void whatStandsAboveTheLineIsAPowerOrAMark(String printed, String read) throws IOException, Unextractable {
        for (double size : new double[] {7, 8, 10}) {
            assertThat(lines(sheet -> {
                        double x = 80;
                        boolean raised = false;
                        for (int i = 0; i < printed.length(); i++) {
                            char c = printed.charAt(i);
                            if (c == '^' || c == ' ') {
                                raised = c == '^';
                                continue;
                            }
                            double own = raised ? size : 12;
                            sheet.text(x, raised ? 96 : 100, own, String.valueOf(c));
                            x += c < 0x7f ? own / 2 : own;
                        }
                    }))
                    .containsExactly(read);
        }
    }

    @Test
    void wordsThatALineRunsThroughAreNotRead() throws IOException, Unextractable {
        Extraction extraction = read(sheet -> sheet.text(80, 100, 12, "由省商务厅省财政厅负责")
                // through 省商务厅, under 省财政厅
                .line(92, 95.5, 140, 95.5)
                .line(140, 102, 188, 102)
                // drawn as an area
                .text(80, 140, 12, "完成十项五项任务")
                .filled(104, 135, 24, 0.7)
                // through more than words
                .text(200, 180, 12, "图例")
                .line(80, 175.5, 500, 175.5));

        assertThat(Blocks.lines(extraction)).containsExactly("由省财政厅负责", "完成五项任务", "图例");
        assertThat(Blocks.notices(extraction)).containsExactly("STRUCK_OUT");
        assertThat(extraction.notices().getFirst().message()).endsWith(": 6");
    }

    @Test
    void aLineOfATableThroughItsTextStrikesNothingOut() throws IOException, Unextractable {
        Extraction extraction = read(sheet ->
                sheet.grid(new double[] {80, 104}, new double[] {80, 95, 120}).text(80, 100, 12, "样例"));

        assertThat(Blocks.notices(extraction)).isEmpty();
    }

    @Test
    void notesAtTheFootOfAPageAreNoText() throws IOException, Unextractable {
        Extraction extraction = read(sheet -> {
            sheet.text(104, 100, 12, FIRST).text(80, 120, 12, FULL).text(80, 140, 12, FULL);
            sheet.line(80, 700, 220, 700);
            sheet.text(80, 712, 5, "1").text(84, 716, 9, "样例统计年鉴。").text(80, 732, 9, "② 样例公报。");
            sheet.text(280, 800, 10, "- 1 -").nextPage();
            sheet.text(80, 100, 12, FULL).text(80, 120, 12, "到此为止。");
            // without a line above it
            sheet.text(80, 712, 5, "3")
                    .text(84, 716, 9, "样例年报。")
                    .text(280, 800, 10, "- 2 -")
                    .nextPage();
            // smaller, but no note
            sheet.text(80, 100, 12, "末段。").text(80, 716, 9, "（此件公开发布）").text(280, 800, 10, "- 3 -");
        });

        assertThat(Blocks.lines(extraction))
                .containsExactly("　　" + FIRST + FULL + FULL + FULL + "到此为止。", "末段。", "（此件公开发布）");
        assertThat(Blocks.notices(extraction)).containsExactly("NOTE_LEFT_OUT", "NOTE_LEFT_OUT");
        assertThat(extraction.notices().getFirst().message()).endsWith(": 2");
    }

    @Test
    void placesSayTheOrderNotTheFile() throws IOException, Unextractable {
        assertThat(lines(sheet -> sheet.text(80, 300, 12, "三、第三行")
                        .text(200, 100, 12, "的右边")
                        .text(80, 200, 12, "二、第二行")
                        .text(164, 100.4, 12, "第一行")
                        .text(80, 100, 12, "一、左边是它")
                        // raised
                        .text(152, 196, 6, "注")))
                .containsExactly("一、左边是它 第一行的右边", "二、第二行 注", "三、第三行");
    }

    @Test
    void aTurnedPageIsReadUpright() throws IOException, Unextractable {
        assertThat(lines(sheet -> {
                    // by its matrix alone
                    sheet.turned(0, 1, -1, 0, 100, 80, 12, "一、横排的第一行").turned(0, 1, -1, 0, 130, 80, 12, "二、横排的第二行");
                    sheet.nextPage();
                    // and as the page says
                    sheet.page().setRotation(90);
                    sheet.turned(0, 1, -1, 0, 100, 80, 12, "三、转过来的第一行").turned(0, 1, -1, 0, 130, 80, 12, "四、转过来的第二行");
                    sheet.nextPage();
                    sheet.page().setRotation(270);
                    sheet.turned(0, -1, 1, 0, 300, 700, 12, "五、另一边").turned(0, -1, 1, 0, 270, 700, 12, "六、另一行");
                }))
                .containsExactly("一、横排的第一行", "二、横排的第二行", "三、转过来的第一行", "四、转过来的第二行", "五、另一边", "六、另一行");
    }

    @Test
    void shortLinesThatEndAlikeAreNoMargin() throws IOException, Unextractable {
        List<String> printed =
                List.of("一、甲组举措", "（责任单位：省商务厅、省财政厅、省税务局）", "二、乙组举措", "三、丙组举措", "四、丁组举措", "五、戊组举措", "（责任单位：省财政厅）");

        assertThat(lines(sheet -> {
                    for (int i = 0; i < printed.size(); i++) {
                        sheet.text(80, 100 + 20 * i, 12, printed.get(i));
                    }
                }))
                .isEqualTo(printed);
    }

    @Test
    void aNumberBehindAnItemsUnitsBeginsTheNext() throws IOException, Unextractable {
        String units = FULL.substring(0, FULL.length() - 7) + "（省商务厅负责）";

        assertThat(lines(sheet -> sheet.text(80, 100, 12, FULL)
                        .text(80, 120, 12, FULL)
                        .text(80, 140, 12, FULL)
                        .text(80, 160, 12, units.substring(1))
                        .text(80, 180, 12, "2.评估目标完成情况并公开结果。")))
                .endsWith("2.评估目标完成情况并公开结果。");
    }

    @Test
    void aVerticalPageIsNamedAndNotPublished() throws IOException, Unextractable {
        String text = "竖排文字逐字自上而下排列右起一行再起一行直到页末为止";
        Extraction extraction = read(sheet -> {
            sheet.font("V").text(500, 100, 14, text).text(470, 100, 14, text);
            sheet.nextPage().font("F");
            for (int i = 0; i < text.length(); i++) {
                sheet.text(500, 100 + 16 * i, 14, text.substring(i, i + 1));
            }
            sheet.nextPage().text(80, 100, 12, "横排的一页");
        });

        assertThat(Blocks.lines(extraction)).containsExactly("横排的一页");
        assertThat(Blocks.notices(extraction)).containsExactly("VERTICAL_TEXT", "VERTICAL_TEXT");
        assertThat(extraction.notices().get(1).place()).isEqualTo(Place.page(2));
    }

    @Test
    void textOfAnotherDirectionIsNamed() throws IOException, Unextractable {
        Extraction extraction =
                read(sheet -> sheet.text(80, 100, 12, "正文在此").turned(0.7, 0.7, -0.7, 0.7, 200, 300, 40, "样例"));

        assertThat(Blocks.lines(extraction)).containsExactly("正文在此");
        assertThat(Blocks.notices(extraction)).containsExactly("TURNED_TEXT");
    }

    @Test
    void oneCodePointForOneCharacter() throws IOException, Unextractable {
        assertThat(lines(sheet -> sheet.text(80, 100, 12, "⼈⺠政府⻓期⻋辆")
                        .text(80, 140, 12, "︵一︶⋯⋯︱︻甲︼")
                        .font("H")
                        .text(80, 180, 12, "样例……结束")))
                .containsExactly("人民政府长期车辆", "（一）……—【甲】", "样例……结束");
    }

    @Test
    void aReplacementTextIsTakenAndBoldByPrintingTwiceIsOneWord() throws IOException, Unextractable {
        assertThat(lines(sheet -> sheet.raw("/Span <</ActualText <FEFF7532> >> BDC")
                        .text(80, 100, 12, "乙")
                        .raw("EMC")
                        .text(80, 140, 12, "加粗标题")
                        .text(80.4, 140, 12, "加粗标题")))
                .containsExactly("甲", "加粗标题");
    }

    @Test
    void aLineThatTheMarginCutGoesOn() throws IOException, Unextractable {
        Extraction extraction = read(sheet -> {
            for (int y = 100; y < 220; y += 60) {
                sheet.text(104, y, 12, FIRST).text(80, y + 20, 12, FULL).text(80, y + 40, 12, "到此为止。");
            }
            sheet.text(104, 220, 12, "一、总体要求").text(104, 240, 12, "末段。");
        });

        String paragraph = "　　" + FIRST + FULL + "到此为止。";
        assertThat(Blocks.printed(extraction)).containsExactly(paragraph, paragraph, "　　一、总体要求", "　　末段。");
    }

    @Test
    void roomBetweenLinesPartsParagraphs() throws IOException, Unextractable {
        Extraction extraction = read(sheet -> sheet.text(80, 100, 12, FULL)
                .text(80, 120, 12, FULL)
                .text(80, 140, 12, FULL + "。")
                .text(80, 176, 12, FULL)
                .text(80, 196, 12, "此段至此结束。"));

        assertThat(Blocks.printed(extraction)).containsExactly(FULL + FULL + FULL + "。", "", FULL + "此段至此结束。");
    }

    @Test
    void aSentenceGoesOnOverleafPastWhatThePrinterAdds() throws IOException, Unextractable {
        Extraction extraction = read(sheet -> {
            for (int page = 1; page <= 3; page++) {
                sheet.text(80, 50, 9, "样例实施方案").text(104, 120, 12, FIRST);
                for (int y = 140; y < 700; y += 20) {
                    sheet.text(80, y, 12, FULL);
                }
                sheet.text(280, 790, 10, "- " + page + " -");
                if (page < 3) {
                    sheet.nextPage();
                }
            }
        });

        assertThat(extraction.blocks()).hasSize(5).element(1).isEqualTo(new PageBreak(Place.page(1)));
        assertThat(Blocks.lines(extraction)).hasSize(3).noneMatch(line -> line.contains("- ") || line.contains("方案"));
        assertThat(Blocks.notices(extraction)).containsExactly("RUNNING_LINE");
        assertThat(((PrintedLines) extraction.blocks().get(2)).place()).isEqualTo(Place.page(2));
    }

    @Test
    void aParagraphCutByThePageIsOne() throws IOException, Unextractable {
        assertThat(lines(sheet -> {
                    sheet.text(104, 100, 12, FIRST).text(80, 120, 12, FULL);
                    sheet.text(104, 140, 12, FIRST).text(80, 160, 12, FULL);
                    sheet.text(280, 790, 10, "1").nextPage();
                    sheet.text(80, 100, 12, "接前页。").text(104, 120, 12, "另起一段。").text(280, 790, 10, "2");
                }))
                .containsExactly("　　" + FIRST + FULL, "　　" + FIRST + FULL + "接前页。", "　　另起一段。");
    }

    @Test
    void theLeftColumnComesBeforeTheRight() throws IOException, Unextractable {
        String left = "左栏的文字从上到下排列到栏底";
        String right = "右栏的文字接在左栏的后面排列";
        List<String> lines = lines(sheet -> {
            sheet.text(150, 60, 18, "通栏的标题从左到右排满了整个版面");
            for (int y = 100; y < 340; y += 20) {
                sheet.text(60, y, 14, left).text(300, y, 14, right);
            }
        });

        assertThat(String.join("", lines)).isEqualTo("通栏的标题从左到右排满了整个版面" + left.repeat(12) + right.repeat(12));
    }

    @Test
    void whatIsTypedOnAPageBelongsToIt() throws IOException, Unextractable {
        assertThat(lines(sheet -> sheet.text(80, 140, 12, "填写的内容")
                        .annotation("FreeText", false)
                        .text(80, 180, 12, "隐藏的内容")
                        .annotation("FreeText", true)
                        .text(80, 100, 12, "正文")
                        // beside the page
                        .text(80, 900, 12, "裁切线外")))
                .containsExactly("正文", "填写的内容");
    }

    @Test
    void twoNamesAreNotMadeOneWhereAMarkMayBeLost() throws IOException, Unextractable {
        String full = "责任单位为省发展和改革委员会、省工业和信息化厅、省自然资源厅、省财政厅";
        Drawing drawing = sheet ->
                sheet.text(80, 100, 12, full).text(80, 120, 12, "省商务厅、" + full.substring(0, full.length() - 5));

        Extraction plain = read(drawing);
        Extraction office = read(sheet -> {
            drawing.on(sheet);
            sheet.producer("LibreOffice 7.4");
        });

        assertThat(Blocks.lines(plain)).hasSize(1);
        assertThat(Blocks.lines(office)).hasSize(2);
        assertThat(Blocks.notices(office)).containsExactly("MARK_MAY_BE_LOST");
        assertThat(office.notices().getFirst().message()).contains("省财政厅” and “省商务厅");
    }

    /** The end of a line at the margin and the beginning of the next. */
    @ParameterizedTest(name = "{0}{1}")
    @CsvSource({
        "省财政厅, 省商务厅、, true",
        "省财政厅, 甲海关、, true",
        "省委省政府, 省商务厅、, true",
        "深化市, 场监管局、, false",
        "省有关部, 门、, false",
        "省财政厅, 负责落实、, false",
        "省财政厅, 等单位、, false",
        "甲省省委, 组织部、, false",
        "各市, 省商务厅、, true",
    })
    void onlyBetweenTwoWholeNamesAMarkMayBeLost(String end, String begin, boolean told)
            throws IOException, Unextractable {
        String list = "责任单位为省工业和信息化厅、省自然资源厅、省生态环境厅、省交通运输厅、省水利厅、";
        String first = list.substring(0, 35 - end.length()) + "、" + end;
        Extraction extraction = read(sheet -> sheet.producer("LibreOffice 7.4")
                .text(80, 100, 12, first)
                .text(80, 120, 12, begin + list.substring(0, 36 - begin.length())));

        assertThat(Blocks.notices(extraction).contains("MARK_MAY_BE_LOST")).isEqualTo(told);
        assertThat(Blocks.lines(extraction)).hasSize(told ? 2 : 1);
    }
}
