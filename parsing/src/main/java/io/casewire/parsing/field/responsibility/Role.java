package io.casewire.parsing.field.responsibility;

import static java.util.Objects.requireNonNull;

import io.casewire.text.Endings;
import io.casewire.text.Lexicon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a label or a verb says of the units beside it. */
enum Role {
    LEAD,
    SUPPORTING,
    RESPONSIBLE;

    /** What a label says they are, behind what it says they do: 牵头单位, 协作部门. */
    private static final List<String> BODIES = List.of("单位", "部门", "处室", "机构");

    private static final List<String> LEAD_LABELS =
            labels(List.of("牵头", "主办", "主责", "牵头责任", "责任牵头", "牵头负责", "第一责任"), List.of("牵头"));
    private static final List<String> SUPPORTING_LABELS =
            labels(List.of("配合", "配合责任", "协办", "协助", "协同", "协作", "参与", "参加", "支持", "协同配合"), List.of("配合"));
    private static final List<String> RESPONSIBLE_LABELS = labels(
            List.of("责任", "负责", "指导", "主管", "实施", "落实", "承办", "责任落实"), List.of("责任主体", "实施主体", "任务分工", "职责分工", "责任分工"));
    private static final List<String> LEAD_VERBS = List.of("负责牵头", "牵头负责", "牵头落实", "牵头推进", "牵头组织实施", "牵头组织", "牵头");
    private static final List<String> SUPPORTING_VERBS =
            List.of("配合做好相关工作", "配合做好有关工作", "配合落实", "配合推进", "参与配合", "协同配合", "密切配合", "配合", "协助", "参与", "参加", "协办");
    private static final List<String> RESPONSIBLE_VERBS = List.of(
            "按照职责分工负责",
            "按职责分工负责",
            "按职责分工落实",
            "根据职责分工负责",
            "按职能分工负责",
            "按职责负责",
            "按分工负责",
            "按职责分工抓好落实",
            "各负其责",
            "具体负责",
            "分工负责",
            "分别负责",
            "共同负责",
            "组织实施",
            "负责落实",
            "负责");

    /** Words that are verbs of units only right behind their names. */
    private static final Map<String, Role> WEAK_VERBS = Map.ofEntries(
            Map.entry("指导", RESPONSIBLE),
            Map.entry("负责指导", RESPONSIBLE),
            Map.entry("落实", RESPONSIBLE),
            Map.entry("抓好落实", RESPONSIBLE),
            Map.entry("推进", RESPONSIBLE),
            Map.entry("实施", RESPONSIBLE),
            Map.entry("承办", RESPONSIBLE),
            Map.entry("按职责分工", RESPONSIBLE),
            Map.entry("主办", LEAD),
            Map.entry("支持", SUPPORTING),
            Map.entry("协同", SUPPORTING),
            Map.entry("协同推进", SUPPORTING));

    private static final Map<String, Role> NOTES = Map.ofEntries(
            Map.entry("牵头", LEAD),
            Map.entry("牵头单位", LEAD),
            Map.entry("牵头部门", LEAD),
            Map.entry("牵头负责", LEAD),
            Map.entry("负责牵头", LEAD),
            Map.entry("总牵头", LEAD),
            Map.entry("主办", LEAD),
            Map.entry("主责", LEAD),
            Map.entry("配合", SUPPORTING),
            Map.entry("配合单位", SUPPORTING),
            Map.entry("协办", SUPPORTING),
            Map.entry("协助", SUPPORTING),
            Map.entry("参与", SUPPORTING),
            Map.entry("负责", RESPONSIBLE),
            Map.entry("指导", RESPONSIBLE),
            Map.entry("责任单位", RESPONSIBLE));

    private static final Map<String, Role> BY_VERB = byVerb();
    private static final Endings VERB_ENDINGS = Endings.of(List.copyOf(BY_VERB.keySet()));
    private static final Endings WEAK_ENDINGS = Endings.of(List.copyOf(WEAK_VERBS.keySet()));
    private static final Lexicon VERBS = Lexicon.of(List.copyOf(BY_VERB.keySet()));
    private static final Lexicon ALL_VERBS =
            Lexicon.of(Stream.concat(BY_VERB.keySet().stream(), WEAK_VERBS.keySet().stream())
                    .toList());

    /** Printed before a colon. */
    List<String> labels() {
        return switch (this) {
            case LEAD -> LEAD_LABELS;
            case SUPPORTING -> SUPPORTING_LABELS;
            case RESPONSIBLE -> RESPONSIBLE_LABELS;
        };
    }

    /** Printed behind the units. */
    private List<String> verbs() {
        return switch (this) {
            case LEAD -> LEAD_VERBS;
            case SUPPORTING -> SUPPORTING_VERBS;
            case RESPONSIBLE -> RESPONSIBLE_VERBS;
        };
    }

    /** The longest verb a text ends with; null where it ends with none. */
    static @Nullable String verbAtEnd(String text) {
        return VERB_ENDINGS.longestBefore(text, 0, text.length());
    }

    /** What a {@linkplain #verbAtEnd verb} says. */
    static Role ofVerb(String verb) {
        return requireNonNull(BY_VERB.get(verb), verb);
    }

    /** The longest word a text ends with that is a verb right behind names only; null where it ends with none. */
    static @Nullable String weakVerbAtEnd(String text) {
        return WEAK_ENDINGS.longestBefore(text, 0, text.length());
    }

    /** What a {@linkplain #weakVerbAtEnd weak verb} says; null for any other word. */
    static @Nullable Role ofWeakVerb(String verb) {
        return WEAK_VERBS.get(verb);
    }

    /** What a note behind a name says; null where it says something else. */
    static @Nullable Role ofNote(String note) {
        return NOTES.get(note);
    }

    /** Whether a verb or a weak one stands anywhere in that part of a text. */
    static boolean anyVerbIn(String text, int from, int to) {
        return ALL_VERBS.isIn(text, from, to);
    }

    /** Whether a verb stands anywhere in that part of a text. */
    static boolean verbIn(String text, int from, int to) {
        return VERBS.isIn(text, from, to);
    }

    private static List<String> labels(List<String> doing, List<String> others) {
        return Stream.concat(doing.stream().flatMap(what -> BODIES.stream().map(what::concat)), others.stream())
                .toList();
    }

    private static Map<String, Role> byVerb() {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Role role : values()) {
            role.verbs().forEach(verb -> roles.putIfAbsent(verb, role));
        }
        return roles;
    }
}
