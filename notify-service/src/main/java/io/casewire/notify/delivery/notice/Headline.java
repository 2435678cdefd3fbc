package io.casewire.notify.delivery.notice;

import io.casewire.notify.subscription.EventKind;

/**
 * What kind of event it is.
 *
 * @param chinese for example {@code 新案例}
 * @param english for example {@code New case}
 */
public record Headline(String chinese, String english) {
    static final Headline STOPPED = new Headline("订阅已停用", "Subscription stopped");

    static Headline of(EventKind kind) {
        return switch (kind) {
            case CASE_PUBLISHED -> new Headline("新案例", "New case");
            case CASE_REVISED -> new Headline("案例更新", "Case revised");
            case CASE_WITHDRAWN -> new Headline("案例撤回", "Case withdrawn");
            case TASK_PUBLISHED -> new Headline("新任务", "New task");
            case TASK_REVISED -> new Headline("任务更新", "Task revised");
            case TASK_WITHDRAWN -> new Headline("任务撤回", "Task withdrawn");
            case DOCUMENT_PUBLISHED -> new Headline("新文件", "Document published");
            case DOCUMENT_REJECTED -> new Headline("文件未能收录", "Document rejected");
            case ADOPTION_FOUND -> new Headline("新的落地佐证", "Adoption found");
            case MILESTONE_FOUND -> new Headline("新的大事记", "Milestone found");
            case INDICATOR_FOUND -> new Headline("新的指标", "Indicator found");
            case EVIDENCE_WITHDRAWN -> new Headline("佐证撤回", "Evidence withdrawn");
            case LINK_PROPOSED -> new Headline("来龙去脉待确认", "Link proposed");
            case LINK_CONFIRMED -> new Headline("来龙去脉已确认", "Link confirmed");
            case LINK_REJECTED -> new Headline("来龙去脉不成立", "Link rejected");
            case OBLIGATION_DERIVED -> new Headline("新的复制推广任务", "New obligation");
            case OBLIGATION_MOVED -> new Headline("复制推广任务进展", "Obligation moved");
            case OBLIGATION_ASSURANCE_CHANGED -> new Headline("落地情况变化", "Adoption status changed");
            case OBLIGATION_DUE_SET -> new Headline("复制推广任务期限调整", "Obligation deadline set");
            case OBLIGATION_DUE_SOON -> new Headline("复制推广任务即将到期", "Obligation due soon");
            case OBLIGATION_OVERDUE -> new Headline("复制推广任务逾期", "Obligation overdue");
            case OBLIGATION_LAPSED -> new Headline("复制推广任务取消", "Obligation lapsed");
            case OBLIGATION_NOTED -> new Headline("复制推广任务有新记录", "Obligation noted");
        };
    }
}
