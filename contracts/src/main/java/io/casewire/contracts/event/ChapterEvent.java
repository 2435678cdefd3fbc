package io.casewire.contracts.event;

import io.casewire.contracts.parsed.ChapterRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a passage of a report. Made by ingest on {@code casewire.chapter}; read by catalog. */
public sealed interface ChapterEvent extends Event {
    /** The passage at this revision. */
    ChapterRecord chapter();

    /** Where it was read. */
    DocumentReference document();

    @Override
    default String key() {
        return chapter().id().value();
    }

    /**
     * The passage was published for the first time.
     *
     * @param corrected JSON pointers of the fields in which a person's value stands for what was parsed, for example {@code
     *     /text}; null where none does
     */
    record ChapterPublished(
            ChapterRecord chapter,
            long revision,
            DocumentReference document,
            @Nullable List<String> corrected) implements ChapterEvent {
        public ChapterPublished {
            corrected = Corrected.orNone(corrected);
        }

        /** One of which nothing was corrected. */
        public ChapterPublished(ChapterRecord chapter, long revision, DocumentReference document) {
            this(chapter, revision, document, null);
        }
    }

    /**
     * Its content changed.
     *
     * @param corrected JSON pointers of the fields in which a person's value stands for what was parsed, for example {@code
     *     /text}; null where none does
     */
    record ChapterRevised(
            ChapterRecord chapter,
            long revision,
            DocumentReference document,
            @Nullable List<String> corrected) implements ChapterEvent {
        public ChapterRevised {
            corrected = Corrected.orNone(corrected);
        }

        /** One of which nothing was corrected. */
        public ChapterRevised(ChapterRecord chapter, long revision, DocumentReference document) {
            this(chapter, revision, document, null);
        }
    }

    /**
     * An operator took it back.
     *
     * @param reason the operator's words
     */
    record ChapterWithdrawn(ChapterRecord chapter, long revision, DocumentReference document, String reason)
            implements ChapterEvent {}
}
