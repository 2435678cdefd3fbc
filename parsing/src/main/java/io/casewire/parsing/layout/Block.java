package io.casewire.parsing.layout;

import io.casewire.contracts.parsed.LineRange;

/** A piece of a repaired document, in reading order. */
public sealed interface Block permits Paragraph, Table {
    /** The original lines it came from, 1-based. */
    LineRange lines();
}
