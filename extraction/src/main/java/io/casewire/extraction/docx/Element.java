package io.casewire.extraction.docx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of a part of the file. */
sealed interface Element permits Tree, PulledElement {
    /** With the prefix that the standard uses for its namespace, such as {@code w:p}; see {@link Names}. */
    String name();

    /** By its name with the prefix that the standard uses, none for an attribute without a namespace; null where it is not there. */
    @Nullable
    String attribute(String name);

    /** Those inside it in their order. */
    Iterable<Element> children();

    /** Its own text, without that of elements inside it; empty for a pulled one. */
    String text();

    /** The first of a name among those inside it; null without one. */
    default @Nullable Element child(String name) {
        for (Element child : children()) {
            if (child.name().equals(name)) {
                return child;
            }
        }
        return null;
    }

    /** The attribute {@code w:val} of an element inside it; null where either is not there. */
    default @Nullable String value(String child) {
        Element found = child(child);
        return found == null ? null : found.attribute("w:val");
    }

    /**
     * A property that is on by being there.
     *
     * @return null where nothing is said of it
     */
    default @Nullable Boolean toggle(String child) {
        Element found = child(child);
        if (found == null) {
            return null;
        }
        String value = found.attribute("w:val");
        return value == null || !List.of("0", "false", "off").contains(value);
    }

    default boolean isOn(String child) {
        return Boolean.TRUE.equals(toggle(child));
    }

    /** A number of an element inside it; the other where it is not there or no number. */
    default int number(String child, int otherwise) {
        return parsed(value(child), otherwise);
    }

    static int parsed(@Nullable String value, int otherwise) {
        // numbers of lists, levels and columns have few digits
        return value != null && value.length() <= 9 && value.matches("-?\\d+") ? Integer.parseInt(value) : otherwise;
    }
}
