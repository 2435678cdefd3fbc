package io.casewire.contracts.asyncapi;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What topics and events are called, in English and in Chinese. */
record Words(String english, String chinese) {
    private static final Map<String, Words> EVENTS = events();
    private static final Map<String, Words> TOPICS = Map.of(
            "casewire.document", new Words("Documents", "文件"),
            "casewire.task", new Words("Tasks of plans", "方案任务"),
            "casewire.evidence", new Words("Evidence: adoptions, milestones, indicators", "依据：采纳、大事记、指标"),
            "casewire.chapter", new Words("Running text of reports", "报告正文段落"),
            "casewire.link", new Words("Links of cases and evidence", "案例与依据的关联"),
            "casewire.obligation", new Words("Obligations to replicate", "复制推广事项"),
            "casewire.plan", new Words("Progress of plans", "方案进展"),
            "casewire.settlement", new Words("Decisions on evidence", "依据认定"),
            "casewire.delivery", new Words("Deliveries of messages", "消息投递"));

    static Words of(Topic<?> topic) {
        for (Domain domain : Domain.values()) {
            if (Topics.cases(domain).equals(topic)) {
                return new Words("Cases: " + domain.slug(), "案例：" + domain.chineseName());
            }
        }
        return Optional.ofNullable(TOPICS.get(topic.name()))
                .orElseThrow(() -> new IllegalArgumentException(topic.name() + " has no name for people yet"));
    }

    static Words ofEvent(String wireName) {
        return Optional.ofNullable(EVENTS.get(wireName))
                .orElseThrow(() -> new IllegalArgumentException(wireName + " has no name for people yet"));
    }

    private static Map<String, Words> events() {
        Map<String, Words> events = new LinkedHashMap<>();
        event(events, "document.published", "Document published", "文件已发布");
        event(events, "document.rejected", "Document rejected", "文件未采用");
        event(events, "case.published", "Case published", "新案例");
        event(events, "case.revised", "Case revised", "案例有修订");
        event(events, "case.withdrawn", "Case withdrawn", "案例已撤回");
        event(events, "task.published", "Task published", "新任务");
        event(events, "task.revised", "Task revised", "任务有修订");
        event(events, "task.withdrawn", "Task withdrawn", "任务已撤回");
        event(events, "evidence.adoption-found", "Adoption found in a document", "发现采纳依据");
        event(events, "evidence.milestone-found", "Milestone found in a document", "发现大事记");
        event(events, "evidence.indicator-found", "Indicator found in a document", "发现指标");
        event(events, "evidence.withdrawn", "Evidence withdrawn", "依据已撤回");
        event(events, "chapter.published", "Passage published", "新正文段落");
        event(events, "chapter.revised", "Passage revised", "正文段落有修订");
        event(events, "chapter.withdrawn", "Passage withdrawn", "正文段落已撤回");
        event(events, "link.proposed", "Link proposed, a person decides", "疑似关联，待确认");
        event(events, "link.confirmed", "Link confirmed", "关联已确认");
        event(events, "link.rejected", "Link rejected", "关联已否定");
        event(events, "obligation.derived", "Obligation derived", "产生复制推广事项");
        event(events, "obligation.moved", "Step taken", "事项状态变化");
        event(events, "obligation.assurance-changed", "Evidence of it changed", "事项采纳依据有变化");
        event(events, "obligation.due-set", "Deadline set", "事项期限已设定");
        event(events, "obligation.due-soon", "Due soon", "事项即将到期");
        event(events, "obligation.overdue", "Overdue", "事项已逾期");
        event(events, "obligation.lapsed", "Obligation lapsed", "事项已失效");
        event(events, "obligation.noted", "Note, work or file added", "事项补充了信息");
        event(events, "plan.progress-reported", "Progress of a task reported", "任务进展已填报");
        event(events, "settlement.settled", "Evidence settled by a person", "依据已人工认定");
        event(events, "delivery.delivered", "Message delivered", "消息已送达");
        event(events, "delivery.delayed", "Message delayed", "消息推迟投递");
        event(events, "delivery.abandoned", "Message given up", "消息停止投递");
        event(events, "delivery.receipted", "Message signed for", "消息已签收");
        return events;
    }

    private static void event(Map<String, Words> events, String name, String english, String chinese) {
        events.put("casewire." + name + ".v1", new Words(english, chinese));
    }
}
