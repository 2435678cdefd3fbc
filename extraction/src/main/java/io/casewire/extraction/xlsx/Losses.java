package io.casewire.extraction.xlsx;

import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is left out of a sheet: each kind counted, with the row where it comes first. */
final class Losses {
    private final String sheet;
    private final Map<Loss, Integer> counts = new EnumMap<>(Loss.class);
    private final Map<Loss, Integer> first = new EnumMap<>(Loss.class);

    Losses(String sheet) {
        this.sheet = sheet;
    }

    /** Counts one more.
     *
     * @param row from 0
     */
    void add(Loss loss, int row) {
        counts.merge(loss, 1, Integer::sum);
        first.putIfAbsent(loss, row);
    }

    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        counts.forEach((loss, count) -> notices.add(
                new Notice(loss.name(), loss.message(count), Place.sheetRow(sheet, first.getOrDefault(loss, 0) + 1))));
        return notices;
    }
}
