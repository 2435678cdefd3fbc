package io.casewire.parsing.layout;

/**
 * A stretch that repair left out because it is boilerplate.
 *
 * @param line 1-based
 */
public record Omission(int line, Reason reason, String text) {
    /** What kind of boilerplate. */
    public enum Reason {
        PAGE_NUMBER,
        TABLE_OF_CONTENTS,
        NAVIGATION,
        RULE,
        REPEATED_HEADER,
        METADATA,
        DUPLICATED_TEXT
    }
}
