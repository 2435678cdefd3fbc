package io.casewire.parsing.genre.casestudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NewspaperTests {
    /** Two cases stop at （二）, and nothing tells which of them （三） continues. */
    private static final String TWO_OPEN_ENDS = """
            样例市改革案例三则

            1. 港口提箱
            一、统一入口
            （一）合并预约
            三套预约系统并成一个窗口。
            （二）公开箱位
            堆场每十五分钟更新一次。

            2. 企业开办
            一、归并材料
            （一）梳理字段
            申请人只填一张表。
            （二）共用影像
            证件拍一次照。

            3. 公用报装
            一、前移服务
            报装方案同步编制。

            （三）夜间不停
            实行轮班。
            """;

    @Test
    void putsTornColumnsBackInReadingOrder() throws IOException {
        ParsedDocument parsed = parse(resource("newspaper.txt"));

        String read = cases(parsed).stream()
                .map(found -> found.number() + "\t" + found.title() + "\n"
                        + Objects.requireNonNull(found.practice()).text() + "\n")
                .collect(Collectors.joining("\n"));
        assertThat(read).isEqualTo(resource("newspaper.expected.txt"));
        assertThat(parsed.diagnostics())
                .extracting(DiagnosticRecord::severity)
                .doesNotContain(Severity.WARNING, Severity.ERROR);
    }

    @Test
    void keepsTheIntroductionOutOfTheCaseItInterrupts() throws IOException {
        ParsedDocument parsed = parse(resource("newspaper.txt"));

        assertThat(parsed.text().paragraphs().get(2).text()).startsWith("本报今天刊发");
    }

    @Test
    void guessesNothingWhereTwoCasesMayGoOn() {
        ParsedDocument parsed = parse(TWO_OPEN_ENDS);

        assertThat(cases(parsed)).hasSize(3).noneMatch(found -> found.toString().contains("实行轮班"));
        assertThat(parsed.diagnostics())
                .filteredOn(diagnostic -> diagnostic.code().equals("COLUMN_NOT_PLACED"))
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.lines()).isNotNull());
    }

    @Test
    void saysWhichHeadingLostItsText() {
        assertThat(parse(TWO_OPEN_ENDS.replace("报装方案同步编制。\n", "")).diagnostics())
                .extracting(DiagnosticRecord::code)
                .contains("HEADING_WITHOUT_TEXT");
    }

    private static List<CaseRecord> cases(ParsedDocument parsed) {
        return parsed.records().stream()
                .filter(CaseRecord.class::isInstance)
                .map(CaseRecord.class::cast)
                .toList();
    }

    private static ParsedDocument parse(String text) {
        return new DocumentParser().parse(text.getBytes(StandardCharsets.UTF_8), "newspaper.txt");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(NewspaperTests.class.getResourceAsStream("/pages/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
