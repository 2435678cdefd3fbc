package io.casewire.ingest.page;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.ingest.layout.Omission;
import io.casewire.ingest.layout.Omission.Reason;
import io.casewire.ingest.layout.Table;
import io.casewire.ingest.table.HtmlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Lays a web page out as lines and tables, each with the line of the file it starts on. */
final class HtmlLines implements NodeFilter {
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
            "body",
            "title",
            "center",
            "main",
            "form",
            "caption");
    private static final Set<String> SKIPPED =
            Set.of("script", "style", "noscript", "template", "select", "button", "svg", "iframe", "object", "head");
    private static final Set<String> FURNITURE = Set.of("nav", "footer", "aside", "header");
    private static final List<String> FURNITURE_NAMES = List.of(
            "breadcrumb", "crumb", "footer", "nav", "share", "sidebar", "related", "menu", "copyright", "position");

    private static final int LONGEST_FURNITURE = 600;

    private final List<Line> lines = new ArrayList<>();
    private final List<Omission> omissions;
    private final StringBuilder text = new StringBuilder();
    private int textLine = 1;
    private int heading;

    private HtmlLines(List<Omission> omissions) {
        this.omissions = omissions;
    }

    /** Whether the text is a web page or a fragment of one rather than text with some tags in it. */
    static boolean looksLike(String text) {
        String start =
                text.substring(0, Math.min(text.length(), 2048)).stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("\ufeff")) {
            start = start.substring(1);
        }
        return start.contains("<html")
                || start.contains("<!doctype html")
                || start.contains("<body")
                || start.startsWith("<div")
                || start.startsWith("<table")
                || start.startsWith("<p")
                || start.startsWith("<h1")
                || start.startsWith("<h2")
                || start.startsWith("<section")
                || start.startsWith("<article");
    }

    static List<Line> read(String html, List<Omission> omissions) {
        Document document = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
        HtmlLines reader = new HtmlLines(omissions);
        document.body().filter(reader);
        reader.flush();
        return reader.lines;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode textNode) {
            append(textNode);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String name = element.normalName();
        if (SKIPPED.contains(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (isFurniture(element)) {
            flush();
            omit(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("br")) {
            flush();
        } else if (name.equals("table")) {
            flush();
            if (!HtmlTable.isLayout(element)) {
                Table table = HtmlTable.read(element, lineOf(element));
                lines.add(Line.of(table.lines().first(), ""));
                lines.add(Line.table(table));
                return FilterResult.SKIP_ENTIRELY;
            }
        } else if (BLOCKS.contains(name)) {
            flush();
            heading = name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))
                    ? name.charAt(1) - '0'
                    : 0;
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
            flush();
            heading = 0;
        }
        return FilterResult.CONTINUE;
    }

    private void append(TextNode node) {
        String whole = node.getWholeText();
        if (text.isEmpty()) {
            int lead = 0;
            while (lead < whole.length() && whole.charAt(lead) <= ' ') {
                lead++;
            }
            if (lead == whole.length()) {
                return;
            }
            textLine = lineOf(node)
                    + (int) whole.substring(0, lead)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }
        boolean broken = false;
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (c == '\n' || c == '\r') {
                broken = true;
            } else if (c == '\t' || c == ' ') {
                if (!broken) {
                    text.append(c);
                }
            } else {
                if (broken) {
                    text.append(' ');
                    broken = false;
                }
                text.append(c);
            }
        }
    }

    private void flush() {
        String line = text.toString().strip();
        text.setLength(0);
        if (!line.isEmpty()) {
            // a block of its own is a paragraph of its own
            lines.add(Line.of(textLine, ""));
            lines.add(heading > 0 ? Line.heading(textLine, line, heading) : Line.of(textLine, line));
        }
    }

    private void omit(Element element) {
        String words = element.text();
        if (!words.isBlank()) {
            omissions.add(new Omission(
                    lineOf(element), Reason.NAVIGATION, words.length() > 200 ? words.substring(0, 200) : words));
        }
    }

    private static boolean isFurniture(Element element) {
        if (FURNITURE.contains(element.normalName())) {
            return true;
        }
        String names = (element.className() + ' ' + element.id()).toLowerCase(Locale.ROOT);
        return !names.isBlank()
                && FURNITURE_NAMES.stream().anyMatch(names::contains)
                && !holdsMoreThan(LONGEST_FURNITURE, element);
    }

    /** Looks no further than it must: a page may nest such elements hundreds of times around all of its text. */
    private static boolean holdsMoreThan(int most, Element element) {
        int[] length = {0};
        element.filter((node, _) -> {
            length[0] += node instanceof TextNode words
                    ? words.getWholeText().strip().length()
                    : 0;
            return length[0] > most ? FilterResult.STOP : FilterResult.CONTINUE;
        });
        return length[0] > most;
    }

    private static int lineOf(Node node) {
        LineRange range = HtmlTable.linesOf(node);
        return range.first();
    }
}
