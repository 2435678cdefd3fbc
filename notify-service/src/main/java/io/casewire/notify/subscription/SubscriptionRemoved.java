package io.casewire.notify.subscription;

/**
 * Told within the service once an owner removed a subscription, so that what is kept for it goes too.
 *
 * @param subscription its id
 */
public record SubscriptionRemoved(String subscription) {}
