package io.casewire.ingest.inbox;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord.Counts;
import io.casewire.contracts.parsed.Severity;
import io.casewire.ingest.inbox.Report.MemberEnd;
import io.casewire.parsing.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report for whoever laid the file into the inbox: a page of text, Chinese and English. */
final class ReportText {
    private static final int MOST_DIAGNOSTICS = 50;
    private static final Map<String, String> STATES = Map.of(
            "PUBLISHED",
            "已发布 · published",
            "SUPERSEDED",
            "已发布，部分内容以较新文件为准 · published, but for what a newer copy says otherwise",
            "UNPACKED",
            "压缩包已拆分 · archive, unpacked",
            "REJECTED",
            "未采用 · rejected",
            "FAILED",
            "处理失败 · failed",
            "QUARANTINED",
            "已隔离，待人工处理 · set aside for a person",
            Report.REFUSED,
            "未接收 · not taken",
            Report.REMOVED,
            "已由管理员删除 · removed by an operator");

    /** What the reasons of the door say, for those that say it in English only. */
    private static final Map<String, String> REASONS = Map.of(
            "DOCUMENT_EMPTY", "文件为空。",
            "DOCUMENT_TOO_LARGE", "文件过大。",
            "DOCUMENT_TOO_COSTLY", "解析此文件所需内存过大，请拆分为多个文件。",
            "MOJIBAKE", "文字为乱码，无法识别。",
            "UNRECOGNISED", "不是载有改革案例的文种。",
            "NO_RECORDS", "未读出任何记录。",
            "DAMAGED", "保存的内容已损坏，请重新发送。");

    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    /** Lines, each ended. */
    static String of(Report report) {
        ReportText text = new ReportText();
        text.line("文件 · file", report.file());
        text.line("结果 · result", state(report.state()));
        text.refusal(report.refusal());
        text.line("标题 · title", report.title());
        text.line("文号 · number", report.documentNumber());
        text.counts(report.counts());
        text.members(report);
        text.diagnostics(report.diagnostics());
        text.line("编号 · id", report.id());
        return text.text.toString();
    }

    private void line(String name, @Nullable String value) {
        if (value != null) {
            text.append(name).append(": ").append(value).append('\n');
        }
    }

    private void refusal(@Nullable Refusal refusal) {
        if (refusal != null) {
            line("原因 · reason", reason(refusal) + " (" + refusal.code() + ")");
        }
    }

    private static String reason(Refusal refusal) {
        String chinese = REASONS.get(refusal.code());
        return chinese == null ? refusal.reason() : chinese + " " + refusal.reason();
    }

    private void counts(@Nullable Counts counts) {
        if (counts != null) {
            line(
                    "记录 · records",
                    "案例 cases %d, 任务 tasks %d, 落地 adoptions %d, 里程碑 milestones %d, 指标 indicators %d, 章节 chapters %d"
                            .formatted(
                                    counts.cases(),
                                    counts.tasks(),
                                    counts.adoptions(),
                                    counts.milestones(),
                                    counts.indicators(),
                                    counts.chapters() == null ? 0 : counts.chapters()));
        }
    }

    private void members(Report report) {
        List<MemberEnd> members = report.members() == null ? List.of() : report.members();
        for (MemberEnd member : members) {
            Refusal refusal = member.refusal();
            text.append("  ").append(member.name()).append(": ").append(state(member.state()));
            text.append(refusal == null ? "" : " – " + reason(refusal)).append('\n');
        }
        if (report.leftOut() != null) {
            report.leftOut().forEach(left -> text.append("  ")
                    .append(left.name())
                    .append(": 未接收 · left out – ")
                    .append(left.message())
                    .append('\n'));
        }
    }

    private void diagnostics(List<DiagnosticRecord> all) {
        List<DiagnosticRecord> told = all.stream()
                .filter(diagnostic -> diagnostic.severity() != Severity.INFO)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        text.append("需核对 · to be looked at:\n");
        told.stream().limit(MOST_DIAGNOSTICS).forEach(diagnostic -> text.append("  ")
                .append(
                        diagnostic.lines() == null
                                ? ""
                                : "%d-%d "
                                        .formatted(
                                                diagnostic.lines().first(),
                                                diagnostic.lines().last()))
                .append(diagnostic.message())
                .append(" (")
                .append(diagnostic.code())
                .append(")\n"));
        if (told.size() > MOST_DIAGNOSTICS) {
            text.append("  … ").append(told.size() - MOST_DIAGNOSTICS).append(" more, in the JSON report\n");
        }
    }

    private static String state(String state) {
        return STATES.getOrDefault(state, state);
    }
}
