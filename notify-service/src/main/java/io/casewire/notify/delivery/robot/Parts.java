package io.casewire.notify.delivery.robot;

import java.util.ArrayList;
import java.util.List;

/** Lines that are shared out over several messages, each of which takes so many bytes of UTF-8. */
final class Parts {
    /** What is beyond as many is left out. */
    static final int MOST = 5;

    private final List<List<String>> all = new ArrayList<>();
    private final int room;
    private final int each;
    private List<String> current = new ArrayList<>();
    private int used;

    private Parts(int room, int each) {
        this.room = room;
        this.each = each;
    }

    /**
     * At least one part and at most {@link #MOST}: whole lines where they fit, and whole characters of those that do not; where
     * something is left out, the last line ends in {@code …}.
     *
     * @param room bytes in a part
     * @param each bytes besides that every line takes
     */
    static List<List<String>> of(List<String> lines, int room, int each) {
        Parts parts = new Parts(room, each);
        lines.forEach(parts::add);
        parts.next();
        List<List<String>> all = parts.all;
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        if (all.size() <= MOST) {
            return all;
        }
        List<String> last = all.get(MOST - 1);
        String cut = last.removeLast();
        last.add(ShortText.within(cut + "…".repeat(2), ShortText.bytes(cut)));
        return all.subList(0, MOST);
    }

    private void add(String line) {
        if (used + each + ShortText.bytes(line) <= room) {
            take(line);
            return;
        }
        next();
        String rest = line;
        while (each + ShortText.bytes(rest) > room) {
            int end = ShortText.end(rest, room - each);
            take(rest.substring(0, end));
            next();
            rest = rest.substring(end);
        }
        take(rest);
    }

    private void take(String line) {
        current.add(line);
        used += each + ShortText.bytes(line);
    }

    private void next() {
        if (!current.isEmpty()) {
            all.add(current);
            current = new ArrayList<>();
            used = 0;
        }
    }
}
