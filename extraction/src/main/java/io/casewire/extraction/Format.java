package io.casewire.extraction;

/** The formats that are taken apart. */
public enum Format {
    /** Office Open XML text, ISO/IEC 29500. */
    DOCX,
    /** Word 97 to 2003. */
    DOC,
    /** With a text layer. */
    PDF,
    /** Office Open XML spreadsheet, ISO/IEC 29500. */
    XLSX,
    /** Open fixed-layout document, GB/T 33190. */
    OFD
}
