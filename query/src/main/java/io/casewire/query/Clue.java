package io.casewire.query;

/**
 * Something of a text that is quickly looked up: two neighbouring characters of its line, or one.
 *
 * @param code compared only
 */
public record Clue(int code) {
    static Clue pair(String line, int at) {
        return new Clue(line.charAt(at) << 16 | line.charAt(at + 1));
    }

    static Clue character(char only) {
        return new Clue(only);
    }
}
