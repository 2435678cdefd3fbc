package io.casewire.extraction;

/**
 * What a reader of the records should know: something of the file could not be taken over.
 *
 * @param code upper-case words with underscores, stable
 * @param message a sentence with what and how much
 */
public record Notice(String code, String message, Place place) {
    /** Whether it is about a place rather than the whole file. */
    public boolean isPlaced() {
        return !place.text().isEmpty();
    }
}
