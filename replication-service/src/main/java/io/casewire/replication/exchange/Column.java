package io.casewire.replication.exchange;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.PromotionStrength;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of the table, in order. */
enum Column {
    ORDINAL("序号", "任务来源", Use.PASSED_OVER, 6),
    CASE_TITLE("案例名称", "任务来源", Use.IDENTITY, 36, "经验名称", "改革试点经验名称", "成果名称"),
    DOMAINS("领域", "任务来源", Use.SHOWN, 14),
    INSTRUMENT("文件名称", "任务来源", Use.SHOWN, 36, "政策文件", "推广文件"),
    INSTRUMENT_NUMBER("文号", "任务来源", Use.IDENTITY, 20, "发文字号", "文件文号"),
    SCOPE("推广范围", "任务来源", Use.SHOWN, 14),
    STRENGTH("力度", "任务来源", Use.SHOWN, 10, "推广要求"),
    REGION("承接地区", "承接单位", Use.SHOWN, 16, "地区", "地区名称"),
    REGION_CODE("地区代码", "承接单位", Use.IDENTITY, 10, "行政区划代码", "区划代码"),
    STATUS("状态", "进展情况", Use.STEP, 12, "办理状态", "当前状态"),
    OUTCOME("结果", "进展情况", Use.STEP, 12, "办结结果"),
    DUE("办结时限", "进展情况", Use.SHOWN, 12, "完成时限"),
    EXPLANATION("工作说明", "进展情况", Use.STEP, 48, "进展说明", "工作进展"),
    REASON("理由", "进展情况", Use.STEP, 30, "原因"),
    EVIDENCE("佐证材料", "进展情况", Use.STEP, 40, "佐证", "证明材料"),
    ATTACHMENTS("附件", "进展情况", Use.FIXED, 40, "附件名称"),
    DEPARTMENT("责任部门", "责任落实", Use.WORK, 20, "责任单位"),
    PERSON("责任人", "责任落实", Use.WORK, 12, "负责人"),
    PLANNED_FINISH("计划完成时间", "责任落实", Use.WORK, 14, "计划完成日期"),
    PERCENT("进度(%)", "责任落实", Use.WORK, 10, "进度", "完成进度"),
    REMARK("备注", "责任落实", Use.WORK, 36),
    UPDATED("更新时间", "系统信息（请勿修改）", Use.PASSED_OVER, 18),
    REVISION("版本", "系统信息（请勿修改）", Use.GUARD, 8, "版次", "版本号"),
    ID("编号", "系统信息（请勿修改）", Use.KEY, 34, "任务编号", "台账编号");

    /** What an import makes of it. */
    enum Use {
        /** Says which line is meant. */
        KEY,
        /** The revision the office saw. */
        GUARD,
        /** Says which line is meant where there is no key. */
        IDENTITY,
        /** Follows from documents; what is changed there is told and not taken. */
        SHOWN,
        /** Kept elsewhere; a table that says something else of it is refused. */
        FIXED,
        /** Part of a step. */
        STEP,
        /** Part of what the region says of its work. */
        WORK,
        /** Of the table, not of the ledger. */
        PASSED_OVER
    }

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String GAP = "；";

    private final String heading;
    private final String group;
    private final Use use;
    private final int width;
    // a copy that nobody changes
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> otherHeadings;

    Column(String heading, String group, Use use, int width, String... otherHeadings) {
        this.heading = heading;
        this.group = group;
        this.use = use;
        this.width = width;
        this.otherHeadings = List.of(otherHeadings);
    }

    /** All of them, the first at the left. */
    static List<Column> inOrder() {
        return List.of(values());
    }

    /** The one that a heading names, however it is spaced or wide; a remark in brackets behind it does not count. */
    static Optional<Column> named(String heading) {
        String compact = Cells.compact(heading).replace("*", "");
        int bracket = compact.indexOf('(');
        String bare = bracket > 0 ? compact.substring(0, bracket) : compact;
        return Arrays.stream(values())
                .filter(column -> column.heading.equals(compact)
                        || column.heading.equals(bare)
                        || column.otherHeadings.contains(bare))
                .findFirst();
    }

    String heading() {
        return heading;
    }

    /** What stands above it and its neighbours. */
    String group() {
        return group;
    }

    Use use() {
        return use;
    }

    /** In characters. */
    int width() {
        return width;
    }

    /** Whether only who may know what the region reported finds something there. */
    boolean isPrivate() {
        return use == Use.WORK || this == EXPLANATION || this == REASON || this == EVIDENCE || this == ATTACHMENTS;
    }

    /** A {@link String}, a {@link Number}, a {@code LocalDate}, a {@link LocalDateTime}, or null for an empty cell. */
    @Nullable
    Object of(Line line) {
        PolicyDocument instrument = line.instrument();
        return switch (this) {
            case ORDINAL -> line.number();
            case CASE_TITLE -> line.obligation().caseTitle();
            case DOMAINS ->
                line.obligation().domains().stream().map(Domain::chineseName).collect(Collectors.joining(GAP));
            case INSTRUMENT -> instrument == null ? null : instrument.title();
            case INSTRUMENT_NUMBER -> instrument == null ? null : instrument.number();
            case SCOPE ->
                line.obligation().basis() == null
                        ? null
                        : line.obligation().basis().scopeText();
            case STRENGTH -> strength(line.obligation().strength());
            case REGION -> line.obligation().regionName();
            case REGION_CODE -> line.obligation().regionCode();
            case STATUS -> line.obligation().status().chineseName();
            case OUTCOME -> line.outcome() == null ? null : line.outcome().chineseName();
            case DUE -> line.obligation().dueOn();
            case EXPLANATION -> line.explanation();
            case REASON -> line.reason();
            case EVIDENCE -> line.evidence().isEmpty() ? null : String.join("\n", line.evidence());
            case ATTACHMENTS -> line.attachments().isEmpty() ? null : String.join("\n", line.attachments());
            case DEPARTMENT -> line.work().department();
            case PERSON -> line.work().person();
            case PLANNED_FINISH -> line.work().plannedFinish();
            case PERCENT -> line.work().percent();
            case REMARK -> line.work().remark();
            case UPDATED -> LocalDateTime.ofInstant(line.entry().updatedAt(), CHINA);
            case REVISION -> line.entry().revision();
            case ID -> line.entry().id().value();
        };
    }

    private static @Nullable String strength(@Nullable PromotionStrength strength) {
        return strength == null ? null : strength.chineseName();
    }
}
