package io.casewire.notify.subscription;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.parsed.Genre;

/** Values of closed sets in the Chinese that the page shows them in. */
public final class Wording {
    private Wording() {}

    /** What happened, in a few characters. */
    public static String of(EventKind kind) {
        return switch (kind) {
            case CASE_PUBLISHED -> "案例发布";
            case CASE_REVISED -> "案例修订";
            case CASE_WITHDRAWN -> "案例撤回";
            case TASK_PUBLISHED -> "任务发布";
            case TASK_REVISED -> "任务修订";
            case TASK_WITHDRAWN -> "任务撤回";
            case DOCUMENT_PUBLISHED -> "文件收录";
            case DOCUMENT_REJECTED -> "文件未收录";
            case ADOPTION_FOUND -> "复制推广佐证";
            case MILESTONE_FOUND -> "大事记";
            case INDICATOR_FOUND -> "指标";
            case EVIDENCE_WITHDRAWN -> "佐证撤回";
            case LINK_PROPOSED -> "关联待确认";
            case LINK_CONFIRMED -> "关联已确认";
            case LINK_REJECTED -> "关联已否定";
            case OBLIGATION_DERIVED -> "列入台账";
            case OBLIGATION_MOVED -> "台账环节变化";
            case OBLIGATION_ASSURANCE_CHANGED -> "台账依据变化";
            case OBLIGATION_DUE_SET -> "期限调整";
            case OBLIGATION_DUE_SOON -> "期限临近";
            case OBLIGATION_OVERDUE -> "已逾期";
            case OBLIGATION_LAPSED -> "移出台账";
            case OBLIGATION_NOTED -> "台账有新记录";
        };
    }

    static String of(Genre genre) {
        return switch (genre) {
            case ACHIEVEMENT_TABLE -> "制度创新成果表";
            case BEST_PRACTICES -> "最佳实践案例";
            case CASE_STUDIES -> "案例报道";
            case PLAN -> "实施方案";
            case REPORT -> "年度报告";
            case PROMOTION_LIST -> "推广清单";
            case MEASURES -> "改革措施";
            case UNRECOGNISED -> "未识别";
        };
    }

    static String of(Level level) {
        return switch (level) {
            case PROVINCE -> "省级";
            case ZONE -> "自贸试验区";
            case AREA -> "片区";
            case PREFECTURE -> "地级";
            case COUNTY -> "县级";
            case OTHER -> "其他";
        };
    }
}
