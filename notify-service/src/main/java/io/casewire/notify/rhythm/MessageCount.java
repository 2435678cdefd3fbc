package io.casewire.notify.rhythm;

import io.casewire.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many messages events would have made by a timing. */
public final class MessageCount {
    private final WorkingCalendar calendar;
    private final DigestSettings settings;

    public MessageCount(WorkingCalendar calendar, DigestSettings settings) {
        this.calendar = calendar;
        this.settings = settings;
    }

    /** When the messages would have been made, in order; quiet hours, which move messages, are left out. */
    public List<Instant> times(Timing timing, List<Happened> events) {
        Rhythm digest = timing.digest();
        List<Happened> inOrder =
                events.stream().sorted(Comparator.comparing(Happened::recorded)).toList();
        if (digest != null) {
            return inOrder.stream()
                    .map(event -> digest.after(event.recorded(), calendar).at())
                    .distinct()
                    .toList();
        }
        return timing.byDocument()
                ? byDocument(inOrder)
                : inOrder.stream().map(Happened::recorded).toList();
    }

    private List<Instant> byDocument(List<Happened> events) {
        Map<String, Window> open = new HashMap<>();
        List<Instant> times = new ArrayList<>();
        for (Happened event : events) {
            if (event.document() == null) {
                times.add(event.recorded());
                continue;
            }
            Window window = open.get(event.document());
            if (window == null || event.recorded().isAfter(window.end(settings))) {
                if (window != null) {
                    times.add(window.end(settings));
                }
                open.put(event.document(), new Window(event.recorded(), event.recorded()));
            } else {
                open.put(event.document(), new Window(window.first(), event.recorded()));
            }
        }
        open.values().forEach(window -> times.add(window.end(settings)));
        times.sort(Comparator.naturalOrder());
        return times;
    }

    /**
     * An event.
     *
     * @param document it is grouped by; null where it is about none
     */
    public record Happened(Instant recorded, @Nullable String document) {}

    private record Window(Instant first, Instant last) {
        Instant end(DigestSettings settings) {
            Instant quiet = last.plus(settings.documentPause());
            Instant longest = first.plus(settings.documentLongest());
            return quiet.isBefore(longest) ? quiet : longest;
        }
    }
}
