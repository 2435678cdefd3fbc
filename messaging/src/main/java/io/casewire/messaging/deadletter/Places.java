package io.casewire.messaging.deadletter;

import io.casewire.messaging.TopicPosition;
import io.casewire.serving.page.Cursor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places as cursors. */
final class Places {
    private static final Pattern FORM = Pattern.compile("([a-zA-Z0-9._-]{1,249})/(\\d{1,6})@(\\d{1,18})");

    private Places() {}

    static String cursor(TopicPosition place) {
        return Cursor.of(place.toString());
    }

    /** Null for none. */
    static @Nullable TopicPosition read(@Nullable String cursor) {
        return Cursor.read(cursor, key -> {
            Matcher matcher = FORM.matcher(key);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no place");
            }
            return new TopicPosition(
                    matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
        });
    }
}
