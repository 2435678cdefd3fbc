package io.casewire.extraction.docx;

import io.casewire.extraction.numbering.LabelTemplate;
import io.casewire.extraction.numbering.Level;
import io.casewire.extraction.numbering.Level.Follower;
import io.casewire.extraction.numbering.ListDefinition;
import io.casewire.extraction.numbering.NumberStyle;
import io.casewire.extraction.word.Symbols;
import io.casewire.extraction.word.WordBlocks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of a document as its numbering part defines them. */
final class Numbering {
    /** Links from list to style to list; one that bites its tail ends here. */
    private static final int MAX_LINKS = 8;

    private final Map<Integer, Abstract> abstracts = new HashMap<>();
    private final Map<Integer, Instance> instances = new HashMap<>();
    private final Map<Integer, @Nullable ListDefinition> resolved = new HashMap<>();
    private final Styles styles;
    private final WordBlocks blocks;

    /** A definition that lists share. */
    private record Abstract(
            Map<Integer, Element> levels, @Nullable String linkedStyle) {}

    /** A list of its own: what it takes over and what it says otherwise. */
    private record Instance(int of, Map<Integer, Element> levels, Map<Integer, Integer> restarts) {}

    /** @param root of the numbering part; null where a file has none */
    Numbering(@Nullable Element root, Styles styles, WordBlocks blocks) {
        this.styles = styles;
        this.blocks = blocks;
        if (root == null) {
            return;
        }
        for (Element child : root.children()) {
            if (child.name().equals("w:abstractNum")) {
                abstracts.put(
                        Element.parsed(child.attribute("w:abstractNumId"), -1),
                        new Abstract(levels(child), child.value("w:numStyleLink")));
            } else if (child.name().equals("w:num")) {
                instances.put(Element.parsed(child.attribute("w:numId"), -1), instance(child));
            }
        }
    }

    private static Map<Integer, Element> levels(Element definition) {
        Map<Integer, Element> levels = new HashMap<>();
        for (Element child : definition.children()) {
            if (child.name().equals("w:lvl")) {
                levels.put(Element.parsed(child.attribute("w:ilvl"), -1), child);
            }
        }
        return levels;
    }

    private static Instance instance(Element num) {
        Map<Integer, Element> levels = new HashMap<>();
        Map<Integer, Integer> restarts = new HashMap<>();
        for (Element override : num.children()) {
            if (override.name().equals("w:lvlOverride")) {
                int level = Element.parsed(override.attribute("w:ilvl"), -1);
                String restart = override.value("w:startOverride");
                if (restart != null) {
                    restarts.put(level, Math.max(0, Element.parsed(restart, 0)));
                }
                Element redefined = override.child("w:lvl");
                if (redefined != null) {
                    levels.put(level, redefined);
                }
            }
        }
        return new Instance(num.number("w:abstractNumId", -1), levels, restarts);
    }

    /** A list by its number; null for one that is not defined, whose paragraphs have no label. */
    @Nullable
    ListDefinition list(int number) {
        if (!resolved.containsKey(number)) {
            resolved.put(number, resolve(number));
        }
        return resolved.get(number);
    }

    private @Nullable ListDefinition resolve(int number) {
        Instance instance = instances.get(number);
        if (instance == null) {
            return null;
        }
        int sequence = instance.of();
        Abstract shared = abstracts.get(sequence);
        for (int i = 0; i < MAX_LINKS && shared != null && shared.linkedStyle() != null; i++) {
            Integer linked = styles.listOfStyle(shared.linkedStyle());
            Instance through = linked == null ? null : instances.get(linked);
            if (through == null) {
                break;
            }
            sequence = through.of();
            shared = abstracts.get(sequence);
        }
        if (shared == null) {
            return null;
        }
        List<Level> levels = new ArrayList<>();
        for (int level = 0; level < Level.COUNT; level++) {
            Element own = instance.levels().get(level);
            Element definition = own == null ? shared.levels().get(level) : own;
            levels.add(definition == null ? Level.unsaid(level) : level(definition, level));
        }
        return new ListDefinition(sequence, number, levels, instance.restarts());
    }

    /** The level of a list that its definition ties to a style; null where it ties none. */
    @Nullable
    Integer levelOf(int number, String style) {
        Instance instance = instances.get(number);
        Abstract shared = instance == null ? null : abstracts.get(instance.of());
        if (shared == null) {
            return null;
        }
        return shared.levels().entrySet().stream()
                .filter(level -> style.equals(level.getValue().value("w:pStyle")))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private Level level(Element definition, int at) {
        Element format = format(definition);
        String custom = format == null ? null : format.attribute("w:format");
        NumberStyle style = style(format == null ? null : format.attribute("w:val"));
        int restart = definition.number("w:lvlRestart", at);
        return new Level(
                Math.max(0, definition.number("w:start", 0)),
                style,
                custom == null ? 0 : width(custom),
                label(definition, style),
                restart < 0 || restart > at ? at : restart,
                definition.isOn("w:isLgl"),
                switch (definition.value("w:suff")) {
                    case "space" -> Follower.SPACE;
                    case "nothing" -> Follower.NOTHING;
                    case null, default -> Follower.TAB;
                });
    }

    /** Newer writers put a format of their own into a choice, with an older one to fall back on. */
    private static @Nullable Element format(Element definition) {
        Element plain = definition.child("w:numFmt");
        Element alternatives = plain == null ? definition.child("mc:AlternateContent") : null;
        Element choice = alternatives == null ? null : alternatives.child("mc:Choice");
        return choice == null ? plain : choice.child("w:numFmt");
    }

    private NumberStyle style(@Nullable String name) {
        NumberStyle style = name == null || name.equals("custom") ? NumberStyle.DECIMAL : NumberStyle.named(name);
        if (style == null) {
            blocks.note(
                    "LIST_FORMAT_UNKNOWN",
                    "Levels of lists whose numbers are in a script that is not known, printed in Arabic digits");
            return NumberStyle.DECIMAL;
        }
        return style;
    }

    /** Of a format such as {@code 001, 002, 003, ...}. */
    private static int width(String custom) {
        int first = custom.indexOf(',');
        return first > 0 && custom.startsWith("0") ? first : 0;
    }

    private static LabelTemplate label(Element definition, NumberStyle style) {
        Element characters = definition.child("w:rPr");
        if (characters != null && characters.isOn("w:vanish")) {
            return LabelTemplate.ofWords("");
        }
        if (style == NumberStyle.BULLET && definition.child("w:lvlPicBulletId") != null) {
            return LabelTemplate.ofWords("•");
        }
        String said = definition.value("w:lvlText");
        String text = said == null ? "" : said;
        String font = Fonts.symbolFont(characters);
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean coded = Symbols.isCode(c) || (font != null && c < 0x100 && style == NumberStyle.BULLET);
            label.append(coded ? Symbols.bullet(font == null ? "" : font, c) : Character.toString(c));
        }
        return LabelTemplate.ofMarkup(label.toString());
    }
}
