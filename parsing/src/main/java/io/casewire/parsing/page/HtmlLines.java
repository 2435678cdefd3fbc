package io.casewire.parsing.page;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.decode.Raised;
import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.table.HtmlTable;
import io.casewire.parsing.table.Preformatted;
import io.casewire.text.PrivateUse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Lays a web page out as lines and tables, each with the line of the file it starts on. */
final class HtmlLines implements NodeFilter {
    private static final List<String> FRAGMENTS =
            List.of("<div", "<table", "<p", "<h1", "<h2", "<section", "<article", "<span");

    private final List<Line> lines = new ArrayList<>();
    private final List<Omission> omissions;
    private final StringBuilder text = new StringBuilder();
    private int textLine = 1;
    private int heading;
    private final Links links = new Links();
    /** Of the elements around that say so: whether line ends are kept, the innermost last. */
    private final Deque<Boolean> kept = new ArrayDeque<>();

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
        if (node instanceof TextNode words) {
            append(node, words.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (node instanceof DataNode raw && raw.parentNameIs("xmp")) {
            append(node, raw.getWholeData());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String name = element.normalName();
        if (HtmlElements.isSkipped(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (HtmlElements.isBoilerplate(element)) {
            flush();
            omit(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("sup")) {
            Raised raised = Raised.of(text, element.ownText().strip());
            if (raised == Raised.MARK) {
                return FilterResult.SKIP_ENTIRELY;
            }
            text.append(raised == Raised.POWER ? "^" : "");
        }
        if (name.equals("a")) {
            links.begin();
        } else if (name.equals("br")) {
            if (keepsLines()) {
                endLine();
            } else {
                flush();
            }
        } else if (name.equals("table")) {
            flush();
            if (!HtmlTable.isLayout(element)) {
                for (Table table : HtmlTable.read(element, lineOf(element))) {
                    lines.add(Line.of(table.lines().first(), ""));
                    lines.add(Line.table(table));
                }
                return FilterResult.SKIP_ENTIRELY;
            }
            enter(element);
        } else if (HtmlElements.isBlock(name)) {
            flush();
            enter(element);
            heading = name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))
                    ? name.charAt(1) - '0'
                    : 0;
        } else {
            enter(element);
        }
        return FilterResult.CONTINUE;
    }

    private void enter(Element element) {
        Boolean keeps = Preformatted.says(element);
        if (keeps != null) {
            kept.addLast(keeps);
            if (keeps && text.isEmpty()) {
                lines.add(Line.of(lineOf(element), ""));
            }
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.normalName().equals("a")) {
            links.end();
        }
        if (node instanceof Element element) {
            boolean block = HtmlElements.isBlock(element.normalName());
            if (block && keepsLines()) {
                endBlockOfLines();
            } else if (block) {
                flush();
            }
            heading = block ? 0 : heading;
            if (Preformatted.says(element) != null) {
                kept.removeLast();
            }
        }
        return FilterResult.CONTINUE;
    }

    private boolean keepsLines() {
        return !kept.isEmpty() && kept.getLast();
    }

    private void append(Node node, String words) {
        String whole = PrivateUse.folded(words);
        if (keepsLines()) {
            appendLines(node, whole);
            return;
        }
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
        links.count(text.length() - before);
    }

    /** Text whose line ends are the author's own, tabs and blank lines too: what stands there is read as a text file is. */
    private void appendLines(Node node, String whole) {
        int number = lineOf(node);
        int from = 0;
        for (int end = whole.indexOf('\n'); end >= 0; end = whole.indexOf('\n', from)) {
            appendPiece(whole, from, end, number);
            endLine();
            textLine = ++number;
            from = end + 1;
        }
        appendPiece(whole, from, whole.length(), number);
    }

    private void appendPiece(String whole, int from, int end, int number) {
        if (text.isEmpty()) {
            textLine = number;
        }
        int before = text.length();
        int stop = end > from && whole.charAt(end - 1) == '\r' ? end - 1 : end;
        text.append(whole, from, stop);
        links.count(text.length() - before);
    }

    /** The last line may have no end of its own. */
    private void endBlockOfLines() {
        if (!text.isEmpty()) {
            endLine();
        }
        lines.add(Line.of(textLine, ""));
    }

    /** Ends a line that the next one may go on with. */
    private void endLine() {
        String line = text.toString();
        if (!take(line.strip())) {
            lines.add(line.equals("\f") ? Line.pageBreak(textLine) : Line.of(textLine, line));
        }
    }

    private void flush() {
        String line = text.toString().strip();
        if (!take(line) && !line.isEmpty()) {
            // a block of its own is a paragraph of its own
            lines.add(Line.of(textLine, ""));
            lines.add(heading > 0 ? Line.heading(textLine, line, heading) : Line.of(textLine, line));
        }
    }

    /** Begins a new line; whether the one that ends is navigation and was put where that belongs. */
    private boolean take(String line) {
        boolean navigation = links.areAllOf(line);
        text.setLength(0);
        if (navigation) {
            omissions.add(new Omission(textLine, Reason.NAVIGATION, line));
        }
        return navigation;
    }

    private void omit(Element element) {
        String words = element.text();
        if (!words.isBlank()) {
            omissions.add(new Omission(
                    lineOf(element), Reason.NAVIGATION, words.length() > 200 ? words.substring(0, 200) : words));
        }
    }

    private static int lineOf(Node node) {
        LineRange range = HtmlTable.linesOf(node);
        return range.first();
    }
}
