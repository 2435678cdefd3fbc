package io.casewire.notify.matching;

/**
 * A subscription an event is for.
 *
 * @param subscription its id
 * @param agency its owner
 * @param url of its webhook; empty where a feed is all that tells
 */
public record Recipient(String subscription, String agency, String url) {
    /** Whether a message is sent. */
    public boolean hasWebhook() {
        return !url.isEmpty();
    }

    /** Without the URL, which may hold a secret. */
    @Override
    public String toString() {
        return subscription;
    }
}
