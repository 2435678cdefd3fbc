package io.casewire.parsing.field.responsibility;

import io.casewire.parsing.field.deadline.DeadlineReader;
import io.casewire.text.Endings;
import io.casewire.text.Lexicon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brackets that hold nothing but names of offices: （省商务厅、省财政厅）. In a plan they say who does it; behind a title
 * elsewhere they may as well say where it comes from, so the caller has to know what it reads.
 */
public final class ListedUnits {
    private static final Endings OFFICES = Endings.of(
            "局", "委", "办", "署", "厅", "部", "政府", "管委会", "委员会", "海关", "分行", "人民银行", "法院", "检察院", "部门", "单位", "联合会", "工商联",
            "贸促会", "集团", "公司");
    private static final Lexicon NOTES = Lexicon.of("含", "不含", "简称", "以下", "即", "如", "包括", "例如", "详见", "见", "附");

    private ListedUnits() {}

    /**
     * The bracket at the end of an item.
     *
     * @return null where the item ends without one; indexes are those of {@code text}
     */
    public static @Nullable Responsibility trailing(String text, FirstUnit firstUnit) {
        int end = text.length();
        while (end > 0 && ResponsibilityReader.isStop(text.charAt(end - 1))) {
            end--;
        }
        if (end == 0 || !Brackets.CLOSING.contains(text.charAt(end - 1))) {
            return null;
        }
        int open = Brackets.openingOf(text, end - 1);
        return open <= 0 ? null : in(text, open, end, firstUnit);
    }

    static @Nullable Responsibility in(String text, int open, int end, FirstUnit firstUnit) {
        String content = text.substring(open + 1, end - 1);
        if (content.indexOf('：') >= 0 || content.indexOf('。') >= 0 || NOTES.isAt(content, 0)) {
            return null;
        }
        List<String> units = UnitNames.split(content).stream()
                .filter(unit -> !DeadlineReader.isTime(unit))
                .toList();
        boolean behindSentence = ResponsibilityReader.isStop(text.charAt(open - 1));
        boolean named = !units.isEmpty()
                && units.stream().allMatch(Clause::isNameOfUnit)
                && (behindSentence
                        ? units.stream().anyMatch(ListedUnits::isOffice)
                        : units.stream().allMatch(unit -> isOffice(unit) || unit.startsWith("各")));
        if (!named) {
            return null;
        }
        Roles roles = new Roles();
        roles.add(Role.RESPONSIBLE, units);
        return roles.toResponsibility(firstUnit, open, end);
    }

    private static boolean isOffice(String unit) {
        int note = unit.endsWith("）") ? unit.lastIndexOf('（') : -1;
        return OFFICES.areAtEnd(unit, 0, note > 0 ? note : unit.length());
    }
}
