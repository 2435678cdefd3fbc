package io.casewire.replication.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The merged cells of a sheet: each of them shows what stands in the first. Rows are asked in their order. */
final class Merges {
    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");
    private static final int MOST = 100_000;

    private final List<Range> ranges;
    private final List<Open> open = new ArrayList<>();
    private int next;

    private Merges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** From 1 for rows, from 0 for columns. */
    private record Range(int top, int left, int bottom, int right) {}

    private record Open(Range range, String text) {}

    /** They stand behind the rows. */
    static Merges read(XMLStreamReader xml) throws XMLStreamException {
        List<Range> ranges = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("mergeCell")) {
                String reference = xml.getAttributeValue(null, "ref");
                Matcher matcher = RANGE.matcher(reference == null ? "" : reference);
                if (matcher.matches()) {
                    ranges.add(new Range(
                            Integer.parseInt(matcher.group(2)),
                            column(matcher.group(1)),
                            Integer.parseInt(matcher.group(4)),
                            column(matcher.group(3))));
                }
                if (ranges.size() > MOST) {
                    throw new Unreadable("too-many-merged-cells", "合并单元格过多，请取消合并后再导入。");
                }
            }
        }
        ranges.sort(Comparator.comparingInt(Range::top));
        return new Merges(ranges);
    }

    /** Fills the row's merged cells. */
    void fill(int row, List<String> cells) {
        open.removeIf(merge -> merge.range().bottom() < row);
        while (next < ranges.size() && ranges.get(next).top() <= row) {
            Range range = ranges.get(next);
            next++;
            // one whose first row has nothing at all shows nothing
            if (range.top() == row && range.left() < cells.size() && range.bottom() >= row) {
                open.add(new Open(range, cells.get(range.left())));
            }
        }
        for (Open merge : open) {
            int right = Math.min(merge.range().right(), XlsxRows.MAX_COLUMNS - 1);
            for (int at = merge.range().left(); at <= right && !merge.text().isEmpty(); at++) {
                XlsxRows.put(cells, at, merge.text());
            }
        }
    }

    /** From 0 of letters. */
    static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
