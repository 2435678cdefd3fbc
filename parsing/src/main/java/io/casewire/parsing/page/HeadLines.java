package io.casewire.parsing.page;

import io.casewire.parsing.head.DocumentNumbers;
import io.casewire.text.Lexicon;
import java.util.List;

/** Lines of a head that stand below its title, however little the title looks like a whole sentence. */
final class HeadLines {
    private static final int MAX_NUMBER_LENGTH = 30;
    private static final List<String> LETTERS = List.of("的通知", "的意见", "的通报", "的公告", "的决定", "的函", "的批复");
    private static final Lexicon ADDRESSEES = Lexicon.of("各", "人民政府", "委员会", "单位", "部门", "企业");

    private HeadLines() {}

    /** Whether a line does not go on with the one above it since it is a number, or names those a letter is addressed to. */
    static boolean divide(String above, String line) {
        return isNumber(line) || isAddressed(above, line);
    }

    private static boolean isNumber(String line) {
        return line.length() <= MAX_NUMBER_LENGTH
                && (line.endsWith("号") || line.endsWith("号）"))
                && DocumentNumbers.find(line) != null;
    }

    private static boolean isAddressed(String above, String line) {
        return line.endsWith("：") && ADDRESSEES.isIn(line) && LETTERS.stream().anyMatch(above::endsWith);
    }
}
