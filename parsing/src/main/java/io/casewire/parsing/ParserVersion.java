package io.casewire.parsing;

/** Which parser read a document: of two documents read by the same one, neither gives other records when it is read again. */
public final class ParserVersion {
    /** Raised with every release in which the same bytes may give other records than before. */
    public static final int CURRENT = 2;

    private ParserVersion() {}
}
