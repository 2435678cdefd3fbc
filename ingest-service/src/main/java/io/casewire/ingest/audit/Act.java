package io.casewire.ingest.audit;

/** What somebody decided. */
public enum Act {
    /** A document that waited is to be published. */
    PUBLISH,
    /** A document that waited is not to be published. */
    REJECT,
    /** A field of a record has another value than was parsed. */
    CORRECT,
    /** A correction holds no longer. */
    TAKE_BACK,
    /** A record is taken back. */
    WITHDRAW,
    /** A withdrawn record is valid again. */
    RESTORE,
    /** A record that a reissue lacks stays. */
    KEEP,
    /** A file that ended without being published is parsed again. */
    RETRY,
    /** A file and its bytes are removed. */
    REMOVE,
    /** Kept originals are read again. */
    REPARSE,
    /** Such a run ends before its end. */
    CANCEL
}
