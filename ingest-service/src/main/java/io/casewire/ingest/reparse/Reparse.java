package io.casewire.ingest.reparse;

import io.casewire.ingest.upload.RereadUploads.Choice;
import io.casewire.ingest.upload.UploadState;
import io.casewire.ingest.upload.Uploads.Position;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One run over kept originals, and how far it has come.
 *
 * @param document a file's or a document's id; null for all
 * @param fileState only files in that state; null for all that rest
 * @param otherParser only those that another version of the parser read
 * @param parser version of the parser when it was started
 * @param startedBy subject of the token; not shown to the public
 * @param total files it goes through, as counted at its start
 * @param working the file it is at; null between two
 * @param attempts how often work on that file was begun: more than one means that it ended the process
 * @param receivedAt place of the last file that is done, with {@code upload}; null at the start
 * @param problems files that could not be read again, the first of them
 * @param endedAt null while it runs
 */
record Reparse(
        @Id String id,
        Status status,
        @Nullable String document,
        @Nullable UploadState fileState,
        boolean otherParser,
        int parser,
        String startedBy,
        Instant startedAt,
        long total,
        long changed,
        long unchanged,
        long failed,
        long held,
        @Nullable String working,
        int attempts,
        @Nullable Instant receivedAt,
        @Nullable String upload,
        List<Problem> problems,
        @Nullable Instant endedAt) {
    Reparse {
        problems = List.copyOf(problems);
    }

    /** Whether it goes on. */
    enum Status {
        RUNNING,
        DONE,
        CANCELLED
    }

    /** What became of a file. */
    enum Result {
        /** Something of it was published. */
        CHANGED("changed"),
        /** It says what it said. */
        UNCHANGED("unchanged"),
        /** It could not be read again, and stays as it was. */
        FAILED("failed"),
        /** It says something else, and waits for a person. */
        HELD("held");

        private final String field;

        Result(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /**
     * A file that could not be read again.
     *
     * @param code upper case, stable
     */
    record Problem(String file, String name, String code, String reason) {}

    /** The same with so many files to go through. */
    Reparse of(long files) {
        return new Reparse(
                id,
                status,
                document,
                fileState,
                otherParser,
                parser,
                startedBy,
                startedAt,
                files,
                changed,
                unchanged,
                failed,
                held,
                working,
                attempts,
                receivedAt,
                upload,
                problems,
                endedAt);
    }

    long done() {
        return changed + unchanged + failed + held;
    }

    @Nullable
    Position position() {
        return receivedAt == null || upload == null ? null : new Position(receivedAt, upload);
    }

    Choice choice() {
        return new Choice(startedAt, document, fileState, otherParser ? parser : null);
    }
}
