package io.casewire.messaging;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places an operator gave up as lost, from {@code casewire.messaging.skip-unreadable}: {@code TOPIC/PARTITION@OFFSET}, or
 * {@code @FIRST-LAST} for all from one offset to another.
 */
final class Skips {
    private static final Pattern FORM =
            Pattern.compile("([a-zA-Z0-9._-]{1,249})/(\\d{1,6})@(\\d{1,18})(?:-(\\d{1,18}))?");

    private final List<Stretch> stretches;

    private Skips(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /** @throws IllegalArgumentException for a place that is not of the form */
    static Skips of(List<String> places) {
        return new Skips(places.stream()
                .map(String::strip)
                .filter(place -> !place.isEmpty())
                .map(Skips::stretch)
                .toList());
    }

    /** Where reading goes on behind a place that cannot be read, at the earliest; empty where nobody gave it up. */
    OptionalLong behind(TopicPosition place) {
        return stretches.stream()
                .filter(stretch -> stretch.holds(place))
                .mapToLong(stretch -> stretch.last() + 1)
                .max();
    }

    private static Stretch stretch(String place) {
        Matcher matcher = FORM.matcher(place);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("casewire.messaging.skip-unreadable takes TOPIC/PARTITION@OFFSET or"
                    + " TOPIC/PARTITION@FIRST-LAST, not '" + place + "'");
        }
        long first = Long.parseLong(matcher.group(3));
        long last = matcher.group(4) == null ? first : Long.parseLong(matcher.group(4));
        if (last < first) {
            throw new IllegalArgumentException(
                    "casewire.messaging.skip-unreadable: '" + place + "' ends before it begins");
        }
        return new Stretch(matcher.group(1), Integer.parseInt(matcher.group(2)), first, last);
    }

    private record Stretch(String topic, int partition, long first, long last) {
        boolean holds(TopicPosition place) {
            return topic.equals(place.topic())
                    && partition == place.partition()
                    && place.offset() >= first
                    && place.offset() <= last;
        }
    }
}
