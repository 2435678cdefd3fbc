package io.casewire.ingest.responsibility;

import io.casewire.ingest.deadline.DeadlineReader;
import io.casewire.ingest.text.CharacterSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads who is responsible: labels ({@code 牵头单位：…责任单位：…}), sentences ({@code 海关总署牵头，商务部配合}) and bare lists.
 * Where a lead is named, those otherwise responsible take part; where the document says that the first unit leads, the
 * rest take part.
 */
public final class ResponsibilityReader {
    private static final CharacterSet OPENING = CharacterSet.of("（(〔［〈");
    private static final CharacterSet CLOSING = CharacterSet.of("）)〕］〉");
    private static final CharacterSet MARKS = CharacterSet.of("（(〔［〈）)〕］〉，,；;。");
    /** A passage longer than this is no list of units. */
    private static final int LONGEST = 1200;

    private static final int LONGEST_LABEL = 10;
    private static final int LONGEST_SENTENCE = 200;
    private static final int LONGEST_NAME = 24;
    /** A sentence about units (各有关部门要加强协同) has words that no name has. */
    private static final List<String> NOT_IN_NAMES = List.of("要", "应", "须", "对", "将", "为", "的", "并", "负责", "加强", "按照");

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
     * Finds the passage naming units at the end of an item: its last bracket, or its last labels.
     *
     * @return null where the item ends without one; indexes are those of {@code text}
     */
    public static @Nullable Responsibility trailing(String text, FirstUnit firstUnit) {
        int end = text.length();
        while (end > 0 && (Character.isWhitespace(text.charAt(end - 1)) || "。.;；".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        if (end > 0 && CLOSING.contains(text.charAt(end - 1))) {
            int open = openingOf(text, end - 1);
            Responsibility inside = open >= 0 ? inBracket(text, open, end, firstUnit) : null;
            if (inside != null) {
                return inside;
            }
        }
        int from = Math.max(0, text.length() - LONGEST);
        Label label = Label.firstWithRole(text, from);
        if (label != null) {
            String passage = text.substring(label.start(), end);
            return ofLabels(passage, Label.in(passage)).toResponsibility(firstUnit, label.start(), end);
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
                || end - start > LONGEST_SENTENCE
                || text.charAt(start - 1) == '；'
                || !Role.verbIn(text, start, end)) {
            return null;
        }
        Roles roles = ofSentence(text.substring(start, end));
        boolean unitsOnly = roles.verbSeen && roles.units.stream().allMatch(ResponsibilityReader::isNameOfUnit);
        return unitsOnly ? roles.toResponsibility(firstUnit, start, end) : null;
    }

    private static int startOfSentence(String text, int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST_SENTENCE && "。；\n".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    private static boolean isNameOfUnit(String unit) {
        int bracket = unit.endsWith("）") ? unit.lastIndexOf('（') : -1;
        return unit.length() <= LONGEST_NAME
                && UnitNames.endsLikeUnit(bracket > 0 ? unit.substring(0, bracket) : unit)
                && NOT_IN_NAMES.stream().noneMatch(unit::contains);
    }

    /** Whether a text begins with a label that names units or a time limit. */
    public static boolean beginsWithLabel(String text) {
        int colon = 0;
        while (colon < text.length() && colon <= LONGEST_LABEL && "：:".indexOf(text.charAt(colon)) < 0) {
            colon++;
        }
        if (colon >= text.length() || colon > LONGEST_LABEL) {
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
        if (!Role.verbIn(content, 0, content.length())) {
            return null;
        }
        Roles roles = ofSentence(content);
        return roles.verbSeen ? roles.toResponsibility(rule, open, end) : null;
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

    private static int openingOf(String text, int close) {
        int depth = 0;
        for (int i = close; i >= Math.max(0, close - LONGEST); i--) {
            char c = text.charAt(i);
            if (CLOSING.contains(c)) {
                depth++;
            } else if (OPENING.contains(c) && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Roles ofLabels(String passage, List<Label> labels) {
        Roles roles = new Roles();
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            if (label.role() != null) {
                int end = i + 1 < labels.size() ? labels.get(i + 1).start() : passage.length();
                String value = withoutOpening(passage.substring(label.valueStart(), end));
                Roles inner = Role.verbIn(value, 0, value.length()) ? ofSentence(value) : new Roles();
                if (inner.verbSeen) {
                    roles.addAll(inner);
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
        return !text.isEmpty() && OPENING.contains(text.charAt(text.length() - 1))
                ? text.substring(0, text.length() - 1)
                : value;
    }

    private static Roles ofSentence(String sentence) {
        Roles roles = new Roles();
        List<String> pending = new ArrayList<>();
        for (String piece : pieces(sentence)) {
            String part = piece.strip();
            boolean otherLabel = !Label.in(part).isEmpty();
            if (otherLabel || isRemark(part)) {
                continue;
            }
            Verb verb = Verb.endOf(part);
            if (verb == null) {
                pending.addAll(UnitNames.split(part));
                continue;
            }
            roles.verbSeen = true;
            int together = part.indexOf("会同");
            if (together > 0) {
                pending.addAll(UnitNames.split(part.substring(0, together)));
                roles.add(Role.LEAD, pending);
                roles.add(Role.SUPPORTING, UnitNames.split(part.substring(together + 2, verb.start())));
            } else {
                if (verb.role() == Role.SUPPORTING && roles.lead.isEmpty()) {
                    // 甲，乙配合: the comma parts those who do it from those who help
                    roles.add(Role.RESPONSIBLE, pending);
                    pending = new ArrayList<>();
                }
                pending.addAll(UnitNames.split(part.substring(0, verb.start())));
                roles.add(verb.role(), pending);
            }
            pending = new ArrayList<>();
        }
        roles.add(Role.RESPONSIBLE, pending);
        return roles;
    }

    /** Cuts at commas and semicolons outside brackets. */
    private static List<String> pieces(String sentence) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (!MARKS.contains(c)) {
                continue;
            }
            if (OPENING.contains(c)) {
                depth++;
            } else if (CLOSING.contains(c)) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                pieces.add(sentence.substring(from, i));
                from = i + 1;
            }
        }
        pieces.add(sentence.substring(from));
        return pieces;
    }

    /** The verb a piece ends with. */
    private record Verb(Role role, int start) {
        static @Nullable Verb endOf(String piece) {
            String text = piece.endsWith("等") ? piece.substring(0, piece.length() - 1) : piece;
            String verb = Role.verbAtEnd(text);
            return verb == null ? null : new Verb(Role.ofVerb(verb), text.length() - verb.length());
        }
    }

    /** Units gathered by role, in printed order. */
    private static final class Roles {
        private final List<String> units = new ArrayList<>();
        private final List<String> lead = new ArrayList<>();
        private final List<String> supporting = new ArrayList<>();
        private final List<String> responsible = new ArrayList<>();
        private boolean verbSeen;

        void add(Role role, List<String> named) {
            List<String> ofRole =
                    switch (role) {
                        case LEAD -> lead;
                        case SUPPORTING -> supporting;
                        case RESPONSIBLE -> responsible;
                    };
            for (String unit : named) {
                if (!ofRole.contains(unit)) {
                    ofRole.add(unit);
                }
                if (!units.contains(unit)) {
                    units.add(unit);
                }
            }
        }

        void addAll(Roles others) {
            add(Role.LEAD, others.lead);
            add(Role.SUPPORTING, others.supporting);
            add(Role.RESPONSIBLE, others.responsible);
        }

        @Nullable
        Responsibility toResponsibility(FirstUnit firstUnit, int start, int end) {
            if (units.isEmpty()) {
                return null;
            }
            List<String> leading = new ArrayList<>(lead);
            List<String> others = new ArrayList<>(supporting);
            if (!leading.isEmpty()) {
                responsible.stream()
                        .filter(unit -> !leading.contains(unit) && !others.contains(unit))
                        .forEach(others::add);
            } else if (firstUnit == FirstUnit.LEADS && !responsible.isEmpty()) {
                leading.add(responsible.getFirst());
                others.addAll(0, responsible.subList(1, responsible.size()));
            } else if (!others.isEmpty()) {
                leading.addAll(responsible);
            }
            return new Responsibility(units, leading, others, start, end);
        }
    }
}
