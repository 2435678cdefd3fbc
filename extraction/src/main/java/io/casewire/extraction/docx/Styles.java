package io.casewire.extraction.docx;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What styles say of the paragraphs and characters that have them, and of those that have none. */
final class Styles {
    private static final Pattern HEADING = Pattern.compile("(?:heading|标题) ?([1-9])");
    /** Far longer than a chain of styles gets; one that bites its tail ends here. */
    private static final int MAX_CHAIN = 64;
    /** In half-points, where no style says another. */
    private static final int USUAL_SIZE = 20;
    /** The level of outlines that stands for text. */
    private static final int TEXT_LEVEL = 9;

    private final Map<String, Style> styles = new HashMap<>();
    private @Nullable String paragraphDefault;
    private int size = USUAL_SIZE;

    /** What is kept of a style; null for what it says nothing of. */
    private record Style(
            @Nullable String basedOn,
            @Nullable Integer headingLevel,
            @Nullable Integer list,
            @Nullable Integer listLevel,
            @Nullable Boolean hidden,
            @Nullable Integer size) {}

    /** @param root of the part of styles; null where a file has none */
    Styles(@Nullable Element root) {
        if (root == null) {
            return;
        }
        for (Element style : root.children()) {
            if (style.name().equals("w:docDefaults")) {
                size = usualSize(style);
            }
            String id = style.attribute("w:styleId");
            if (!style.name().equals("w:style") || id == null) {
                continue;
            }
            Element paragraph = style.child("w:pPr");
            Element numbering = paragraph == null ? null : paragraph.child("w:numPr");
            Element characters = style.child("w:rPr");
            styles.put(
                    id,
                    new Style(
                            style.value("w:basedOn"),
                            headingLevel(style, paragraph),
                            numbering == null ? null : integer(numbering.value("w:numId")),
                            numbering == null ? null : integer(numbering.value("w:ilvl")),
                            characters == null ? null : characters.toggle("w:vanish"),
                            characters == null ? null : integer(characters.value("w:sz"))));
            boolean isDefault = "1".equals(style.attribute("w:default")) || "true".equals(style.attribute("w:default"));
            if (isDefault && "paragraph".equals(style.attribute("w:type"))) {
                paragraphDefault = id;
            }
        }
    }

    private static int usualSize(Element defaults) {
        Element characters = defaults.child("w:rPrDefault");
        Element usual = characters == null ? null : characters.child("w:rPr");
        return usual == null ? USUAL_SIZE : usual.number("w:sz", USUAL_SIZE);
    }

    private static @Nullable Integer integer(@Nullable String value) {
        return value == null ? null : Element.parsed(value, 0);
    }

    /** By its outline level; the built-in ones by their name, whatever their outline level says nothing of. */
    private static @Nullable Integer headingLevel(Element style, @Nullable Element paragraph) {
        Integer outline = outlineLevel(paragraph);
        if (outline != null || !"paragraph".equals(style.attribute("w:type"))) {
            return outline;
        }
        String name = style.value("w:name");
        Matcher heading = HEADING.matcher(name == null ? "" : name.strip().toLowerCase(Locale.ROOT));
        return heading.matches() ? Integer.valueOf(heading.group(1)) : null;
    }

    /**
     * What the properties of a paragraph say of its place in the outline.
     *
     * @return 1 to 9, 0 for text; null where they say nothing
     */
    static @Nullable Integer outlineLevel(@Nullable Element properties) {
        String value = properties == null ? null : properties.value("w:outlineLvl");
        if (value == null) {
            return null;
        }
        int level = Element.parsed(value, TEXT_LEVEL);
        return level < 0 || level >= TEXT_LEVEL ? 0 : level + 1;
    }

    /** Of a paragraph with the style or, where that is null, with none: 1 to 9, 0 for text. */
    int headingLevel(@Nullable String style) {
        Integer level = first(ofParagraph(style), Style::headingLevel);
        return level == null ? 0 : level;
    }

    /** The number of the list; null where no style names one, 0 where one says there is none. */
    @Nullable
    Integer list(@Nullable String style) {
        return first(ofParagraph(style), Style::list);
    }

    /** The list that a style of lists, or one of paragraphs, names; null where it names none. */
    @Nullable
    Integer listOfStyle(@Nullable String style) {
        return style == null ? null : first(style, Style::list);
    }

    /** The level in the list; null where no style names one. */
    @Nullable
    Integer listLevel(@Nullable String style) {
        return first(ofParagraph(style), Style::listLevel);
    }

    /** The size of the characters of a paragraph with the style or, where that is null, with none; in half-points. */
    int size(@Nullable String style) {
        Integer own = first(ofParagraph(style), Style::size);
        return own == null ? size : own;
    }

    /** Whether characters are hidden by styles. It is a property that the style of the characters turns round where that of the paragraph has it too. */
    boolean hides(@Nullable String paragraphStyle, @Nullable String characterStyle) {
        boolean byParagraph = Boolean.TRUE.equals(first(ofParagraph(paragraphStyle), Style::hidden));
        boolean byCharacters = Boolean.TRUE.equals(first(characterStyle, Style::hidden));
        return byParagraph != byCharacters;
    }

    /** The style of a paragraph that names its list, its own or one that is based on; null without one. */
    @Nullable
    String naming(@Nullable String style) {
        String at = ofParagraph(style);
        for (int i = 0; i < MAX_CHAIN && at != null; i++) {
            Style named = styles.get(at);
            if (named == null || named.list() != null) {
                return named == null ? null : at;
            }
            at = named.basedOn();
        }
        return null;
    }

    private @Nullable String ofParagraph(@Nullable String style) {
        return style == null ? paragraphDefault : style;
    }

    private <T> @Nullable T first(@Nullable String id, Function<Style, @Nullable T> property) {
        String at = id;
        for (int i = 0; i < MAX_CHAIN && at != null; i++) {
            Style style = styles.get(at);
            if (style == null) {
                return null;
            }
            T value = property.apply(style);
            if (value != null) {
                return value;
            }
            at = style.basedOn();
        }
        return null;
    }
}
