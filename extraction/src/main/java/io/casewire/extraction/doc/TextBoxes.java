package io.casewire.extraction.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.GenericPropertyNode;
import org.apache.poi.hwpf.model.PlexOfCps;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.util.LittleEndian;

/** The boxes of text of a document, each at the place of its shape. [MS-DOC] sections 2.8.31 and 2.9.101. */
final class TextBoxes {
    private static final int BASE_LENGTH = 32;
    /** Which of the places in the table stream is that of the texts of boxes, {@code fcPlcftxbxTxt}. */
    private static final int TEXTS = 56;

    private static final int ENTRY_LENGTH = 22;
    private static final int SHAPE_AT = 14;

    private final HWPFDocument document;
    /** By the number of the shape. */
    private final Map<Integer, Range> boxes = new LinkedHashMap<>();

    TextBoxes(HWPFDocument document) {
        this.document = document;
        byte[] header = document.getMainStream();
        int shorts = BASE_LENGTH + 2 + 2 * LittleEndian.getUShort(header, BASE_LENGTH);
        int places = shorts + 2 + 4 * LittleEndian.getUShort(header, shorts) + 2;
        int start = LittleEndian.getInt(header, places + 8 * TEXTS);
        int length = LittleEndian.getInt(header, places + 8 * TEXTS + 4);
        if (length <= 0) {
            return;
        }
        Range all = document.getMainTextboxRange();
        PlexOfCps texts = new PlexOfCps(document.getTableStream(), start, length, ENTRY_LENGTH);
        for (int i = 0; i < texts.length(); i++) {
            GenericPropertyNode text = texts.getProperty(i);
            int from = all.getStartOffset() + text.getStart();
            int to = Math.min(all.getStartOffset() + text.getEnd(), all.getEndOffset());
            int shape = LittleEndian.getInt(text.getBytes(), SHAPE_AT);
            if (from < to && shape != 0) {
                boxes.put(shape, new Range(from, to, document));
            }
        }
    }

    /** Takes the boxes of the drawing at a place in the text; those of a group of shapes, which have no place of their own, with the first group. */
    List<Range> at(int offset) {
        OfficeDrawing drawing = document.getOfficeDrawingsMain().getOfficeDrawingAt(offset);
        if (drawing == null) {
            return List.of();
        }
        Range box = boxes.remove(drawing.getShapeId());
        return box == null ? grouped() : List.of(box);
    }

    private List<Range> grouped() {
        List<Integer> anchored = document.getOfficeDrawingsMain().getOfficeDrawings().stream()
                .map(OfficeDrawing::getShapeId)
                .toList();
        List<Range> found = new ArrayList<>();
        boxes.entrySet().removeIf(box -> !anchored.contains(box.getKey()) && found.add(box.getValue()));
        return found;
    }

    /** Takes those that no drawing was met for. */
    List<Range> left() {
        List<Range> left = List.copyOf(boxes.values());
        boxes.clear();
        return left;
    }
}
