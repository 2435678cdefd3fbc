package io.casewire.ingest.text;

/** What became of a document's bytes. */
public sealed interface Decoding {
    /**
     * Text, every byte of it understood.
     *
     * @param charset the name of the encoding, for the record
     */
    record Decoded(String text, String charset) implements Decoding {}

    /**
     * No text: the bytes fit no encoding, or the text was garbled before it came here.
     *
     * @param garbled true for mojibake, false for bytes that are no text at all
     * @param reason one sentence for a person
     */
    record Unreadable(boolean garbled, String reason) implements Decoding {}
}
