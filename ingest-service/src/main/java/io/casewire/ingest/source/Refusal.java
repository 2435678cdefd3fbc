package io.casewire.ingest.source;

/**
 * Why a file was rejected or failed.
 *
 * @param code stable, upper case, for example {@code MOJIBAKE}
 * @param reason one sentence for the person who sent it
 */
public record Refusal(String code, String reason) {
    /** The kept bytes are not what was received. */
    public static final String DAMAGED = "DAMAGED";
}
