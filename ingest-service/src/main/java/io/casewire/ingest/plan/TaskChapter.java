package io.casewire.ingest.plan;

import io.casewire.ingest.outline.Style;
import io.casewire.ingest.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The chapter of a plan that calls itself its tasks (三、主要任务和措施). Overall plans name nobody responsible; what stands
 * numbered there, each with a title and what is to be done, is a task all the same.
 */
final class TaskChapter {
    private static final Set<String> NAMES = Set.of(
            "主要任务", "主要任务和措施", "主要任务及措施", "主要任务与措施", "重点任务", "重点任务和措施", "重点任务和举措", "主要任务和举措", "主要举措", "重点举措", "工作任务",
            "工作任务和措施", "主要工作任务", "重点工作任务", "任务举措", "任务和措施", "具体任务", "主要措施", "重点任务及举措");
    private static final List<String> PLANS = List.of("方案", "规划", "计划", "意见", "要点", "工作安排", "行动");
    private static final int LONGEST_TITLE = 60;

    private TaskChapter() {}

    /** Whether a document of that title may hold one. */
    static boolean mayStandIn(@Nullable String title) {
        return title != null && PLANS.stream().anyMatch(title::contains);
    }

    /** The chapters among the parts of a document. */
    static List<Item> in(Item root) {
        List<Item> chapters = new ArrayList<>();
        for (Item part : root.children()) {
            if (part.style() == Style.HAN && NAMES.contains(Fold.key(part.headingText()))) {
                chapters.add(part);
            }
            // the plan itself may stand below a heading of its own
            if (part.style() == null) {
                chapters.addAll(in(part));
            }
        }
        return chapters;
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

    /** A title and something to do. */
    private static boolean isTask(Item item) {
        String heading = item.headingText();
        int stop = heading.indexOf('。');
        boolean titled = stop >= 0 ? stop <= LONGEST_TITLE : heading.length() <= LONGEST_TITLE;
        boolean told = (stop >= 0 && stop + 1 < heading.length())
                || !item.body().isEmpty()
                || !item.children().isEmpty();
        return titled && told;
    }

    /**
     * Tasks under one heading.
     *
     * @param heading null for tasks right below the chapter
     */
    record Section(@Nullable Item heading, List<Item> tasks) {}
}
