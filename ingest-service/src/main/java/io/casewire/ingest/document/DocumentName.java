package io.casewire.ingest.document;

import org.jspecify.annotations.Nullable;

/** Names of files as strangers send them. */
final class DocumentName {
    private static final int MAX_LENGTH = 200;
    private static final String UNNAMED = "document.txt";

    private DocumentName() {}

    /** The last part of a path, without control and direction characters, at most 200 characters; never empty. */
    static String of(@Nullable String given) {
        if (given == null) {
            return UNNAMED;
        }
        StringBuilder name = new StringBuilder();
        given.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE)
                .forEach(name::appendCodePoint);
        String last = name.substring(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1)
                .strip();
        if (last.isEmpty() || last.equals(".") || last.equals("..")) {
            return UNNAMED;
        }
        if (last.length() <= MAX_LENGTH) {
            return last;
        }
        int end = Character.isHighSurrogate(last.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return last.substring(0, end);
    }
}
