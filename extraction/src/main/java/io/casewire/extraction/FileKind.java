package io.casewire.extraction;

/** What the bytes of a file say that it is. */
sealed interface FileKind {
    /**
     * A document of a format that is read.
     *
     * @param macros whether it carries programs besides
     */
    record Document(Format format, boolean macros) implements FileKind {}

    /** Without parts of its own. */
    enum Other implements FileKind {
        /** A zip of documents. */
        ARCHIVE,
        /** None of the formats that are known by their first bytes. */
        TEXT
    }
}
