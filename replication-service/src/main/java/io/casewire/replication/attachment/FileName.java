package io.casewire.replication.attachment;

import io.casewire.replication.request.Texts;
import io.casewire.serving.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/** Names of files as requests give them. */
final class FileName {
    /** UTF-16 units. */
    static final int MAX = 200;

    private FileName() {}

    /**
     * Without the folders that some programs send with it.
     *
     * @throws org.springframework.web.ErrorResponseException (400) where there is none, or it is not what a reader sees
     */
    static String of(@Nullable String given) {
        String last =
                given == null ? null : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String name = Texts.visible("filename", last, MAX);
        if (name == null) {
            throw Problems.badRequest(
                    "The file has no name: give 'filename', in the form's part, in Content-Disposition or in the query.");
        }
        // what turns the direction of writing hides an ending
        if (name.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT || Character.isISOControl(c))) {
            throw Problems.badRequest("'filename' holds characters that nobody sees.");
        }
        return name;
    }

    /** The name in a Content-Disposition; null where there is none. */
    static @Nullable String in(@Nullable String disposition) {
        try {
            return disposition == null
                    ? null
                    : ContentDisposition.parse(disposition).getFilename();
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest(
                    "Content-Disposition cannot be read: write attachment; filename*=UTF-8''… with the name percent-encoded.");
        }
    }
}
