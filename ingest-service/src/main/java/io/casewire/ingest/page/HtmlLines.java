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
    private static final int LONGEST_BUTTON = 12;
    private static final List<String> RELATED = List.of("相关链接", "相关阅读", "相关文章", "相关文档", "相关解读", "延伸阅读", "上一篇", "下一篇");
    private static final List<String> FRAGMENTS =
            List.of("<div", "<table", "<p", "<h1", "<h2", "<section", "<article", "<span");

    private final List<Line> lines = new ArrayList<>();
    private final List<Omission> omissions;
    private final StringBuilder text = new StringBuilder();
    private int textLine = 1;
    private int heading;
    private int inLink;
    private int links;
    private int linked;
    private boolean relatedLinks;

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
        boolean page = start.contains("<html") || start.contains("<!doctype html") || start.contains("<body");
        return page || (FRAGMENTS.stream().anyMatch(start::startsWith) && mostLinesBeginWithTags(text));
    }

    /** Stray tags in plain text leave most of its lines beginning with text; the line ends mean something there. */
    private static boolean mostLinesBeginWithTags(String text) {
        int tagged = 0;
        int plain = 0;
        for (String line : Lines.split(text)) {
            String printed = line.strip();
            tagged += printed.startsWith("<") ? 1 : 0;
            plain += printed.isEmpty() || printed.startsWith("<") ? 0 : 1;
        }
        return tagged >= plain;
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
        if (name.equals("a")) {
            inLink++;
            links++;
        } else if (name.equals("br")) {
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
        if (node instanceof Element element && element.normalName().equals("a")) {
            inLink--;
        }
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
        int before = text.length();
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
        linked += inLink > 0 ? text.length() - before : 0;
    }

    private void flush() {
        String line = text.toString().strip();
        boolean navigation = isNavigation(line);
        text.setLength(0);
        links = 0;
        linked = 0;
        if (navigation) {
            omissions.add(new Omission(textLine, Reason.NAVIGATION, line));
        } else if (!line.isEmpty()) {
            // a block of its own is a paragraph of its own
            lines.add(Line.of(textLine, ""));
            lines.add(heading > 0 ? Line.heading(textLine, line, heading) : Line.of(textLine, line));
        }
    }

    /** A bar of links, or a link in a list of related pages: nothing but links on the line. */
    private boolean isNavigation(String line) {
        if (line.isEmpty()) {
            return false;
        }
        boolean onlyLinks = linked * 10 >= line.length() * 8;
        if (RELATED.stream().anyMatch(line::startsWith)) {
            relatedLinks = true;
        } else if (!onlyLinks) {
            relatedLinks = false;
        }
        boolean bar = links >= 3 && linked * 10 >= line.length() * 6 && line.length() <= links * LONGEST_BUTTON;
        return bar || (relatedLinks && onlyLinks) || isMenu(line);
    }

    /** Short names between upright strokes. */
    private static boolean isMenu(String line) {
        int strokes = 0;
        int since = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            since = c == '|' ? 0 : since + 1;
            strokes += c == '|' ? 1 : 0;
            if (since > LONGEST_BUTTON || "。，；：".indexOf(c) >= 0 || Character.isDigit(c)) {
                return false;
            }
        }
        return strokes >= 2 && line.charAt(0) != '|';
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
