package io.casewire.replication.exchange;

import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.identity.Caller;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.Ledger;
import io.casewire.replication.ledger.Report;
import io.casewire.replication.ledger.Rule;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of the ledger, told to somebody who sees a table. */
final class Refusals {
    private Refusals() {}

    /** The column where it is put right; null where the whole row is meant. */
    static @Nullable Column column(Rule rule) {
        return switch (rule) {
            case NO_SUCH_STEP, REVIEWER_IS_REPORTER, ROLE_MAY_NOT, PART_IS_NOT_SUBMITTED -> Column.STATUS;
            case EXPLANATION_MISSING -> Column.EXPLANATION;
            case EVIDENCE_MISSING, EVIDENCE_UNKNOWN -> Column.EVIDENCE;
            case REASON_MISSING, CONTRADICTION_UNANSWERED -> Column.REASON;
            case OUTCOME_MISSING, OUTCOME_OUT_OF_PLACE -> Column.OUTCOME;
            case REVISION_OUTDATED, CHANGED_MEANWHILE -> Column.REVISION;
            case NOT_YOUR_REGION -> Column.REGION_CODE;
            case ORIGIN_HAS_NOTHING_TO_ADOPT,
                    OBLIGATION_LAPSED,
                    IDEMPOTENCY_KEY_REUSED,
                    TEXT_MISSING,
                    TOO_MANY_NOTES,
                    ALREADY_ATTACHED,
                    TOO_MANY_ATTACHMENTS,
                    ATTACHMENTS_TOO_LARGE,
                    NO_SUCH_ATTACHMENT,
                    ATTACHMENT_IN_USE -> null;
        };
    }

    /** @param report null where no step was asked for */
    static String sentence(Rule rule, Entry entry, @Nullable Report report, Ledger ledger, Caller caller) {
        return switch (rule) {
            case ROLE_MAY_NOT -> "您的身份不能办理这一步" + next(entry, ledger, caller);
            case NOT_YOUR_REGION ->
                "不属于本地区：该任务属于" + entry.obligation().regionName() + "（"
                        + entry.obligation().regionCode() + "），不能修改";
            case REVIEWER_IS_REPORTER -> "提交人不能审核自己提交的材料";
            case ORIGIN_HAS_NOTHING_TO_ADOPT -> "本地区是首创地，无需填报";
            case OBLIGATION_LAPSED -> "该任务已失效，不能修改";
            case PART_IS_NOT_SUBMITTED -> "下达的任务只填报到“进行中”，由下达的地区统一提交" + next(entry, ledger, caller);
            case NO_SUCH_STEP ->
                "不能从“" + entry.obligation().status().chineseName() + "”改为“"
                        + (report == null ? "" : report.to().chineseName()) + "”" + next(entry, ledger, caller);
            case EXPLANATION_MISSING -> "应填写工作说明";
            case EVIDENCE_MISSING -> "结果为“已采纳”或“部分采纳”时应填写佐证材料";
            case REASON_MISSING -> "应填写本次的理由（结果为“不适用”，或状态改为“已退回”“已重新打开”或撤回提交时）";
            case CONTRADICTION_UNANSWERED -> "有文件说本地区已采纳，结果为“不适用”时审核人应另写理由作出说明";
            case OUTCOME_MISSING -> "销号应填写结果：已采纳、部分采纳或不适用";
            case OUTCOME_OUT_OF_PLACE ->
                "结果只在“已提交”“已销号”时填写；未启动的任务只能直接提交为“不适用”；“已被替代”由系统产生" + next(entry, ledger, caller);
            case REVISION_OUTDATED, CHANGED_MEANWHILE -> "导出之后该任务已有变动（现为版本" + entry.revision() + "），请重新导出后再修改";
            case IDEMPOTENCY_KEY_REUSED -> "请重试";
            case EVIDENCE_UNKNOWN -> "佐证材料中以 attachment: 开头的一项不是该任务现有的附件";
            // a table has no notes and no files
            case TEXT_MISSING,
                    TOO_MANY_NOTES,
                    ALREADY_ATTACHED,
                    TOO_MANY_ATTACHMENTS,
                    ATTACHMENTS_TOO_LARGE,
                    NO_SUCH_ATTACHMENT,
                    ATTACHMENT_IN_USE -> rule.sentence();
        };
    }

    private static String next(Entry entry, Ledger ledger, Caller caller) {
        Set<Status> next = ledger.next(entry, caller);
        return next.isEmpty() ? "，目前没有可改的状态" : "，可改为：" + Words.listed(next);
    }
}
