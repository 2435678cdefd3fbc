package io.casewire.extraction;

/**
 * Where something stands in a file, in the terms of its format.
 *
 * @param text such as {@code page 3}, {@code paragraph 12}, {@code table 2 row 5}, {@code sheet 清单 row 5}; counted from 1
 */
public record Place(String text) {
    public static Place page(int page) {
        return new Place("page " + page);
    }

    public static Place paragraph(int paragraph) {
        return new Place("paragraph " + paragraph);
    }

    public static Place tableRow(int table, int row) {
        return new Place("table " + table + " row " + row);
    }

    public static Place sheetRow(String sheet, int row) {
        return new Place("sheet " + sheet + " row " + row);
    }

    @Override
    public String toString() {
        return text;
    }
}
