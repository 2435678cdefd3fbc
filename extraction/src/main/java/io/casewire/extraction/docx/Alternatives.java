package io.casewire.extraction.docx;

import java.util.List;
import java.util.Set;

/** Content that a writer gives in several forms, of which one is read. */
final class Alternatives {
    private static final Set<String> TEXTS = Set.of("w:t", "a:t", "m:t", "w:sym", "w:instrText");

    private Alternatives() {}

    /** What is in the first form, or where no text is in that, in the one to fall back on. */
    static Iterable<Element> of(Element alternatives) {
        Element choice = alternatives.child("mc:Choice");
        Element fallback = alternatives.child("mc:Fallback");
        boolean other = choice == null || (!holdsText(choice) && fallback != null && holdsText(fallback));
        Element taken = other ? fallback : choice;
        return taken == null ? List.of() : taken.children();
    }

    private static boolean holdsText(Element element) {
        if (TEXTS.contains(element.name()) || element.attribute("string") != null) {
            return true;
        }
        for (Element child : element.children()) {
            if (holdsText(child)) {
                return true;
            }
        }
        return false;
    }
}
