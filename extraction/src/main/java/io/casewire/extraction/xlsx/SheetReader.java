package io.casewire.extraction.xlsx;

import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.xlsx.Sheet.SheetCell;
import io.casewire.extraction.xlsx.Sheet.SheetRow;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Reads the part of a sheet in one go; keeps what is not blank. */
final class SheetReader {
    private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();
    private static final int LAST_COLUMN = SpreadsheetVersion.EXCEL2007.getLastColumnIndex();

    /** Pictures in cells as WPS writes them; other programs keep its words as a text. */
    private static final String PICTURE = "DISPIMG(";

    private final Workbook workbook;
    private final Losses losses;
    private final Volume volume;
    private final List<SheetRow> rows = new ArrayList<>();
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private int row = -1;
    private int column = -1;

    private SheetReader(Workbook workbook, Losses losses, Volume volume) {
        this.workbook = workbook;
        this.losses = losses;
        this.volume = volume;
    }

    /**
     * The sheet of a part.
     *
     * @param losses where what is left out is counted
     * @throws Unextractable for more rows or characters than the limits allow
     */
    static Sheet read(PackagePart part, Workbook workbook, Losses losses, Volume volume)
            throws Unextractable, IOException, XMLStreamException {
        SheetReader reader = new SheetReader(workbook, losses, volume);
        try (Xml xml = Xml.open(part)) {
            while (xml.nextElement()) {
                switch (xml.name()) {
                    case "col" -> reader.readColumns(xml);
                    case "row" -> reader.readRow(xml);
                    case "mergeCell" -> reader.readMerged(xml);
                    default -> {
                        // says nothing of what is shown
                    }
                }
            }
        }
        reader.rows.sort(Comparator.comparingInt(SheetRow::number));
        return new Sheet(reader.rows, reader.merged, reader.hiddenRows, reader.hiddenColumns);
    }

    private void readColumns(Xml xml) {
        int from = xml.attribute("min", 1) - 1;
        int to = Math.min(xml.attribute("max", 0), LAST_COLUMN + 1);
        if (xml.isOn("hidden") && from >= 0 && from < to) {
            hiddenColumns.set(from, to);
        }
    }

    private void readMerged(Xml xml) {
        String reference = xml.attribute("ref");
        try {
            CellRangeAddress area = reference == null ? null : CellRangeAddress.valueOf(reference);
            if (area != null && area.getFirstRow() >= 0 && area.getFirstColumn() >= 0) {
                merged.add(area);
            }
        } catch (IllegalArgumentException _) {
            // cells stay as they are where nobody can say which are merged
        }
    }

    private void readRow(Xml xml) throws XMLStreamException, Unextractable {
        row = Math.clamp(xml.attribute("r", row + 2) - 1L, 0, LAST_ROW);
        column = -1;
        if (xml.isOn("hidden")) {
            hiddenRows.set(row);
        }
        List<SheetCell> cells = new ArrayList<>();
        while (xml.nextInside("row")) {
            if (xml.name().equals("c")) {
                String text = readCell(xml);
                if (!text.isBlank()) {
                    volume.addText(text);
                    cells.add(new SheetCell(column, text));
                }
            }
        }
        if (!cells.isEmpty()) {
            volume.addRow();
            cells.sort(Comparator.comparingInt(SheetCell::column));
            rows.add(new SheetRow(row, List.copyOf(cells)));
        }
    }

    private String readCell(Xml xml) throws XMLStreamException {
        column = columnOf(xml.attribute("r"), column + 1);
        String type = xml.attribute("t");
        int style = xml.attribute("s", 0);
        String value = null;
        String formula = null;
        String inline = null;
        while (xml.nextInside("c")) {
            switch (xml.name()) {
                case "v" -> value = xml.text();
                case "f" -> formula = xml.text();
                case "is" -> inline = RichText.read(xml, "is");
                default -> {
                    // nothing shown
                }
            }
        }
        String text = inline != null ? inline : value == null ? "" : text(type == null ? "n" : type, value, style);
        if (isPicture(formula) || isPicture(text)) {
            losses.add(Loss.PICTURE_IN_CELL, row);
            return "";
        }
        if (formula != null && (value == null || value.isEmpty()) && inline == null && !"str".equals(type)) {
            losses.add(Loss.FORMULA_WITHOUT_VALUE, row);
        }
        return text;
    }

    private static boolean isPicture(@Nullable String text) {
        int at = text == null ? -1 : text.indexOf(PICTURE);
        // =DISPIMG(…) or _xlfn.DISPIMG(…), nothing else before it
        return text != null && at >= 0 && (at == 0 || text.startsWith("=") || text.startsWith("_xlfn."));
    }

    private String text(String type, String value, int style) {
        return switch (type) {
            case "s" -> workbook.formats().of(style).print(shared(value.strip()));
            case "b" -> value.strip().equals("1") || value.strip().equals("true") ? "TRUE" : "FALSE";
            case "e" -> {
                losses.add(Loss.ERROR_VALUE, row);
                yield "";
            }
            case "d" -> day(value.strip(), style);
            case "n" -> number(value.strip(), style);
            default -> workbook.formats().of(style).print(RichText.unescaped(value));
        };
    }

    private String shared(String index) {
        try {
            int at = Integer.parseInt(index);
            return at >= 0 && at < workbook.strings().size()
                    ? workbook.strings().get(at)
                    : "";
        } catch (NumberFormatException _) {
            return "";
        }
    }

    private String number(String value, int style) {
        if (value.isEmpty()) {
            return "";
        }
        try {
            return workbook.formats().of(style).print(Double.parseDouble(value), workbook.from1904());
        } catch (NumberFormatException _) {
            return value;
        }
    }

    /** A day as strict workbooks may spell it: 2023-11-14T08:30:00. */
    private String day(String value, int style) {
        String local = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
        try {
            LocalDateTime time = local.indexOf('T') >= 0
                    ? LocalDateTime.parse(local)
                    : local.indexOf(':') >= 0
                            ? LocalDate.EPOCH.atTime(LocalTime.parse(local))
                            : LocalDate.parse(local).atStartOfDay();
            return workbook.formats()
                    .day(style)
                    .print(DateUtil.getExcelDate(time, workbook.from1904()), workbook.from1904());
        } catch (DateTimeParseException _) {
            return value;
        }
    }

    /** Cells need not say where they stand: then they stand behind the one before. */
    private static int columnOf(@Nullable String reference, int otherwise) {
        int column = 0;
        int letters = 0;
        while (reference != null && letters < reference.length() && letters < 4) {
            char c = Character.toUpperCase(reference.charAt(letters));
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
            letters++;
        }
        return Math.min(letters == 0 ? otherwise : column - 1, LAST_COLUMN);
    }

    /** Counts what a workbook holds. */
    static final class Volume {
        private final ExtractionLimits limits;
        private long characters;
        private int rows;

        Volume(ExtractionLimits limits) {
            this.limits = limits;
        }

        private void addText(String text) throws Unextractable {
            characters += text.length();
            if (characters > limits.characters()) {
                throw tooMuch(
                        limits.characters() + " characters",
                        limits.characters() + " 个字符",
                        ExtractionLimits.MAX_CHARACTERS);
            }
        }

        private void addRow() throws Unextractable {
            rows++;
            if (rows > limits.blocks()) {
                throw tooMuch(limits.blocks() + " rows", limits.blocks() + " 行", ExtractionLimits.MAX_BLOCKS);
            }
        }

        private static Unextractable tooMuch(String english, String chinese, String limit) {
            return new Unextractable(
                    Unextractable.Reason.DOCUMENT_TOO_LARGE,
                    "The workbook has more than " + english + " (" + limit + "). Divide it into several files",
                    "工作簿超过 " + chinese + "（" + limit + "）。请拆分为多个文件后上传。");
        }
    }
}
