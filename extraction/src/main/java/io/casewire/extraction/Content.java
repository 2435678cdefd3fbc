package io.casewire.extraction;

/** What a file turned out to hold: blocks, more files, or text that needs no taking apart. */
public sealed interface Content permits Extraction, Archive, PlainText {}
