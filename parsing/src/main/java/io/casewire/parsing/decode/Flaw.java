package io.casewire.parsing.decode;

/**
 * A place where a text is not what somebody wrote.
 *
 * @param what the broken bytes ({@code 0xE5 0x8D}) or the code point ({@code U+F0A8})
 * @param offset of the first broken byte in the file, from 0; -1 where no byte is broken
 * @param line 1-based
 * @param column 1-based, in characters
 * @param before some characters before it on that line; empty at its beginning
 * @param after some characters behind it on that line; empty at its end
 */
public record Flaw(Kind kind, String what, long offset, int line, int column, String before, String after) {
    /** What is wrong. The names are the codes of the diagnostics. */
    public enum Kind {
        /** Bytes that belong to no character of the encoding; U+FFFD stands for them. */
        BROKEN_BYTES,
        /** A U+FFFD that was in the text: its character was lost before it came here. */
        LOST_CHARACTER,
        /** A code point without a meaning that holds everywhere. */
        PRIVATE_USE_CHARACTER
    }

    /** Whether a character is missing here; a private one is there, only nobody knows which. */
    public boolean isLoss() {
        return switch (kind) {
            case BROKEN_BYTES, LOST_CHARACTER -> true;
            case PRIVATE_USE_CHARACTER -> false;
        };
    }

    /** Where it is, for a person: {@code byte 1234 (line 7, character 12), behind '复制推广'}. */
    public String place() {
        String at = "line " + line + ", character " + column;
        return (offset < 0 ? at : "byte " + offset + " (" + at + ")") + between();
    }

    private String between() {
        if (before.isEmpty() && after.isEmpty()) {
            return ", alone on its line";
        }
        return before.isEmpty()
                ? ", before '" + after + "'"
                : after.isEmpty() ? ", behind '" + before + "'" : ", between '" + before + "' and '" + after + "'";
    }
}
