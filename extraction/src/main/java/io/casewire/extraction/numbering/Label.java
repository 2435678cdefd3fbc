package io.casewire.extraction.numbering;

import io.casewire.extraction.numbering.Level.Follower;

/**
 * What stands in front of a paragraph.
 *
 * @param text empty where nothing is printed
 */
public record Label(String text, Follower follower) {
    private static final String CLOSING = "、，。．：；）】》〉」』";

    public static final Label NONE = new Label("", Follower.NOTHING);

    /** The paragraph with its label. A mark as wide as a character parts them itself, a tab or a blank behind it says nothing more. */
    public String before(String paragraph) {
        if (text.isEmpty()) {
            return paragraph;
        }
        boolean parted = follower == Follower.NOTHING
                || paragraph.isEmpty()
                || CLOSING.indexOf(text.charAt(text.length() - 1)) >= 0;
        return text + (parted ? "" : " ") + paragraph;
    }
}
