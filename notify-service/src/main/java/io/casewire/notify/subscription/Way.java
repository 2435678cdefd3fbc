package io.casewire.notify.subscription;

/** How a subscription is told of events: by messages over a channel, or by its private feed alone. */
public sealed interface Way permits Channel, Way.Feed {
    /** Nothing is sent: what it is told of is kept, to be read as its private feed. */
    record Feed() implements Way {}
}
