package io.casewire.parsing.genre.plan;

import io.casewire.text.ComparableKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a column of a task division says. */
enum TaskColumn {
    NUMBER("序号", "编号"),
    GROUP("类别", "领域", "任务类别", "分类", "重点领域", "板块", "一级任务"),
    /** Titles, whatever stands beside them. */
    TASK(
            "任务", "任务名称", "重点任务", "主要任务", "工作任务", "改革任务", "试点任务", "事项", "工作事项", "重点工作", "任务事项", "改革事项", "二级任务",
            "重点任务名称", "改革举措", "创新举措", "改革创新举措", "试点事项", "举措名称", "事项名称", "工作名称"),
    /** What is to be done: titles where no other column has them. */
    MEASURE(
            "工作内容", "目标任务", "工作举措", "具体举措", "主要举措", "落实举措", "工作措施", "具体措施", "主要措施", "任务内容", "具体任务", "具体内容", "举措", "措施",
            "主要内容", "任务措施", "三级任务", "落实措施", "推进措施", "推进举措", "改革内容", "事项内容"),
    LEAD("牵头单位", "牵头部门", "主办单位", "牵头责任单位", "责任牵头单位", "主责单位", "主责部门"),
    SUPPORTING("配合单位", "配合部门", "协办单位", "参与单位", "参加单位", "协同单位", "协助单位"),
    RESPONSIBLE("责任单位", "责任部门", "负责单位", "负责部门", "承办单位", "落实单位", "责任分工", "职责分工"),
    DEADLINE("完成时限", "完成时间", "落实时间", "时限", "时间节点", "完成期限", "进度安排", "时间进度", "时间要求", "推进时间", "完成时间节点", "落实时限", "时限要求"),
    TARGET("工作目标", "预期目标", "目标", "预期成效", "评估目标", "预期成果", "阶段目标", "成果形式", "年度目标");

    private static final Map<String, TaskColumn> BY_NAME = byName();
    private static final int MAX_NAME_LENGTH = 12;

    /** Separated by blanks. */
    private final String names;

    TaskColumn(String... names) {
        this.names = String.join(" ", names);
    }

    /** The column of that header; null for a header of another kind of table. */
    static @Nullable TaskColumn of(String header) {
        int note = header.indexOf('（');
        String key = ComparableKey.of(note > 0 ? header.substring(0, note) : header);
        TaskColumn column = BY_NAME.get(key);
        return column != null || key.length() > MAX_NAME_LENGTH ? column : ofParts(key);
    }

    /** Units, times and groups go by many names; what part they have, a word in the name says. */
    private static @Nullable TaskColumn ofParts(String key) {
        if (endsWithAny(key, "单位", "部门", "处室", "主体")) {
            if (containsAny(key, "配合", "协同", "协作", "协助", "参与", "支持", "协办")) {
                return SUPPORTING;
            }
            if (containsAny(key, "牵头", "主办", "主责")) {
                return LEAD;
            }
            return containsAny(key, "责任", "负责", "承办", "落实") ? RESPONSIBLE : null;
        }
        if (endsWithAny(key, "时间", "时限", "期限", "节点", "日期")) {
            return containsAny(key, "完成", "办结", "截止", "落实", "推进", "计划") ? DEADLINE : null;
        }
        return endsWithAny(key, "分类", "类别", "领域", "板块") ? GROUP : null;
    }

    private static boolean endsWithAny(String key, String... words) {
        for (String word : words) {
            if (key.endsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean containsAny(String key, String... words) {
        for (String word : words) {
            if (key.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, TaskColumn> byName() {
        Map<String, TaskColumn> columns = new HashMap<>();
        for (TaskColumn column : values()) {
            for (String name : column.names.split(" ", -1)) {
                columns.put(name, column);
            }
        }
        return columns;
    }
}
