package io.casewire.parsing.genre.plan;

import io.casewire.parsing.outline.Style;
import io.casewire.text.ComparableKey;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chapter of a plan that says what is to be done. Overall plans name nobody responsible; what stands numbered there, each
 * with a title and what is to be done, is a task all the same. The words of the heading do not make it one, but those of
 * the chapters that frame a plan (总体要求, 保障措施, 实施步骤) tell that they are none.
 */
final class TaskChapter {
    private static final List<String> PLANS = List.of("方案", "规划", "计划", "意见", "要点", "工作安排", "行动");
    private static final Lexicon FRAME = Lexicon.of(
            "总体要求", "总体思路", "总体目标", "总体安排", "总体布局", "指导思想", "基本原则", "基本思路", "主要目标", "发展目标", "工作目标", "行动目标", "目标任务",
            "目标要求", "战略定位", "功能定位", "功能划分", "功能布局", "区位布局", "实施范围", "重要意义", "重大意义", "思想认识", "发展基础", "发展形势", "面临形势",
            "组织实施", "组织领导", "组织保障", "实施保障", "保障措施", "保障机制", "工作保障", "工作要求", "有关要求", "实施要求", "工作机制", "实施步骤", "工作步骤",
            "进度安排", "时间安排", "实施安排", "工作安排", "步骤安排", "方法步骤", "责任落实", "落实责任", "抓好落实", "狠抓落实", "抓落实", "工作落实", "督导检查",
            "督促检查", "监督检查", "监督考核", "督查考核", "宣传引导", "附则", "附件");
    private static final Set<String> FRAMES =
            Set.of("目标", "保障", "背景", "要求", "总则", "主要成效", "存在问题", "步骤", "职责分工", "责任分工", "任务分工", "范围", "定义");
    private static final int MAX_TITLE_LENGTH = 60;

    private TaskChapter() {}

    /** Whether a document of that title may hold one. */
    static boolean mayStandIn(@Nullable String title) {
        return title != null && PLANS.stream().anyMatch(title::contains);
    }

    /** The chapters among the parts of a document. */
    static List<Item> in(Item root) {
        List<Item> chapters = new ArrayList<>();
        for (Item part : root.children()) {
            if (part.style() == Style.HAN && saysWhatToDo(part)) {
                chapters.add(part);
            }
            // the plan itself may stand below a heading of its own
            if (part.style() == null) {
                chapters.addAll(in(part));
            }
        }
        return chapters;
    }

    /** False for the chapters that frame a plan: aims, organisation, steps. */
    static boolean saysWhatToDo(Item part) {
        String heading = part.headingText();
        String title = heading.substring(0, Math.min(heading.length(), endOfTitle(heading)));
        return !FRAME.isIn(title) && !FRAMES.contains(ComparableKey.of(title));
    }

    private static int endOfTitle(String heading) {
        int stop = heading.indexOf('。');
        return stop < 0 ? heading.length() : stop;
    }

    /** The sections of a chapter with the tasks in each: 1. below （一） where there is any, else （一） itself. */
    static List<Section> sections(Item chapter) {
        List<Section> sections = new ArrayList<>();
        Section own = new Section(null, new ArrayList<>());
        sections.add(own);
        for (Item item : chapter.children()) {
            List<Item> inner = item.children().stream()
                    .filter(child -> child.style() == Style.ARABIC && isTask(child))
                    .toList();
            if (item.style() == Style.HAN_PAREN && !inner.isEmpty()) {
                sections.add(new Section(item, inner));
            } else if (isTask(item)) {
                own.tasks().add(item);
            }
        }
        return sections;
    }

    /** A sentence, or a title with something to do below it. */
    static boolean isTask(Item item) {
        String heading = item.headingText();
        return heading.indexOf('。') >= 0 || (heading.length() <= MAX_TITLE_LENGTH && item.hasParts());
    }

    /**
     * Tasks under one heading.
     *
     * @param heading null for tasks right below the chapter
     */
    record Section(@Nullable Item heading, List<Item> tasks) {}
}
