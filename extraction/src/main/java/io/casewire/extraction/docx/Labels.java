package io.casewire.extraction.docx;

import io.casewire.extraction.numbering.Label;
import io.casewire.extraction.numbering.Level;
import io.casewire.extraction.numbering.ListCounters;
import io.casewire.extraction.numbering.ListDefinition;
import org.jspecify.annotations.Nullable;

/** What stands in front of paragraphs: their lists are named by themselves or by their styles. */
final class Labels {
    private final Styles styles;
    private final Numbering numbering;
    private final ListCounters counters = new ListCounters();

    Labels(Styles styles, Numbering numbering) {
        this.styles = styles;
        this.numbering = numbering;
    }

    /** Counts the next paragraph. */
    Label next(@Nullable Element properties, @Nullable String style) {
        Element own = properties == null ? null : properties.child("w:numPr");
        String ownList = own == null ? null : own.value("w:numId");
        Integer number = ownList == null ? styles.list(style) : Integer.valueOf(Element.parsed(ownList, 0));
        if (number == null || number == 0) {
            return Label.NONE;
        }
        ListDefinition list = numbering.list(number);
        return list == null ? Label.NONE : counters.next(list, level(own, style, number));
    }

    private int level(@Nullable Element own, @Nullable String style, int list) {
        String said = own == null ? null : own.value("w:ilvl");
        Integer level = said == null ? styles.listLevel(style) : Integer.valueOf(Element.parsed(said, 0));
        String naming = level == null ? styles.naming(style) : null;
        if (naming != null) {
            level = numbering.levelOf(list, naming);
        }
        return level == null ? 0 : Math.clamp(level, 0, Level.COUNT - 1);
    }
}
