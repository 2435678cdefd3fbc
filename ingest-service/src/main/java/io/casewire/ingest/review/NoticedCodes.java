package io.casewire.ingest.review;

import java.util.List;

/** Codes of the diagnostics of severity WARNING that documents with records may have; a test compares them with what says them. */
final class NoticedCodes {
    static final List<String> ALL = List.of(
            // of the parser
            "BROKEN_BYTES",
            "CASE_WITHOUT_TITLE",
            "CATEGORY_COUNT_MISMATCH",
            "COLUMN_NOT_PLACED",
            "DECLARED_COUNT_MISMATCH",
            "DUPLICATE_CASE",
            "HEADING_WITHOUT_TEXT",
            "HELD_BACK",
            "LOST_CHARACTER",
            "NO_EFFECTS",
            "NUMBERING_DUPLICATE",
            "NUMBERING_GAP",
            "PRIVATE_USE_CHARACTER",
            "ROW_WITHOUT_TITLE",
            "TASK_WITHOUT_UNIT",
            "TEXT_BREAKS_OFF",
            "UNKNOWN_UNIT",
            // of what takes other formats apart
            "CHART_NOT_READ",
            "CHART_SHEET",
            "DIAGRAM_NOT_READ",
            "EMBEDDED_FILE_NOT_READ",
            "ERROR_VALUE",
            "FIELD_NOT_ENDED",
            "FIELD_NUMBERS_LEFT_OUT",
            "FORMULA_WITHOUT_VALUE",
            "HIDDEN_COLUMNS",
            "HIDDEN_ROWS",
            "HIDDEN_SHEET",
            "LIST_FORMAT_UNKNOWN",
            "MACROS_NOT_RUN",
            "MARK_MAY_BE_LOST",
            "MISSING_PAGE",
            "NOTE_LEFT_OUT",
            "PAGE_WITHOUT_TEXT",
            "PICTURE_IN_CELL",
            "PICTURE_NOT_READ",
            "RUNNING_LINE",
            "STRUCK_OUT",
            "SYMBOL_UNKNOWN",
            "TEXT_BOX",
            "TURNED_TEXT",
            "UNREADABLE_GLYPHS",
            "VERTICAL_TEXT",
            "WATERMARK");

    private NoticedCodes() {}
}
