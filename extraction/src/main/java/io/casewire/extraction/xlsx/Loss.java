package io.casewire.extraction.xlsx;

/** What a sheet holds and its blocks do not. */
enum Loss {
    ERROR_VALUE("Cells that show an error in place of a value, left empty"),
    FORMULA_WITHOUT_VALUE(
            "Cells whose formula was never worked out, left empty (open the file, save it and send it again)"),
    PICTURE_IN_CELL("Cells that show a picture, left empty"),
    HIDDEN_ROWS("Hidden rows with text, left out (show them and send the file again if they belong to it)"),
    HIDDEN_COLUMNS("Hidden columns with text, left out (show them and send the file again if they belong to it)");

    private final String words;

    Loss(String words) {
        this.words = words;
    }

    String message(int count) {
        return words + ": " + count;
    }
}
