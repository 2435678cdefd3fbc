package io.casewire.parsing.table;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Parts of a web page whose line ends are shown: {@code <pre>} and its likes, and what a style attribute says. */
public final class Preformatted {
    private static final Set<String> ELEMENTS = Set.of("pre", "textarea", "xmp", "listing", "plaintext");
    private static final String PROPERTY = "white-space";

    private Preformatted() {}

    /** Whether the element has the line ends inside it shown; null where it says nothing and is as what it stands in. */
    public static @Nullable Boolean says(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT);
        int at = style.lastIndexOf(PROPERTY);
        if (at >= 0) {
            int end = style.indexOf(';', at);
            String value = style.substring(style.indexOf(':', at) + 1, end < 0 ? style.length() : end)
                    .strip();
            return value.startsWith("pre") || value.startsWith("break-spaces");
        }
        return ELEMENTS.contains(element.normalName()) ? true : null;
    }

    /** Whether the line ends of this text are shown. */
    static boolean keepsLines(TextNode text) {
        for (Node node = text.parent(); node != null; node = node.parent()) {
            Boolean says = node instanceof Element element ? says(element) : null;
            if (says != null) {
                return says;
            }
        }
        return false;
    }
}
