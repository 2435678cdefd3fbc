package io.casewire.parsing.genre.plan;

import io.casewire.parsing.field.responsibility.ResponsibilityReader;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Style;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Units on a line of their own behind the last of several parts: those of the whole, where what stands beside it names its units for itself or
 * the same way, or where it stands alone and others of its style of numbering end so. Else they are those of the last part.
 */
final class ClosingUnits {
    private final Conventions conventions;
    private final Set<@Nullable Style> raised = new HashSet<>();

    ClosingUnits(Conventions conventions) {
        this.conventions = conventions;
    }

    /** Moves such lines everywhere below an item to the part they are about. */
    void raise(Item root) {
        raiseBeside(root);
        if (!raised.isEmpty()) {
            raiseAlone(root);
        }
    }

    private void raiseBeside(Item parent) {
        if (parent.children().stream().anyMatch(ClosingUnits::endsInLine)) {
            raiseFrom(parent.children());
        }
        parent.children().forEach(this::raiseBeside);
    }

    /** What stands alone in its chapter is numbered and ends as those do that have others beside them. */
    private void raiseAlone(Item parent) {
        List<Item> children = parent.children();
        if (children.size() == 1
                && raised.contains(children.getFirst().style())
                && endsInLine(children.getFirst())
                && namesNowhereElse(children.getFirst())) {
            children.getFirst().raiseClosing();
        }
        children.forEach(this::raiseAlone);
    }

    private void raiseFrom(List<Item> siblings) {
        List<Item> naming = siblings.stream().filter(this::namesAnywhere).toList();
        Set<Item> closing = naming.stream()
                .filter(item -> endsInLine(item) && namesNowhereElse(item))
                .collect(Collectors.toSet());
        if (naming.size() >= 2 && naming.stream().allMatch(item -> closing.contains(item) || namesItself(item))) {
            for (Item item : closing) {
                item.raiseClosing();
                raised.add(item.style());
            }
        }
    }

    /** Whether the last of its parts ends in a line that begins with a label. */
    private static boolean endsInLine(Item item) {
        List<Item> parts = item.children();
        if (item.style() == null || item.style() == Style.CHAPTER || parts.size() < 2) {
            return false;
        }
        Item last = parts.getLast();
        return last.children().isEmpty()
                && !last.body().isEmpty()
                && ResponsibilityReader.beginsWithLabel(last.body().getLast().text());
    }

    private boolean namesNowhereElse(Item item) {
        List<Paragraph> all = item.paragraphs();
        return names(all.getLast()) && all.subList(0, all.size() - 1).stream().noneMatch(this::names);
    }

    private boolean namesItself(Item item) {
        return names(item.heading()) || item.body().stream().anyMatch(this::names);
    }

    private boolean namesAnywhere(Item item) {
        return item.paragraphs().stream().anyMatch(this::names);
    }

    private boolean names(@Nullable Paragraph paragraph) {
        return paragraph != null && Duty.namesUnits(paragraph, conventions);
    }
}
