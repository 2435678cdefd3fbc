package io.casewire.parsing.field.responsibility;

import static java.util.Objects.requireNonNull;

import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clause that says what units do: 海关总署、商务部按职责分工负责, 各市人民政府结合实际落实. The names end before the predicate.
 *
 * @param names before the predicate, not yet divided
 * @param firm whether a known verb ends it; without one the clause is none where nothing else tells that it names units
 */
record Clause(String names, Role role, boolean firm) {
    /** What a predicate may begin with behind a name. */
    private static final Lexicon BEGINNINGS = Lexicon.of(
            "按", "依", "根据", "结合", "配合", "协助", "协同", "参与", "参加", "支持", "指导", "牵头", "负责", "共同", "分别", "分工", "具体", "抓好",
            "做好", "落实", "推进", "组织", "密切", "各负其责");

    /** How somebody does it, right before a verb that is known. */
    private static final Lexicon ADVERBS = Lexicon.of("积极", "主动", "认真", "全力", "切实", "及时");

    private static final Lexicon HELPING = Lexicon.of("配合", "协助", "协同", "参与", "参加", "支持");
    private static final int MAX_PREDICATE_LENGTH = 24;
    private static final int MAX_NAME_LENGTH = 24;
    /** A sentence about units (各有关部门要加强协同) has words that no name has. */
    private static final Lexicon NOT_IN_NAMES = Lexicon.of("要", "应", "须", "对", "将", "为", "的", "并", "负责", "加强", "按照");

    private static final Lexicon WORDS_OF_NAMES =
            Lexicon.of("应急", "应用", "供应", "适应", "对外", "对口", "对台", "要素", "为民", "行为", "将军", "并购", "合并");

    /** The clause a text without commas is; null where it ends with no predicate that is known. */
    static @Nullable Clause of(String piece) {
        String text = piece.endsWith("等") ? piece.substring(0, piece.length() - 1) : piece;
        String verb = Role.verbAtEnd(text);
        if (verb != null) {
            return new Clause(
                    withoutAdverbs(text.substring(0, text.length() - verb.length())), Role.ofVerb(verb), true);
        }
        String weak = Role.weakVerbAtEnd(text);
        if (weak != null) {
            String names = withoutAdverbs(text.substring(0, text.length() - weak.length()));
            return areUnits(names) ? new Clause(names, requireNonNull(Role.ofWeakVerb(weak)), true) : null;
        }
        return ofPredicate(text);
    }

    /** …结合实际, …按各自职责: what stands between the names and their verb. */
    private static String withoutAdverbs(String names) {
        if (UnitNames.endsLikeName(names)) {
            return names;
        }
        int from = Math.max(1, names.length() - MAX_PREDICATE_LENGTH);
        for (int at = names.length() - 1; at >= from; at--) {
            boolean begins = BEGINNINGS.isAt(names, at) || ADVERBS.isAt(names, at);
            if (begins && UnitNames.endsLikeName(names.substring(0, at))) {
                return names.substring(0, at);
            }
        }
        return names;
    }

    /** A predicate whose last word is not known: …配合相关工作. */
    private static @Nullable Clause ofPredicate(String text) {
        if (UnitNames.endsLikeName(text)) {
            return null;
        }
        int from = Math.max(1, text.length() - MAX_PREDICATE_LENGTH);
        for (int at = from; at < text.length() - 1; at++) {
            if (BEGINNINGS.isAt(text, at) && UnitNames.endsLikeName(text.substring(0, at))) {
                String names = text.substring(0, at);
                Role role = HELPING.isIn(text, at, text.length()) ? Role.SUPPORTING : Role.RESPONSIBLE;
                return areUnits(names) ? new Clause(names, role, false) : null;
            }
        }
        return null;
    }

    private static boolean areUnits(String names) {
        List<String> units = UnitNames.split(names);
        return !units.isEmpty() && units.stream().allMatch(Clause::isNameOfUnit);
    }

    /** Whether that can be the name of a unit or of several (各有关部门). */
    static boolean isNameOfUnit(String unit) {
        int bracket = unit.endsWith("）") ? unit.lastIndexOf('（') : -1;
        return unit.length() <= MAX_NAME_LENGTH
                && UnitNames.endsLikeUnit(bracket > 0 ? unit.substring(0, bracket) : unit)
                && !tells(unit);
    }

    private static boolean tells(String unit) {
        for (int at = 0; at < unit.length(); at++) {
            int end = WORDS_OF_NAMES.endAt(unit, at);
            if (end > at) {
                at = end - 1;
            } else if (NOT_IN_NAMES.isAt(unit, at)) {
                return true;
            }
        }
        return false;
    }

    /** Cuts a sentence at the commas outside brackets, and behind a predicate where a mere 、 follows. */
    static List<String> pieces(String sentence) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (!Brackets.MARKS.contains(c)) {
                continue;
            }
            if (Brackets.OPENING.contains(c)) {
                depth++;
            } else if (Brackets.CLOSING.contains(c)) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && (c != '、' || Role.verbAtEnd(sentence.substring(from, i)) != null)) {
                pieces.add(sentence.substring(from, i));
                from = i + 1;
            }
        }
        pieces.add(sentence.substring(from));
        return pieces;
    }
}
