package io.casewire.parsing.field.responsibility;

import io.casewire.parsing.decode.Repair;
import io.casewire.parsing.field.deadline.DeadlineReader;
import io.casewire.parsing.table.Cells;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads who is responsible: labels ({@code 牵头单位：…责任单位：…}), sentences ({@code 海关总署牵头，商务部配合}) and bare lists.
 * Where a lead is named, those otherwise responsible take part; where the document says that the first unit leads, the
 * rest take part.
 */
public final class ResponsibilityReader {
    private static final int MAX_LABEL_LENGTH = 10;
    private static final int MAX_SENTENCE_LENGTH = 200;
    private static final String TOGETHER = "会同";

    private ResponsibilityReader() {}

    /**
     * Reads a passage that is known to name units: a table cell, a label's value, or a bracket's content with its labels.
     *
     * @return null where it names none
     */
    public static @Nullable Responsibility read(String passage, FirstUnit firstUnit) {
        List<Label> labels = Label.in(passage);
        boolean labelled = labels.stream().anyMatch(label -> label.role() != null);
        Roles roles = labelled ? ofLabels(passage, labels) : ofSentence(passage);
        return roles.toResponsibility(firstUnit, 0, passage.length());
    }

    /**
     * Reads a table cell of units, in which a blank may be all that divides them.
     *
     * @param raw the cell before text repair
     * @return null where it names none (无, —)
     */
    public static @Nullable Responsibility ofCell(String raw, String repaired, FirstUnit firstUnit) {
        String cell = repaired.strip();
        if (Cells.isNone(cell)) {
            return null;
        }
        boolean divided = cell.chars().anyMatch(c -> "、，；：。\n".indexOf(c) >= 0);
        if (!divided) {
            return read(String.join("，", UnitNames.ofCell(raw, cell)), firstUnit);
        }
        String marked = SpacedUnits.marked(raw);
        return read(marked.equals(raw) ? cell : Repair.clean(marked), firstUnit);
    }

    /**
     * Finds the passage naming units at the end of an item: its last bracket, or its last labels.
     *
     * @return null where the item ends without one; indexes are those of {@code text}
     */
    public static @Nullable Responsibility trailing(String text, FirstUnit firstUnit) {
        int end = text.length();
        while (end > 0 && isStop(text.charAt(end - 1))) {
            end--;
        }
        if (end > 0 && Brackets.CLOSING.contains(text.charAt(end - 1))) {
            int open = Brackets.openingOf(text, end - 1);
            Responsibility inside = open >= 0 ? inBracket(text, open, end, firstUnit) : null;
            if (inside != null) {
                return inside;
            }
        }
        int from = Math.max(0, text.length() - Brackets.MAX_LENGTH);
        Label label = Label.firstWithRole(text, from);
        if (label != null) {
            String passage = text.substring(label.start(), end);
            return ofLabels(passage, Label.in(passage))
                    .toResponsibility(firstUnit, Label.startOfPassage(text, label), end);
        }
        return inLastSentence(text, end, firstUnit);
    }

    /** A last sentence that says nothing but who does it: 省商务厅牵头，长沙海关配合。 */
    private static @Nullable Responsibility inLastSentence(String text, int end, FirstUnit firstUnit) {
        int start = startOfSentence(text, end);
        if (start > 1 && isRemark(text.substring(start, end))) {
            // …牵头，…配合。12月底前完成。
            Responsibility before = inLastSentence(text, start - 1, firstUnit);
            return before == null
                    ? null
                    : new Responsibility(
                            before.units(), before.leadUnits(), before.supportingUnits(), before.start(), end);
        }
        if (start == 0
                || end - start > MAX_SENTENCE_LENGTH
                || text.charAt(start - 1) == '；'
                || !Role.verbIn(text, start, end)) {
            return null;
        }
        Roles roles = ofSentence(text.substring(start, end));
        boolean unitsOnly = roles.told() && areUnits(roles);
        return unitsOnly ? roles.toResponsibility(firstUnit, start, end) : null;
    }

    private static int startOfSentence(String text, int end) {
        int start = end;
        while (start > 0 && end - start <= MAX_SENTENCE_LENGTH && "。；\n".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    /** Whether a text begins with a label that names units or a time limit. */
    public static boolean beginsWithLabel(String text) {
        int colon = 0;
        while (colon < text.length() && colon <= MAX_LABEL_LENGTH && "：:".indexOf(text.charAt(colon)) < 0) {
            colon++;
        }
        if (colon >= text.length() || colon > MAX_LABEL_LENGTH) {
            return false;
        }
        List<Label> labels = Label.in(text.substring(0, colon + 1));
        return !labels.isEmpty() && text.substring(0, labels.getFirst().start()).isBlank();
    }

    private static @Nullable Responsibility inBracket(String text, int open, int end, FirstUnit firstUnit) {
        String whole = text.substring(open + 1, end - 1);
        FirstUnit rule = FirstUnit.saidBy(whole) == FirstUnit.LEADS ? FirstUnit.LEADS : firstUnit;
        String content = withoutNote(whole);
        List<Label> labels = Label.in(content);
        if (labels.stream().anyMatch(label -> label.role() != null)) {
            return ofLabels(content, labels).toResponsibility(rule, open, end);
        }
        if (!Role.anyVerbIn(content, 0, content.length())) {
            return null;
        }
        Roles roles = ofSentence(content);
        boolean named = Role.verbIn(content, 0, content.length()) || areUnits(roles);
        return roles.told() && named ? roles.toResponsibility(rule, open, end) : null;
    }

    private static boolean areUnits(Roles roles) {
        return roles.units().stream().allMatch(Clause::isNameOfUnit);
    }

    /**
     * Finds the brackets behind sentences inside an item that name their units ({@code …。（甲厅负责）…。（乙厅负责）}), the one
     * at its end left out.
     *
     * @return in order; indexes are those of {@code text}
     */
    public static List<Responsibility> inside(String text, FirstUnit firstUnit) {
        List<Responsibility> found = new ArrayList<>();
        int end = text.length();
        while (end > 0 && isStop(text.charAt(end - 1))) {
            end--;
        }
        int from = 0;
        for (int close = Brackets.CLOSING.indexIn(text, 0, end);
                close < end - 1;
                close = Brackets.CLOSING.indexIn(text, close + 1, end)) {
            int open = Brackets.openingOf(text, close);
            boolean behindSentence = open > from && isStop(text.charAt(open - 1));
            if (open < from || !(behindSentence || isStop(text.charAt(close + 1)))) {
                continue;
            }
            Responsibility inside = inBracket(text, open, close + 1, firstUnit);
            if (inside == null && behindSentence) {
                inside = ListedUnits.in(text, open, close + 1, firstUnit);
            }
            if (inside != null && inside.units().stream().allMatch(Clause::isNameOfUnit)) {
                found.add(inside);
                from = close + 1;
            }
        }
        return found;
    }

    static boolean isStop(char c) {
        return Character.isWhitespace(c) || "。.;；！".indexOf(c) >= 0;
    }

    /** Without the sentence behind the units that speaks of all items (…，不再列出，下同。). */
    private static String withoutNote(String content) {
        int stop = content.indexOf('。');
        if (stop <= 0) {
            return content;
        }
        String behind = content.substring(stop);
        return behind.contains("下同") || behind.contains("不再") ? content.substring(0, stop) : content;
    }

    private static Roles ofLabels(String passage, List<Label> labels) {
        Roles roles = new Roles();
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            if (label.role() != null) {
                int end = i + 1 < labels.size() ? labels.get(i + 1).start() : passage.length();
                String value = withoutOpening(passage.substring(label.valueStart(), end));
                boolean told = Role.anyVerbIn(value, 0, value.length()) || value.contains(TOGETHER);
                Roles inner = told ? ofSentence(value) : new Roles();
                if (inner.told() || inner.cut()) {
                    roles.addAll(label.role(), inner);
                } else {
                    roles.add(
                            label.role(),
                            UnitNames.split(value).stream()
                                    .filter(unit -> !isRemark(unit))
                                    .toList());
                }
            }
        }
        return roles;
    }

    /** What stands among units and is none: who leads, until when. */
    private static boolean isRemark(String piece) {
        return piece.contains("为牵头") || piece.equals("下同") || DeadlineReader.isTime(piece);
    }

    /** A bracket that opens behind the units holds the next label. */
    private static String withoutOpening(String value) {
        String text = value.strip();
        return !text.isEmpty() && Brackets.OPENING.contains(text.charAt(text.length() - 1))
                ? text.substring(0, text.length() - 1)
                : value;
    }

    private static Roles ofSentence(String sentence) {
        Roles roles = new Roles();
        List<String> pending = new ArrayList<>();
        for (String piece : Clause.pieces(sentence)) {
            String part = piece.strip();
            boolean otherLabel = !Label.in(part).isEmpty();
            if (otherLabel || isRemark(part)) {
                continue;
            }
            Clause clause = Clause.of(part);
            if (clause == null) {
                int together = part.indexOf(TOGETHER);
                if (together > 0 && UnitNames.endsLikeName(part.substring(0, together))) {
                    roles.add(Role.LEAD, pending);
                    pending.clear();
                    addTogether(roles, part, together);
                } else {
                    pending.addAll(UnitNames.split(part));
                }
                continue;
            }
            // 甲，乙配合: the comma parts those who do it from those who help
            boolean apart = clause.role() == Role.SUPPORTING && roles.nobodyLeads();
            int together = clause.names().indexOf(TOGETHER);
            roles.add(apart ? Role.RESPONSIBLE : together > 0 ? Role.LEAD : clause.role(), pending);
            if (together > 0) {
                addTogether(roles, clause.names(), together);
            } else {
                roles.add(clause);
            }
            pending.clear();
        }
        roles.add(Role.RESPONSIBLE, pending);
        return roles;
    }

    /** 甲会同乙: the first leads, whatever verb is behind them, and without any. */
    private static void addTogether(Roles roles, String names, int together) {
        roles.add(new Clause(names.substring(0, together), Role.LEAD, true));
        roles.add(Role.SUPPORTING, UnitNames.split(names.substring(together + TOGETHER.length())));
    }
}
