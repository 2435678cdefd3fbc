package io.casewire.contracts.parsed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * Lines of the original file, written {@code [23,25]}.
 *
 * @param first 1-based
 * @param last 1-based, inclusive
 */
public record LineRange(int first, int last) {
    public LineRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("Not a range of lines: " + first + " to " + last);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LineRange of(List<Integer> ends) {
        if (ends.size() != 2) {
            throw new IllegalArgumentException("A range of lines is [first,last], not " + ends);
        }
        return new LineRange(ends.getFirst(), ends.getLast());
    }

    @JsonValue
    List<Integer> ends() {
        return List.of(first, last);
    }
}
