package io.casewire.replication.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next cursor of the following part; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    private static final int SMALLEST = 1;
    private static final int LARGEST = 500;

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

    /** The size asked for, if it is one that may be asked for. */
    public static int size(int asked) {
        if (asked < SMALLEST || asked > LARGEST) {
            throw Problems.badRequest("size lies between " + SMALLEST + " and " + LARGEST + ".");
        }
        return asked;
    }
}
