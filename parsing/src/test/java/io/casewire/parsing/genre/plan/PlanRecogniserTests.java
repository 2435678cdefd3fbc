package io.casewire.parsing.genre.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.Deadline;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.IndicatorRecord.Target;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.parsed.TaskRecord.TaskMeasure;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.page.PageReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanRecogniserTests {
    private static final DocumentIdentity IDENTITY = new DocumentIdentity("某实施方案", null, null, null, "某实施方案");

    private static final String LABELLED = """
            某片区建设实施方案

            二、主要任务

            (一)推行冷链查验前移。(排第一的为牵头单位,下同)

            (责任单位:市港航局、市农业农村局、东港海关 落实时间:2024年3月底前)

            1.落实举措。

            (1)在产地设立查验点。(牵头单位:市港航局  责任单位:东港海关)

            (2)2023年底前建成冷链监管平台。(牵头单位:市农业农村局)

            2.评估目标。

            冷链货物口岸停留时间压缩一半。

            (二)扩大航权开放。

            (责任单位:市发改委 落实时间:持续推进)

            1.落实举措。

            争取第五航权试点。(牵头单位:市发改委 责任单位:机场集团公司)

            2.评估目标。

            新增航线3条。

            三、保障措施

            (一)加强领导

            各单位要提高认识。
            """;

    @Test
    void readsATaskWithItsLabelledParts() {
        List<TaskRecord> tasks = tasks(LABELLED);
        assertThat(tasks).hasSize(2);
        TaskRecord first = tasks.getFirst();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.title()).isEqualTo("推行冷链查验前移");
        assertThat(first.responsibleUnits()).containsExactly("市港航局", "市农业农村局", "东港海关");
        assertThat(first.leadUnits()).containsExactly("市港航局");
        assertThat(first.supportingUnits()).containsExactly("市农业农村局", "东港海关");
        assertThat(requireNonNull(first.deadline()).date()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(requireNonNull(first.deadline()).text()).isEqualTo("2024年3月底前");
        assertThat(first.target()).isEqualTo("冷链货物口岸停留时间压缩一半。");
        assertThat(first.path()).containsExactly("主要任务");
        assertThat(first.lines()).isEqualTo(new LineRange(5, 17));
    }

    @Test
    void readsTheMeasuresOfATaskWithTheirOwnUnits() {
        List<TaskMeasure> measures = tasks(LABELLED).getFirst().measures();
        assertThat(measures).extracting(TaskMeasure::number).containsExactly(1, 2);
        assertThat(measures).extracting(TaskMeasure::text).containsExactly("在产地设立查验点。", "2023年底前建成冷链监管平台。");
        assertThat(measures.getFirst().leadUnits()).containsExactly("市港航局");
        assertThat(measures.getFirst().supportingUnits()).containsExactly("东港海关");
        assertThat(measures.getLast().deadlines())
                .extracting(deadline -> deadline.date())
                .containsExactly(LocalDate.of(2023, 12, 31));
    }

    @Test
    void readsAMeasureWithoutANumberAndWorkWithoutAnEnd() {
        TaskRecord second = tasks(LABELLED).getLast();
        assertThat(requireNonNull(second.deadline()).ongoing()).isTrue();
        assertThat(second.measures()).extracting(TaskMeasure::number).containsExactly((Integer) null);
        assertThat(second.measures().getFirst().supportingUnits()).containsExactly("机场集团公司");
    }

    @Test
    void givesTheSameTaskTheSameIdInARewrappedScan() {
        String rescan = LABELLED.replace("\n\n", "\n").replace("(", "（").replace(")", "）");
        assertThat(tasks(rescan))
                .extracting(TaskRecord::id)
                .isEqualTo(tasks(LABELLED).stream().map(TaskRecord::id).toList());
    }

    @Test
    void readsAnOpinionWhoseItemsNameTheirUnitsInBrackets() {
        List<TaskRecord> tasks = tasks("""
                关于促进样例区发展的意见

                一、重点工作

                （一）优化监管。

                1.简化手续。允许先放行后验估。（海关总署、财政部负责，排在第一位的部门为牵头部门，下同）

                2.便利流转。推行电子关锁。（海关总署等有关部门负责）

                3.支持研发。免于提交许可证件。（商务部、海关总署负责）
                """);
        assertThat(tasks).extracting(TaskRecord::title).containsExactly("简化手续", "便利流转", "支持研发");
        assertThat(tasks.getLast().leadUnits()).containsExactly("商务部");
        assertThat(tasks.getLast().path()).containsExactly("重点工作", "优化监管");
        assertThat(tasks.getLast().measures()).extracting(TaskMeasure::text).containsExactly("免于提交许可证件。");
    }

    @Test
    void readsADocumentThatStandsInOneLine() {
        List<TaskRecord> tasks = tasks("现提出以下意见：一、总体要求坚持稳中求进。二、主要任务（一）优化监管，打造枢纽。"
                + "1.简化手续。允许先放行后验估，误差在0.5%以内。（海关总署、财政部负责）2.便利流转。推行电子关锁。（海关总署负责）"
                + "（二）支持创新，打造中心。3.支持研发。免于提交许可证件。（商务部、海关总署负责）三、有关要求各地区要加强领导。");
        assertThat(tasks).extracting(TaskRecord::number).containsExactly(1, 2, 3);
        assertThat(tasks).extracting(TaskRecord::title).containsExactly("简化手续", "便利流转", "支持研发");
        assertThat(tasks.getLast().path()).containsExactly("主要任务", "支持创新，打造中心");
    }

    @Test
    void readsTrailingUnitsWithDeadlineInOneBracket() {
        List<TaskRecord> tasks = tasks("""
                重点任务分工

                1.建设数字口岸。推进单证无纸化。（牵头单位：市口岸办；配合单位：市数据局、市财政局；完成时限：2025年6月底前）
                2.培育航运金融。引进保险机构。（牵头单位：市金融办；配合单位：市商务局；完成时限：长期）
                3.发展邮轮经济。开通航线。（市文旅局牵头，市口岸办配合）
                """);
        assertThat(tasks).hasSize(3);
        assertThat(tasks.getFirst().supportingUnits()).containsExactly("市数据局", "市财政局");
        assertThat(requireNonNull(tasks.getFirst().deadline()).date()).isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(requireNonNull(tasks.get(1).deadline()).ongoing()).isTrue();
        assertThat(tasks.getLast().leadUnits()).containsExactly("市文旅局");
        assertThat(tasks.getLast().supportingUnits()).containsExactly("市口岸办");
        assertThat(tasks.getLast().deadline()).isNull();
    }

    @Test
    void readsATableOfTasks() {
        List<TaskRecord> tasks = tasks("""
                任务分工表

                序号\t重点任务\t具体举措\t牵头单位\t配合单位\t完成时限
                1\t建设数字口岸\t推进单证无纸化\t市口岸办\t市数据局、市财政局\t2025年6月底前
                2\t培育航运金融\t引进保险机构\t市金融办\t市商务局\t持续推进
                """);
        assertThat(tasks).extracting(TaskRecord::title).containsExactly("建设数字口岸", "培育航运金融");
        assertThat(tasks.getFirst().leadUnits()).containsExactly("市口岸办");
        assertThat(tasks.getFirst().supportingUnits()).containsExactly("市数据局", "市财政局");
        assertThat(tasks.getFirst().measures()).extracting(TaskMeasure::text).containsExactly("推进单证无纸化");
        assertThat(requireNonNull(tasks.getLast().deadline()).ongoing()).isTrue();
    }

    @Test
    void readsLabelsThatStandOnLinesOfTheirOwn() {
        List<TaskRecord> tasks = tasks("""
                二、提升便利化水平
                4. 推进通关改革。支持某市开展试点。
                牵头单位：某海关
                配合单位：省口岸办、某市政府
                完成时间：2025年上半年
                5. 建设数字口岸。
                牵头单位：省口岸办
                完成时间：长期坚持
                6. 培育品牌。（省商务厅会同省财政厅负责；完成时限：2024年12月）
                """);
        assertThat(tasks).hasSize(3);
        assertThat(tasks.getFirst().leadUnits()).containsExactly("某海关");
        assertThat(tasks.getFirst().supportingUnits()).containsExactly("省口岸办", "某市政府");
        assertThat(requireNonNull(tasks.getFirst().deadline()).date()).isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(tasks.getFirst().measures()).extracting(TaskMeasure::text).containsExactly("支持某市开展试点。");
        assertThat(requireNonNull(tasks.get(1).deadline()).ongoing()).isTrue();
        assertThat(tasks.get(1).measures()).isEmpty();
        assertThat(tasks.getLast().responsibleUnits()).containsExactly("省商务厅", "省财政厅");
    }

    @Test
    void readsATableWhoseHeaderStatesTheRuleAndWhoseRowsAreGrouped() {
        List<TaskRecord> tasks = tasks("""
                任务分解表

                序号\t工作任务\t具体举措\t责任单位（排第一为牵头单位）\t完成时限
                一、制度创新\t\t\t\t
                1\t推进制度创新\t形成成果50项以上\t市自贸办、各片区管委会\t12月底
                二、产业发展\t\t\t\t
                2\t发展生物医药\t建设白名单\t市药监局、某海关\t2025年9月底前
                """);
        assertThat(tasks).extracting(TaskRecord::path).containsExactly(List.of("制度创新"), List.of("产业发展"));
        assertThat(tasks.getFirst().leadUnits()).containsExactly("市自贸办");
        assertThat(requireNonNull(tasks.getFirst().deadline()).text()).isEqualTo("12月底");
        assertThat(requireNonNull(tasks.getFirst().deadline()).date()).isNull();
    }

    @Test
    void reportsATaskWithoutUnitsAndAGapInTheNumbers() {
        String gaps = LABELLED.replace("(二)扩大航权开放。", "(四)扩大航权开放。")
                .replace("三、保障措施", "(五)建设检测中心。\n\n1.落实举措。\n\n购置设备。\n\n三、保障措施");
        Findings findings = read(gaps);
        assertThat(findings.diagnostics())
                .extracting(DiagnosticRecord::code)
                .contains("NUMBERING_GAP", "TASK_WITHOUT_UNIT");
        assertThat(findings.records()).hasSize(3);
    }

    @Test
    void readsAnIndicatorTable() {
        List<IndicatorRecord> indicators = indicators("""
                主要指标

                类别\t指标名称\t单位\t全省\t某片区
                制度创新\t任务落实率\t%\t2025年60%以上，2026年90%以上\t2025年70%以上
                贸易\t进出口增速\t%\t8%\t12%
                """);
        assertThat(indicators).extracting(IndicatorRecord::name).containsExactly("任务落实率", "进出口增速");
        assertThat(indicators.getFirst().group()).isEqualTo("制度创新");
        assertThat(indicators.getFirst().targets())
                .containsExactly(
                        new Target("全省", "2025年60%以上", 2025, BigDecimal.valueOf(60), Bound.AT_LEAST),
                        new Target("全省", "2026年90%以上", 2026, BigDecimal.valueOf(90), Bound.AT_LEAST),
                        new Target("某片区", "2025年70%以上", 2025, BigDecimal.valueOf(70), Bound.AT_LEAST));
    }

    @Test
    void readsAnIndicatorTableThatLostItsLines() {
        String cells = "主要指标\n类别\n指标名称\n单位\n全省\n某片区\n制度创新\n任务落实率\n%\n2025年60%以上\n2026年90%\n2025年70%\n2026年100%\n"
                + "提交案例数\n三年共20项\n三年共6项\n贸易\n进出口增速\n%\n8%\n12%\n四、保障措施\n加强领导。";
        List<IndicatorRecord> indicators = indicators(cells.replace("\n", "\n\n"));
        assertThat(indicators).extracting(IndicatorRecord::name).containsExactly("任务落实率", "提交案例数", "进出口增速");
        assertThat(indicators).extracting(IndicatorRecord::group).containsExactly("制度创新", "制度创新", "贸易");
        assertThat(indicators).extracting(IndicatorRecord::unit).containsExactly("%", null, "%");
        assertThat(indicators.getFirst().targets())
                .extracting(Target::column)
                .containsExactly("全省", "全省", "某片区", "某片区");
        assertThat(indicators.get(1).targets())
                .extracting(Target::value)
                .containsExactly(BigDecimal.valueOf(20), BigDecimal.valueOf(6));
    }

    @Test
    void takesNoDocumentForAPlanThatNamesNobody() {
        PlanRecogniser recogniser = new PlanRecogniser();
        assertThat(recogniser
                        .fit(PageReader.read("x", "一、要求\n\n各单位要提高认识（含下属单位）。"))
                        .score())
                .isZero();
        assertThat(recogniser.fit(PageReader.read("x", LABELLED)).score()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void takesMeasuresWithTheZonesTheyHoldForForNoTasks() {
        String measures = """
                一、营造环境
                （一）放宽限制。（负责部门：商务部；适用范围：所有自贸试验区）
                （二）简化审批。（负责部门：财政部）
                （三）支持研发。（负责部门：科技部、财政部）
                """;
        assertThat(new PlanRecogniser().fit(PageReader.read("x", measures)).score())
                .isZero();
    }

    @Test
    void keepsATimeLimitAmongTheUnitsApartFromThem() {
        List<TaskRecord> tasks = tasks("""
                一、主要任务

                1.优化服务。建立并联办理机制。（省科技厅、省公安厅按职责分工负责，2024年6月底前完成）

                2.开展评估。（省营商环境办牵头，各市政府配合，每年12月底前）

                3.完善标准。长期坚持。（省交通运输厅、省市场监管局按职责分工负责）
                """);

        assertThat(tasks)
                .extracting(TaskRecord::responsibleUnits)
                .containsExactly(List.of("省科技厅", "省公安厅"), List.of("省营商环境办", "各市政府"), List.of("省交通运输厅", "省市场监管局"));
        assertThat(tasks)
                .extracting(TaskRecord::deadline)
                .containsExactly(
                        new Deadline("2024年6月底前完成", LocalDate.of(2024, 6, 30), false),
                        new Deadline("每年12月底前", null, true),
                        new Deadline("长期坚持", null, true));
    }

    @Test
    void takesTheYearOfTheTitleForDatesWithoutOne() {
        List<TaskRecord> tasks = new PlanRecogniser()
                        .read(
                                PageReader.read("plan.txt", """
                                重点任务	牵头单位	配合单位	完成时限
                                优化查验	市口岸办	东港海关	9月底前
                                统一标准	市交通局	市发改委	三季度
                                办好展会	市贸促会	市商务局	年底前
                                """),
                                new DocumentIdentity("某市2025年工作要点任务分解表", null, null, null, "x"))
                        .records()
                        .stream()
                        .map(TaskRecord.class::cast)
                        .toList();

        assertThat(tasks)
                .extracting(task -> requireNonNull(task.deadline()).date())
                .containsExactly(LocalDate.of(2025, 9, 30), LocalDate.of(2025, 9, 30), LocalDate.of(2025, 12, 31));
    }

    @Test
    void takesWhatStandsInAChapterOfTasksForTasksThoughNobodyIsNamed() {
        String plan = """
                某自由贸易试验区总体方案

                一、总体要求

                （一）指导思想。坚持稳中求进。

                二、主要任务和措施

                （一）改进政府服务

                1.推进并联审批。一个窗口受理，一次告知。

                2.健全信用监管。建立信用档案。

                （二）扩大开放

                3.便利人员往来。实施口岸签证便利。

                三、保障机制

                （一）加强领导。明确分工。

                （二）开展评估。定期总结。
                """;

        assertThat(new PlanRecogniser().fit(PageReader.read("x", plan)).score()).isGreaterThanOrEqualTo(50);
        List<TaskRecord> tasks = tasks(plan);
        assertThat(tasks).extracting(TaskRecord::title).containsExactly("推进并联审批", "健全信用监管", "便利人员往来");
        assertThat(tasks).extracting(TaskRecord::responsibleUnits).containsOnly(List.of());
        assertThat(tasks.getLast().path()).containsExactly("主要任务和措施", "扩大开放");
        assertThat(new PlanRecogniser()
                        .fit(PageReader.read("x", plan.replace("方案", "概况")))
                        .score())
                .isZero();
    }

    private static List<TaskRecord> tasks(String text) {
        return read(text).records().stream()
                .filter(TaskRecord.class::isInstance)
                .map(TaskRecord.class::cast)
                .toList();
    }

    private static List<IndicatorRecord> indicators(String text) {
        return read(text).records().stream()
                .filter(IndicatorRecord.class::isInstance)
                .map(IndicatorRecord.class::cast)
                .toList();
    }

    private static Findings read(String text) {
        return new PlanRecogniser().read(PageReader.read("plan.txt", text), IDENTITY);
    }
}
