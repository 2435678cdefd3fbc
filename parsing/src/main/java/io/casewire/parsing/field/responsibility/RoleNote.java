package io.casewire.parsing.field.responsibility;

import io.casewire.text.CharacterSet;
import org.jspecify.annotations.Nullable;

/** A note behind a unit's name that says what it does: 市交通局（牵头）. */
record RoleNote(String unit, Role role) {
    private static final CharacterSet OPENING = CharacterSet.of("（(〔［〈【[");
    private static final CharacterSet CLOSING = CharacterSet.of("）)〕］〉】]");
    private static final int MAX_LENGTH = 8;

    /** The note a name ends with; null where it ends with none. */
    static @Nullable RoleNote behind(String printed) {
        int last = printed.length() - 1;
        if (last < 3 || !CLOSING.contains(printed.charAt(last))) {
            return null;
        }
        int open = last - 1;
        while (open > 0 && last - open <= MAX_LENGTH && !OPENING.contains(printed.charAt(open))) {
            open--;
        }
        if (open <= 0 || !OPENING.contains(printed.charAt(open))) {
            return null;
        }
        Role role = Role.ofNote(printed.substring(open + 1, last).strip());
        String unit = printed.substring(0, open).strip();
        return role == null || unit.isEmpty() ? null : new RoleNote(unit, role);
    }
}
