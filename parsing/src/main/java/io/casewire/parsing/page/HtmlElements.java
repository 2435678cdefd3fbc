package io.casewire.parsing.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** What the elements of a web page are for. */
final class HtmlElements {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article",
            "blockquote",
            "tr",
            "td",
            "th",
            "dt",
            "dd",
            "dl",
            "hr",
            "pre",
            "textarea",
            "xmp",
            "listing",
            "plaintext",
            "body",
            "title",
            "center",
            "main",
            "form",
            "caption");
    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "select",
            "button",
            "svg",
            "iframe",
            "object",
            "head",
            "del",
            "s",
            "strike");
    private static final Set<String> BOILERPLATE = Set.of("nav", "footer", "aside", "header");
    private static final List<String> BOILERPLATE_NAMES = List.of(
            "breadcrumb", "crumb", "footer", "nav", "share", "sidebar", "related", "menu", "copyright", "position");

    private static final int MAX_BOILERPLATE_LENGTH = 600;

    private HtmlElements() {}

    /** Whether its text stands on lines of its own. */
    static boolean isBlock(String name) {
        return BLOCKS.contains(name);
    }

    /** Whether nothing of it is shown, or is meant: scripts, controls, what was struck out. */
    static boolean isSkipped(String name) {
        return SKIPPED.contains(name);
    }

    /** Whether it belongs to the page: navigation, foot, what is shared and related. */
    static boolean isBoilerplate(Element element) {
        if (BOILERPLATE.contains(element.normalName())) {
            return true;
        }
        String names = (element.className() + ' ' + element.id()).toLowerCase(Locale.ROOT);
        return !names.isBlank()
                && BOILERPLATE_NAMES.stream().anyMatch(names::contains)
                && !holdsMoreThan(MAX_BOILERPLATE_LENGTH, element);
    }

    /** Looks no further than it must: a page may nest such elements hundreds of times around all of its text. */
    private static boolean holdsMoreThan(int most, Element element) {
        int[] length = {0};
        element.filter((node, _) -> {
            length[0] += node instanceof TextNode words
                    ? words.getWholeText().strip().length()
                    : 0;
            return length[0] > most ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        });
        return length[0] > most;
    }
}
