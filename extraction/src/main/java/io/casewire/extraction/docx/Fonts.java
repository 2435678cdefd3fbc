package io.casewire.extraction.docx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fonts that the properties of characters name. */
final class Fonts {
    private static final List<String> SCRIPTS = List.of("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs");
    private static final List<String> SYMBOL_FONTS =
            List.of("Wingdings", "Wingdings 2", "Wingdings 3", "Symbol", "Webdings");

    private Fonts() {}

    /**
     * The font whose codes are its own.
     *
     * @return null where they name none
     */
    static @Nullable String symbolFont(@Nullable Element characters) {
        Element fonts = characters == null ? null : characters.child("w:rFonts");
        if (fonts == null) {
            return null;
        }
        for (String script : SCRIPTS) {
            String font = fonts.attribute(script);
            if (font != null && SYMBOL_FONTS.contains(font)) {
                return font;
            }
        }
        return null;
    }
}
