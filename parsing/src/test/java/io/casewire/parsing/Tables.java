package io.casewire.parsing;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A web page as its text would be pasted: tables with tabs, what spans several rows written into each. */
final class Tables {
    private Tables() {}

    static String tabbed(String html) {
        StringBuilder out = new StringBuilder();
        for (Element element : Jsoup.parse(html).body().select("h1, h2, h3, h4, p, table, li")) {
            if (element.normalName().equals("table")) {
                rows(element).forEach(row -> out.append(row).append('\n'));
            } else if (element.closest("table") == null) {
                out.append(element.text()).append('\n');
            }
        }
        return out.toString();
    }

    private static List<String> rows(Element table) {
        List<String> rows = new ArrayList<>();
        List<List<String>> pending = new ArrayList<>();
        for (Element row : table.select("tr")) {
            List<String> spanned = pending.isEmpty() ? new ArrayList<>() : pending.removeFirst();
            List<String> cells = new ArrayList<>();
            for (Element cell : row.select("td, th")) {
                while (cells.size() < spanned.size()
                        && !spanned.get(cells.size()).isEmpty()) {
                    cells.add(spanned.get(cells.size()));
                }
                int deep = span(cell, "rowspan");
                for (int below = 0; below < deep - 1; below++) {
                    while (pending.size() <= below) {
                        pending.add(new ArrayList<>());
                    }
                    List<String> later = pending.get(below);
                    while (later.size() <= cells.size()) {
                        later.add("");
                    }
                    later.set(cells.size(), cell.text());
                }
                cells.add(cell.text());
                for (int more = 1; more < span(cell, "colspan"); more++) {
                    cells.add("");
                }
            }
            while (cells.size() < spanned.size()) {
                cells.add(spanned.get(cells.size()));
            }
            rows.add(String.join("\t", cells));
        }
        return rows;
    }

    private static int span(Element cell, String name) {
        return cell.hasAttr(name) ? Integer.parseInt(cell.attr(name)) : 1;
    }
}
