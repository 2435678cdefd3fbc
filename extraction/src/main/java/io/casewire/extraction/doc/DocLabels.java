package io.casewire.extraction.doc;

import io.casewire.extraction.numbering.Label;
import io.casewire.extraction.numbering.LabelTemplate;
import io.casewire.extraction.numbering.Level;
import io.casewire.extraction.numbering.Level.Follower;
import io.casewire.extraction.numbering.ListCounters;
import io.casewire.extraction.numbering.ListDefinition;
import io.casewire.extraction.numbering.NumberStyle;
import io.casewire.extraction.word.Symbols;
import io.casewire.extraction.word.WordBlocks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;

/** What stands in front of paragraphs, from the tables of lists. */
final class DocLabels {
    /** Lists are counted from 1; the larger half are those of a style with indents of their own, [MS-DOC] section 2.6.2. */
    private static final int MOST_LISTS = 0x07FE;

    private static final int SPACE = 1;
    private static final int NOTHING = 2;

    private final @Nullable ListTables tables;
    private final WordBlocks blocks;
    private final Map<Integer, @Nullable ListDefinition> lists = new HashMap<>();
    private final ListCounters counters = new ListCounters();

    DocLabels(HWPFDocument document, WordBlocks blocks) {
        this.tables = document.getListTables();
        this.blocks = blocks;
    }

    /** Counts the next paragraph. */
    Label next(Paragraph paragraph) {
        int said = paragraph.getIlfo() & 0xFFFF;
        int number = said > MOST_LISTS ? said ^ 0xFFFF : said;
        if (number == 0 || number > MOST_LISTS) {
            return Label.NONE;
        }
        if (!lists.containsKey(number)) {
            lists.put(number, list(number));
        }
        ListDefinition list = lists.get(number);
        return list == null ? Label.NONE : counters.next(list, Math.clamp(paragraph.getIlvl(), 0, Level.COUNT - 1));
    }

    private @Nullable ListDefinition list(int number) {
        if (tables == null) {
            return null;
        }
        ListData data;
        ListFormatOverrideLevel[] overrides;
        try {
            data = tables.getListData(tables.getLfo(number).getLsid());
            overrides = tables.getLfoData(number).getRgLfoLvl();
        } catch (NoSuchElementException _) {
            return null;
        }
        if (data == null) {
            return null;
        }
        List<Level> levels = new ArrayList<>();
        for (int at = 0; at < Level.COUNT; at++) {
            levels.add(at < data.numLevels() ? level(data.getLevels()[at], at) : Level.unsaid(at));
        }
        Map<Integer, Integer> restarts = new HashMap<>();
        for (ListFormatOverrideLevel override : overrides == null ? new ListFormatOverrideLevel[0] : overrides) {
            int at = override.getLevelNum();
            if (at < Level.COUNT && override.isFormatting()) {
                levels.set(at, level(override.getLevel(), at));
            }
            if (at < Level.COUNT && override.isStartAt()) {
                restarts.put(at, override.isFormatting() ? levels.get(at).start() : override.getIStartAt());
            }
        }
        return new ListDefinition(data.getLsid(), number, levels, restarts);
    }

    private Level level(ListLevel level, int at) {
        NumberStyle style = NumberStyle.coded(level.getNumberFormat() & 0xFF);
        if (style == null) {
            blocks.note(
                    "LIST_FORMAT_UNKNOWN",
                    "Levels of lists whose numbers are in a script that is not known, printed in Arabic digits");
            style = NumberStyle.DECIMAL;
        }
        int restart = level.getRestart();
        return new Level(
                Math.max(0, level.getStartAt()),
                style,
                0,
                label(level, style),
                restart < 0 || restart > at ? at : restart,
                level.isLegalNumbering(),
                switch (level.getTypeOfCharFollowingTheNumber()) {
                    case SPACE -> Follower.SPACE;
                    case NOTHING -> Follower.NOTHING;
                    default -> Follower.TAB;
                });
    }

    private static LabelTemplate label(ListLevel level, NumberStyle style) {
        String text = level.getNumberText();
        if (text == null) {
            return LabelTemplate.ofWords("");
        }
        if (style != NumberStyle.BULLET) {
            return LabelTemplate.ofPlaceholders(text, level.getLevelNumberingPlaceholderOffsets());
        }
        StringBuilder bullet = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // most bullets are of this font; which one it is stands in properties that say no more
            bullet.append(Symbols.isCode(c) ? Symbols.bullet("Wingdings", c) : Character.toString(c));
        }
        return LabelTemplate.ofWords(bullet.toString());
    }
}
