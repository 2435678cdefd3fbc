package io.casewire.notify.matching;

/**
 * A subscription an event is for.
 *
 * @param subscription its id
 * @param agency its owner
 * @param url of its webhook
 */
public record Recipient(String subscription, String agency, String url) {
    /** Without the URL, which may hold a secret. */
    @Override
    public String toString() {
        return subscription;
    }
}
