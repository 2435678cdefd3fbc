package io.casewire.ingest.document;

import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.WebOrigin;
import io.casewire.parsing.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The door for files that nobody sends over HTTP. They are taken and refused as uploads are. */
@FunctionalInterface
public interface Door {
    /**
     * How a file comes.
     *
     * @param sender stands where an upload has the subject of its token
     * @param backfill whether its records are history that alerts nobody
     * @param origin that it is fetched from; null where it is none of the web's
     * @param unchanged asked when all has been read and nothing is kept yet
     */
    record Coming(String sender, boolean backfill, @Nullable WebOrigin origin, Check unchanged) {
        /** A file that cannot change while it is read. */
        public static Coming fetched(String sender, boolean backfill, WebOrigin origin) {
            return new Coming(sender, backfill, origin, () -> true);
        }
    }

    /** What became of a file at the door. */
    sealed interface Answer {
        /**
         * It is ours to work on, and durable.
         *
         * @param isNew false where its bytes were known
         */
        record Taken(Upload upload, boolean isNew) implements Answer {}

        /** It will not be taken as it is. */
        record Refused(Refusal refusal) implements Answer {}

        /** Nothing is taken at this moment. */
        record Busy(Duration pause, String reason) implements Answer {}

        /** It changed, or did not come to its end, while it was read. */
        record Unsettled() implements Answer {}
    }

    /** Whether a file is still as it was before it was read. */
    @FunctionalInterface
    interface Check {
        boolean holds() throws IOException;
    }

    /**
     * Takes a file in.
     *
     * @param name as its sender calls it
     * @throws IOException when it cannot be read
     */
    Answer take(InputStream in, String name, Coming coming) throws IOException;
}
