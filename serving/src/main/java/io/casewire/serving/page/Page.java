package io.casewire.serving.page;

import io.casewire.serving.problem.InvalidParameter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next cursor of the following part; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of what was read with a limit of one more than the size, so that the end is known.
     *
     * @param key where the following page begins, from the last item of this one
     */
    public static <S, T> Page<T> of(List<S> read, int size, Function<S, T> item, Function<S, String> key) {
        List<S> shown = read.subList(0, Math.min(size, read.size()));
        String next = read.size() > size ? Cursor.of(key.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }

    /** The size asked for, if it is 1 to that many; refused otherwise, never cut to what is allowed. */
    public static int size(int asked, int max) {
        if (asked < 1 || asked > max) {
            throw new InvalidParameter("size", "A page has 1 to " + max + " items.");
        }
        return asked;
    }
}
