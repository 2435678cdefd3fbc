package io.casewire.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Genre;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestraintTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "样例条例⏎⏎第一条 为复制推广改革试点经验，制定本条例。⏎⏎第二条 适用范围。⏎⏎第三条 主要做法。⏎⏎第四条 容错。⏎⏎第五条 施行。|regulation",
                "样例省2025年国民经济和社会发展统计公报⏎⏎一、综合⏎全年地区生产总值50000亿元，增长5.0%。|bulletin",
                "样例考核评分表⏎⏎序号→事项→评分标准→分值→责任单位⏎1→复制推广试点经验→每项2分→10→省商务厅⏎2→通关便利化→按成效→20→海关|scores",
                "某地出台支持样例新区的指导意见⏎⏎新华社某地4月14日电⏎⏎一、任务⏎⏎（一）设窗口。（省商务厅负责）⏎⏎（二）开数据。（省数据局负责）⏎⏎（三）延时间。（省商务厅负责）|news",
                "新华社某地4月14日电（记者 张三）⏎⏎关于支持样例新区的指导意见⏎⏎一、任务⏎⏎（一）设窗口。（省商务厅负责）⏎⏎（二）开数据。（省数据局负责）⏎⏎（三）延时间。（省商务厅负责）|news",
                "本报讯（记者 张三）某自贸试验区推出改革举措，通关时间由3天缩短至1天。|news",
                "某市行政权力清单⏎⏎序号→事项名称→实施依据→责任单位⏎1→施工许可→建筑法→住建局⏎2→排污许可→环保法→环保局|no structure"
            })
    void publishesNothingFromOtherDocumentsAndSaysWhy(String text, String reason) {
        ParsedDocument parsed = parse(text.replace('⏎', '\n').replace('→', '\t'));

        assertThat(parsed.document().genre()).isEqualTo(Genre.UNRECOGNISED);
        assertThat(parsed.records()).isEmpty();
        assertThat(parsed.diagnostics())
                .anySatisfy(found -> assertThat(found.message()).contains(reason));
    }

    @Test
    void readsABareListOfCommendedPractices() {
        ParsedDocument parsed = parse("""
                某省关于对自贸试验区典型经验做法给予通报表扬的通知

                各市州人民政府：

                附件：典型经验做法（共5项）

                1.创新跨境电商监管模式（长沙片区）
                2.推行抵港直装模式（岳阳片区）
                3.推行执行通知前置（郴州片区）
                4 .优化口岸服务机制
                5.推进智慧法院建设
                """);

        assertThat(parsed.document().genre()).isEqualTo(Genre.PROMOTION_LIST);
        assertThat(parsed.records()).hasSize(5);
        CaseRecord first = (CaseRecord) parsed.records().getFirst();
        assertThat(first.title()).isEqualTo("创新跨境电商监管模式");
        assertThat(first.areas()).containsExactly("长沙片区");
    }

    @Test
    void readsTablesWithOtherColumnsInOtherOrder() {
        ParsedDocument parsed = parse("""
                某省最佳实践案例清单

                | 编号 | 领域 | 案例名称 | 具体做法 | 实施效果 | 申报单位 | 牵头部门 | 配合部门 |
                |---|---|---|---|---|---|---|---|
                | 1 | 贸易便利化 | 甲模式 | 改革前：手续多。改革后：提前申报。 | 时间缩短60%以上 | 宁波片区 | 省商务厅 | 宁波海关、省发展改革委 |
                """);

        CaseRecord found = (CaseRecord) parsed.records().getFirst();
        assertThat(found.category()).isEqualTo("贸易便利化");
        assertThat(found.background()).isEqualTo("改革前：手续多。");
        assertThat(found.originUnits()).containsExactly("宁波片区");
        assertThat(found.leadUnits()).containsExactly("省商务厅");
        assertThat(found.supportingUnits()).containsExactly("宁波海关", "省发展改革委");
    }

    private static ParsedDocument parse(String text) {
        return new DocumentParser().parse(text.getBytes(StandardCharsets.UTF_8), "sample.txt");
    }
}
