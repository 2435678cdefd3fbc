package io.casewire.extraction.xlsx;

import java.util.Locale;
import java.util.Set;

/** What the name of a sheet is worth. */
final class SheetName {
    /** As programs name new sheets, without their numbers. */
    private static final Set<String> GIVEN = Set.of("", "sheet", "worksheet", "mysheet", "table", "工作表", "表", "表格");

    /** Shorter ones many workbooks share, and a document goes by its title. */
    private static final int TITLE = 8;

    private SheetName() {}

    /** Whether somebody named the sheet: 贸易便利化, not Sheet1 (2). */
    static boolean saysSomething(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return !GIVEN.contains(letters.toString());
    }

    /** Whether the name may stand as the title of a document. */
    static boolean isTitle(String name) {
        return name.codePoints().filter(Character::isIdeographic).count() >= TITLE;
    }
}
