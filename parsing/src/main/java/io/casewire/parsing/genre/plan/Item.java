package io.casewire.parsing.genre.plan;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.field.responsibility.ResponsibilityReader;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A numbered part with what stands below it. The root has neither number nor heading. */
final class Item {
    private final @Nullable Style style;
    private final int number;
    private final @Nullable Paragraph heading;
    private final List<Paragraph> body = new ArrayList<>();
    private final List<Item> children = new ArrayList<>();

    private Item(@Nullable Style style, int number, @Nullable Paragraph heading) {
        this.style = style;
        this.number = number;
        this.heading = heading;
    }

    /** The parts of a document as a tree: a later style of numbering stands inside an earlier one. */
    static Item tree(List<Paragraph> printed) {
        Item root = new Item(null, 0, null);
        List<Item> open = new ArrayList<>(List.of(root));
        EndMatter end = EndMatter.of(printed);
        List<Paragraph> paragraphs = end.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            if (end.isAt(i)) {
                open.subList(1, open.size()).clear();
                continue;
            }
            Marker marker = Marker.read(paragraph.text());
            boolean part = marker != null && marker.style() != Style.RUN_IN && marker.style() != Style.CIRCLED;
            if (marker != null && part) {
                while (open.size() > 1 && !encloses(open.getLast(), marker.style())) {
                    open.removeLast();
                }
                Item item = new Item(marker.style(), marker.number(), paragraph.slice(marker.end()));
                open.getLast().children.add(item);
                open.add(item);
            } else if (paragraph.headingLevel() > 0) {
                while (open.size() > 1) {
                    open.removeLast();
                }
                Item item = new Item(null, 0, paragraph);
                root.children.add(item);
                open.add(item);
            } else {
                open.getLast().addToBody(paragraph);
            }
        }
        return root;
    }

    /** Labels on lines of their own (牵头单位：…, 配合单位：…) belong together. */
    private void addToBody(Paragraph paragraph) {
        boolean goesOn = !body.isEmpty()
                && ResponsibilityReader.beginsWithLabel(paragraph.text())
                && ResponsibilityReader.beginsWithLabel(body.getLast().text());
        if (goesOn) {
            body.set(body.size() - 1, body.getLast().append("；", paragraph));
        } else {
            body.add(paragraph);
        }
    }

    /** Whether a part numbered in {@code inner} stands inside the item; headings without a number enclose every numbered part. */
    private static boolean encloses(Item item, Style inner) {
        return item.style == null || item.style.compareTo(inner) < 0;
    }

    @Nullable
    Style style() {
        return style;
    }

    /** As printed; 0 for the root and for headings without a number. */
    int number() {
        return number;
    }

    /** The paragraph its number stands in, number removed; null for the root. */
    @Nullable
    Paragraph heading() {
        return heading;
    }

    String headingText() {
        return heading == null ? "" : heading.text();
    }

    /** Paragraphs without a number, before the first child. */
    List<Paragraph> body() {
        return body;
    }

    /** Takes over the last line of its last part. */
    void raiseClosing() {
        body.addFirst(children.getLast().body.removeLast());
    }

    /** Whether anything stands below its heading. */
    boolean hasParts() {
        return !body.isEmpty() || !children.isEmpty();
    }

    /** Whether it says that its measures are those numbered below it (主要措施：). */
    boolean announcesMeasures() {
        if (children.isEmpty() || heading == null) {
            return false;
        }
        return body.isEmpty()
                ? PartLabel.announcesMeasures(heading.text())
                        && !PartLabel.withoutTrailing(heading.text()).isEmpty()
                : PartLabel.announcesMeasures(body.getLast().text());
    }

    List<Item> children() {
        return children;
    }

    /** From its heading to the end of the last part below it. */
    LineRange lines() {
        int first = Integer.MAX_VALUE;
        int last = 1;
        for (Paragraph paragraph : paragraphs()) {
            first = Math.min(first, paragraph.lines().first());
            last = Math.max(last, paragraph.lines().last());
        }
        return new LineRange(Math.min(first, last), last);
    }

    /** Everything below and its own heading, in reading order. */
    List<Paragraph> paragraphs() {
        List<Paragraph> all = new ArrayList<>();
        collect(all);
        return all;
    }

    private void collect(List<Paragraph> all) {
        if (heading != null) {
            all.add(heading);
        }
        all.addAll(body);
        children.forEach(child -> child.collect(all));
    }
}
