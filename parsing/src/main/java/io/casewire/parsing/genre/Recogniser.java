package io.casewire.parsing.genre;

import io.casewire.contracts.parsed.Genre;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.layout.DocumentText;

/**
 * Reads the records of one structure. Pure: the same text gives the same findings, and no text makes it throw.
 *
 * <p>Several recognisers may share a genre (a report holds tables, a chronicle and sentences of adoption); the facade
 * asks every one of them how well the document fits, settles on a genre, and lets all recognisers of that genre read.
 */
public interface Recogniser {
    /** The genre it reads. */
    Genre genre();

    /** The highest score that {@link #fit} gives; it is not asked where another has reached a higher one. */
    int highest();

    /** How surely the document is of that genre, by structure alone; {@link Fit#NONE} where nothing speaks for it. */
    Fit fit(DocumentText text);

    /** The records found, in document order, and what was noticed; called only for documents of its genre. */
    Findings read(DocumentText text, DocumentIdentity identity);
}
